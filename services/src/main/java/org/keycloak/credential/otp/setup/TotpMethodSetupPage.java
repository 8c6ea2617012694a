package org.keycloak.credential.otp.setup;

import java.util.Optional;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.credential.UserCredentials;
import org.keycloak.credential.otp.QrCodeSize;
import org.keycloak.credential.otp.RealmWithOTPPolicy;
import org.keycloak.credential.otp.TotpSecret;
import org.keycloak.credential.otp.method.TotpMethod;
import org.keycloak.credential.otp.method.TotpMethods;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.sessions.AuthenticationSessionModel;

import org.jboss.logging.Logger;

/**
 * Keycloak's page on which users set up an OTP, in a realm that has a default TOTP method: the page shows the values of the method, and the new
 * credential belongs to the method.
 * <p>
 * The authentication session notes what the page was shown for, with a secret that was never shown for another method. The code that the page
 * sends is checked by the note: phone and credential agree, even if the default or the method changed after the phone got the secret. The page
 * of another provider leaves no note, and is processed as without methods.
 */
public final class TotpMethodSetupPage {

    /** Note: the data of the credential that the page was shown for, or {@link #OF_REALM}; absent until a page was shown for a method. */
    private static final String SHOWN = "totp-method-setup";
    private static final String OF_REALM = "realm";

    private static final Logger LOGGER = Logger.getLogger(TotpMethodSetupPage.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final AuthenticationSessionModel authenticationSession;

    public TotpMethodSetupPage(KeycloakSession session, RealmModel realm, UserModel user, AuthenticationSessionModel authenticationSession) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.authenticationSession = authenticationSession;
    }

    public static TotpMethodSetupPage of(RequiredActionContext context) {
        return new TotpMethodSetupPage(context.getSession(), context.getRealm(), context.getUser(), context.getAuthenticationSession());
    }

    /** Checks the code of a new credential by a policy's look-ahead window. */
    @FunctionalInterface
    public interface Validator {

        boolean isValid(OTPCredentialModel credential, OTPPolicy policy);
    }

    /**
     * @param action id of the required action that shows the page
     * @param honouring class of the action that calls {@link #isValid}. For any other action the page is as without methods
     * @return the realm to make the page of: with the OTP policy of the method, if there is one
     */
    public RealmModel realmOfPage(String action, Class<? extends RequiredActionProvider> honouring) {
        Optional<TotpMethod> method = isHonoured(action, honouring) ? method() : Optional.empty();
        method.ifPresentOrElse(this::note, this::noteRealm);
        return method.<RealmModel>map(shown -> new RealmWithOTPPolicy(realm, shown.policy(realm))).orElse(realm);
    }

    /**
     * @param credential with the secret that was sent. It gets the values of the method that the page was shown for
     */
    public boolean isValid(OTPCredentialModel credential, OTPPolicy policy, Validator validator) {
        removeInitialCounter(credential);
        String shown = authenticationSession.getAuthNote(SHOWN);
        if (shown == null) {
            return validator.isValid(credential, policy);
        }
        String secret = credential.getOTPSecretData().getValue();
        if (secret == null || !secret.equals(authenticationSession.getAuthNote(Constants.TOTP_SECRET_KEY))) {
            return false; // sent by an earlier page, which may have shown something else
        }
        if (OF_REALM.equals(shown)) {
            return validator.isValid(credential, policy);
        }
        credential.setCredentialData(shown);
        OTPCredentialModel made = OTPCredentialModel.createFromCredentialModel(credential);
        return validator.isValid(made, new TotpMethods(realm).of(made).map(method -> method.policy(realm)).orElse(policy));
    }

    /** Keycloak stores the counter of the realm's policy, which is for HOTPs. In a TOTP it could pass for a method, a lock, or an unused TOTP. */
    private void removeInitialCounter(OTPCredentialModel credential) {
        if (OTPCredentialModel.TOTP.equals(credential.getOTPCredentialData().getSubType()) && !new TotpMethods(realm).isEmpty()) {
            credential.updateCounter(0);
        }
    }

    private boolean isHonoured(String action, Class<?> honouring) {
        ProviderFactory<?> factory = action == null ? null : session.getKeycloakSessionFactory().getProviderFactory(RequiredActionProvider.class, action);
        return factory != null && factory.getClass() == honouring; // a subclass may not call isValid
    }

    /** None if the user's storage is asked first: it keeps OTPs by the realm's policy. */
    private Optional<TotpMethod> method() {
        UserCredentials credentials = new UserCredentials(session, realm, user);
        boolean storage = credentials.storageAccepts(OTPCredentialModel.TOTP) || credentials.storageAccepts(realm.getOTPPolicy().getType());
        return storage ? Optional.empty() : new TotpMethods(realm).findDefault().filter(this::isDrawable);
    }

    private boolean isDrawable(TotpMethod method) {
        boolean drawable = QrCodeSize.least(method.policy(realm).getKeyURI(realm, user, "A".repeat(method.keySize()))) > 0;
        if (!drawable) {
            LOGGER.warnf("No QR code holds the issuer of the TOTP method %s and the name of user %s: the setup is by the realm's OTP policy", method.name(), user.getId());
        }
        return drawable;
    }

    private void note(TotpMethod method) {
        String data = credentialData(method);
        if (authenticationSession.getAuthNote(Constants.TOTP_SECRET_KEY) == null || !data.equals(authenticationSession.getAuthNote(SHOWN))) {
            authenticationSession.setAuthNote(Constants.TOTP_SECRET_KEY, TotpSecret.generate(method.keySize()).value());
            authenticationSession.setAuthNote(SHOWN, data);
        }
    }

    private void noteRealm() {
        String shown = authenticationSession.getAuthNote(SHOWN);
        if (shown != null && !shown.equals(OF_REALM)) {
            authenticationSession.removeAuthNote(Constants.TOTP_SECRET_KEY);
            authenticationSession.setAuthNote(SHOWN, OF_REALM);
        }
    }

    private static String credentialData(TotpMethod method) {
        OTPCredentialModel credential = OTPCredentialModel.createTOTP("", method.digits(), method.period(), method.algorithm());
        credential.updateCounter(method.credentialCounter());
        return credential.getCredentialData();
    }
}
