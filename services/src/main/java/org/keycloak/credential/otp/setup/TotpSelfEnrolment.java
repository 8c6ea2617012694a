package org.keycloak.credential.otp.setup;

import java.util.Optional;

import org.keycloak.credential.CredentialCreator;
import org.keycloak.credential.CredentialCreators;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.NewCredential;
import org.keycloak.credential.UserCredentials;
import org.keycloak.credential.otp.TotpCounter;
import org.keycloak.credential.otp.method.TotpMethod;
import org.keycloak.credential.otp.method.TotpMethods;
import org.keycloak.events.EventBuilder;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.CredentialValidation;
import org.keycloak.representations.idm.CreateTotpRepresentation;

/**
 * Lets users set up a TOTP themselves, in two steps: they are shown a secret, which is pending then; the credential is made when a code shows
 * that their authenticator has the secret.
 */
public final class TotpSelfEnrolment {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final CredentialCreator<OTPCredentialModel, CreateTotpRepresentation> creator;
    private final UserCredentials credentials;
    private final TotpMethods methods;
    private final PendingTotps pendingTotps;
    private final SelfEnrolmentEvents events;

    /**
     * @param event with the realm, the user, and where the request comes from
     */
    public TotpSelfEnrolment(KeycloakSession session, RealmModel realm, UserModel user, EventBuilder event) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.creator = creator(session, realm, user);
        this.credentials = new UserCredentials(session, realm, user);
        this.methods = new TotpMethods(realm);
        this.pendingTotps = new PendingTotps(session, realm, user);
        this.events = new SelfEnrolmentEvents(event);
    }

    /** Ends what is pending, after somebody gave the user an OTP: it was shown to a user who didn't have that one. */
    public static void end(KeycloakSession session, RealmModel realm, UserModel user) {
        new PendingTotps(session, realm, user).removeAfter(session);
    }

    /**
     * Makes a TOTP with a new secret, and changes nothing.
     *
     * @throws ModelValidationException if a value is not allowed, or the user can't have such a TOTP
     */
    public NewCredential<OTPCredentialModel, CreateTotpRepresentation> newCredential(CreateTotpRepresentation request) {
        // For the issuer, which is in the language of the user's request.
        session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, session.getContext().resolveLocale(user).toLanguageTag());
        return creator.newCredential(realm, user, request);
    }

    /**
     * Makes a TOTP pending, instead of the one that was pending.
     *
     * @param credential that {@link #newCredential} returned a moment ago
     * @return the same credential
     * @throws ModelValidationException if the user has such a TOTP
     */
    public NewCredential<OTPCredentialModel, CreateTotpRepresentation> hold(NewCredential<OTPCredentialModel, CreateTotpRepresentation> credential) {
        requireNoneOf(credential);
        String methodId = methods.of(credential.model()).map(TotpMethod::id).orElse(null);
        pendingTotps.put(PendingTotp.of(credential.representation(), methodId, PresentOTPs.hash(user, credentials)));
        return credential;
    }

    /**
     * Makes the pending TOTP a credential of the user.
     *
     * @param userLabel or {@code null}
     * @throws ModelValidationException if none is pending, the code is refused, or the user has such a TOTP by now
     */
    public ConfirmedTotp confirm(String code, String userLabel) {
        NewCredential<OTPCredentialModel, CreateTotpRepresentation> credential = creator.newCredential(realm, user, pending().request());
        requireNoneOf(credential);
        requireValid(code, credential.model());
        credential.model().updateCounter(TotpCounter.of(credential.model()).used().value());
        credential.model().setUserLabel(userLabel);
        Optional<CredentialModel> stored = credentials.store(creator, credential, credentials.place(creator, credential.model()));
        // As after Keycloak's own setup, a login doesn't accept the code any more.
        if (!credentials.accept(OTPCredentialModel.TYPE, stored.map(CredentialModel::getId).orElse(""), code)) {
            throw invalidCode();
        }
        if (!pendingTotps.remove()) {
            throw nonePending();
        }
        credentials.removeSetupAction(creator);
        new RecoveryCodesAfterOTP(session, realm, user).require();
        events.confirmed(stored, userLabel);
        return new ConfirmedTotp(stored.map(CredentialModel::getId).orElse(null), stored.map(CredentialModel::getCreatedDate).orElse(null), userLabel,
                credential.representation().getMethod());
    }

    private PendingTotp pending() {
        PendingTotp pending = pendingTotps.find().orElseThrow(TotpSelfEnrolment::nonePending);
        if (!pending.presentOtps().equals(PresentOTPs.hash(user, credentials))) {
            pendingTotps.remove();
            throw nonePending();
        }
        if (pending.methodId() != null && methods.find(pending.methodId()).isEmpty()) {
            throw nonePending();
        }
        return pending;
    }

    private void requireNoneOf(NewCredential<OTPCredentialModel, ?> credential) {
        credentials.requireNone(creator, present -> creator.replaces(credential.model(), present));
    }

    private void requireValid(String code, OTPCredentialModel credential) {
        Optional<TotpMethod> method = methods.of(credential);
        ConfirmationAttempts attempts = new ConfirmationAttempts(session, realm, user, method.or(methods::findDefault), credential);
        if (!attempts.claim()) {
            events.attemptsExceeded();
            throw new ModelValidationException("Too many invalid codes. Try again later.");
        }
        int window = method.map(TotpMethod::skew).orElseGet(() -> realm.getOTPPolicy().getLookAheadWindow());
        if (!CredentialValidation.validOTP(code, credential, window)) {
            throw invalidCode();
        }
        attempts.reset();
    }

    private ModelValidationException invalidCode() {
        events.invalidCode();
        return new ModelValidationException("Invalid code.");
    }

    private static ModelValidationException nonePending() {
        return new ModelValidationException("No TOTP is pending. Generate one first.");
    }

    @SuppressWarnings("unchecked")
    private static CredentialCreator<OTPCredentialModel, CreateTotpRepresentation> creator(KeycloakSession session, RealmModel realm, UserModel user) {
        return CredentialCreators.of(session, realm, user, OTPCredentialModel.TYPE)
                .filter(creator -> creator.getRepresentationType() == CreateTotpRepresentation.class)
                .map(creator -> (CredentialCreator<OTPCredentialModel, CreateTotpRepresentation>) creator)
                .orElseThrow(() -> new ModelValidationException("The user can't be given a TOTP."));
    }
}
