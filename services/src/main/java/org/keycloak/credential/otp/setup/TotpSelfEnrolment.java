package org.keycloak.credential.otp.setup;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.keycloak.credential.CredentialCreator;
import org.keycloak.credential.CredentialCreators;
import org.keycloak.credential.CredentialField;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.EventText;
import org.keycloak.credential.NewCredential;
import org.keycloak.credential.UserCredentials;
import org.keycloak.credential.lease.SingleUseKey;
import org.keycloak.credential.otp.TotpFields;
import org.keycloak.credential.otp.attempt.AttemptLimitEvents;
import org.keycloak.credential.otp.attempt.AttemptSlots;
import org.keycloak.credential.otp.method.AttemptLimits;
import org.keycloak.credential.otp.method.TotpMethod;
import org.keycloak.credential.otp.method.TotpMethodFields;
import org.keycloak.credential.otp.method.TotpMethods;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.CredentialValidation;
import org.keycloak.representations.idm.ConfirmTotpRepresentation;
import org.keycloak.representations.idm.CreateTotpRepresentation;

/**
 * How users give themselves a TOTP: they are shown a secret, and the credential is made when a code shows that their authenticator has it.
 * Both steps are changes of the user's credentials, so one of them at a time.
 */
public final class TotpSelfEnrolment {

    public static final String CODE = "code";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final EventBuilder event;
    private final CredentialCreator<OTPCredentialModel, CreateTotpRepresentation> creator;
    private final UserCredentials credentials;
    private final PendingTotps pendingTotps;

    /**
     * @param event with all but what is done: the realm, the user, and where the request comes from
     */
    public TotpSelfEnrolment(KeycloakSession session, RealmModel realm, UserModel user, EventBuilder event) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.event = event.event(EventType.UPDATE_CREDENTIAL).detail(Details.CREDENTIAL_TYPE, OTPCredentialModel.TYPE);
        this.creator = creator(session, realm, user);
        this.credentials = new UserCredentials(session, realm, user);
        this.pendingTotps = new PendingTotps(session, realm, user);
    }

    /** After somebody gave the user an OTP: what is pending is of a user who didn't have it. */
    public static void end(KeycloakSession session, RealmModel realm, UserModel user) {
        new PendingTotps(session, realm, user).removeAfter(session);
    }

    /** All that users choose: the rest is the method's, and a secret from elsewhere may be anybody's. */
    public static List<CredentialField> fieldsToGenerate() {
        return List.of(TotpMethods.field(), new TotpFields(OTPPolicy.DEFAULT_POLICY).qrSize());
    }

    public static List<CredentialField> fieldsToConfirm() {
        return List.of(CredentialField.text(CODE, 1, 255).required().describedAs("Code", "Code that the authenticator shows."), CredentialField.userLabel());
    }

    /**
     * Makes a TOTP with a new secret; it changes nothing.
     *
     * @param request with values of {@link #fieldsToGenerate}
     * @throws ModelValidationException if a value is not allowed, or the user can't have such a TOTP
     */
    public NewCredential<OTPCredentialModel, CreateTotpRepresentation> newCredential(CreateTotpRepresentation request) {
        speakAsTheUserAsks();
        return creator.newCredential(realm, user, request);
    }

    /**
     * @param credential of {@link #newCredential}, a moment ago
     * @return the same, which is pending from now on
     * @throws ModelValidationException if the user has such a TOTP
     */
    public NewCredential<OTPCredentialModel, CreateTotpRepresentation> hold(NewCredential<OTPCredentialModel, CreateTotpRepresentation> credential) {
        requireNoneOf(credential);
        String methodId = methods().of(credential.model()).map(TotpMethod::id).orElse(null);
        pendingTotps.put(PendingTotp.of(credential.representation(), methodId, present()));
        return credential;
    }

    /** The request is the user's own, and so is its language. */
    private void speakAsTheUserAsks() {
        session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, session.getContext().resolveLocale(user).toLanguageTag());
    }

    /**
     * @param userLabel or {@code null}
     * @return the credential that is stored
     * @throws ModelValidationException if none is pending, the code is refused, or the user has such a TOTP by now
     */
    public ConfirmTotpRepresentation confirm(String code, String userLabel) {
        NewCredential<OTPCredentialModel, CreateTotpRepresentation> credential = creator.newCredential(realm, user, pending().request());
        requireNoneOf(credential);
        requireValid(code, credential.model());
        credential.model().setUserLabel(userLabel);
        Optional<CredentialModel> stored = credentials.store(creator, credential, credentials.place(creator, credential.model()));
        // As after Keycloak's own setup, the code is no good for a login.
        if (!credentials.accept(OTPCredentialModel.TYPE, stored.map(CredentialModel::getId).orElse(""), code)) {
            throw refused();
        }
        if (!pendingTotps.remove()) {
            throw nonePending();
        }
        credentials.removeSetupAction(creator);
        new RecoveryCodesAfterOTP(session, realm, user).require();
        report(stored, userLabel);
        return representation(stored, userLabel, credential.representation().getMethod());
    }

    private PendingTotp pending() {
        PendingTotp pending = pendingTotps.find().orElseThrow(TotpSelfEnrolment::nonePending);
        if (!pending.presentOtps().equals(present())) {
            pendingTotps.remove();
            throw nonePending();
        }
        if (pending.methodId() != null && methods().find(pending.methodId()).isEmpty()) {
            throw nonePending();
        }
        return pending;
    }

    /**
     * The OTPs that the user has, by their ids: a label, a place in the order, a counter or a lock is no other OTP. Whoever changes them ends
     * what is pending.
     */
    private String present() {
        String ids = user.credentialManager().getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE).map(CredentialModel::getId).sorted()
                .collect(Collectors.joining(" "));
        return HashUtils.sha256UrlEncodedHash(ids + (credentials.storageHas(OTPCredentialModel.TYPE) ? " and the storage's" : ""), StandardCharsets.UTF_8);
    }

    private void requireNoneOf(NewCredential<OTPCredentialModel, ?> credential) {
        credentials.requireNone(creator, present -> creator.replaces(credential.model(), present));
    }

    /** The guesses are those of the user, whatever is pending: generating anew must not give more of them. */
    private void requireValid(String code, OTPCredentialModel credential) {
        Optional<TotpMethod> method = methods().of(credential);
        AttemptSlots count = new AttemptSlots(session.getKeycloakSessionFactory(), SingleUseKey.of("pending-totp-guess", realm, user.getId()),
                limits(method.or(() -> methods().findDefault()), credential));
        AttemptSlots.Guess guess = count.take();
        if (guess.place() != AttemptSlots.Place.TAKEN) {
            event.clone().detail(AttemptLimitEvents.LIMIT, TotpMethodFields.MAX_VALIDATION_ATTEMPTS).error(AttemptLimitEvents.ATTEMPTS_EXCEEDED);
            throw new ModelValidationException("Too many invalid codes. Try again later.");
        }
        int window = method.map(TotpMethod::skew).orElseGet(() -> realm.getOTPPolicy().getLookAheadWindow());
        if (!CredentialValidation.validOTP(code, credential, window)) {
            throw refused();
        }
        count.reset(guess);
    }

    /** What is pending isn't locked: it is gone in minutes. */
    private static AttemptLimits limits(Optional<TotpMethod> method, OTPCredentialModel credential) {
        int attempts = method.map(TotpMethod::maxValidationAttempts).orElse(AttemptLimits.DEFAULT_MAX_VALIDATION_ATTEMPTS);
        return new AttemptLimits(attempts, credential.getOTPCredentialData().getPeriod(), 0);
    }

    private ModelValidationException refused() {
        event.clone().error(Errors.INVALID_USER_CREDENTIALS);
        return new ModelValidationException("Invalid code.");
    }

    private static ModelValidationException nonePending() {
        return new ModelValidationException("No TOTP is pending. Generate one first.");
    }

    private void report(Optional<CredentialModel> stored, String userLabel) {
        stored.ifPresent(credential -> event.detail(Details.CREDENTIAL_ID, credential.getId()));
        event.detail(Details.CREDENTIAL_USER_LABEL, EventText.of(userLabel));
        event.clone().success();
        event.clone().event(deprecatedEvent()).success();
    }

    /** Sent besides, as after Keycloak's own setup: for listeners that wait for it. */
    @SuppressWarnings("deprecation")
    private static EventType deprecatedEvent() {
        return EventType.UPDATE_TOTP;
    }

    private static ConfirmTotpRepresentation representation(Optional<CredentialModel> stored, String userLabel, String method) {
        ConfirmTotpRepresentation representation = new ConfirmTotpRepresentation();
        representation.setId(stored.map(CredentialModel::getId).orElse(null));
        representation.setCreatedDate(stored.map(CredentialModel::getCreatedDate).orElse(null));
        representation.setType(OTPCredentialModel.TYPE);
        representation.setUserLabel(userLabel);
        representation.setMethod(method);
        return representation;
    }

    private TotpMethods methods() {
        return new TotpMethods(realm);
    }

    @SuppressWarnings("unchecked")
    private static CredentialCreator<OTPCredentialModel, CreateTotpRepresentation> creator(KeycloakSession session, RealmModel realm, UserModel user) {
        return CredentialCreators.of(session, realm, user, OTPCredentialModel.TYPE)
                .filter(creator -> creator.getRepresentationType() == CreateTotpRepresentation.class)
                .map(creator -> (CredentialCreator<OTPCredentialModel, CreateTotpRepresentation>) creator)
                .orElseThrow(() -> new ModelValidationException("The user can't be given a TOTP."));
    }
}
