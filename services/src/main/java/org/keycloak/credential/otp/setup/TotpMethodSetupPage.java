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
 * Keycloak's page on which users set up an OTP, in a realm that has a default TOTP method: the page shows the method, and what is set up
 * belongs to it.
 * <p>
 * What the page was shown for is noted in the authentication session, with a secret that no other method's page had. What is sent is judged
 * by the note, so that a phone and its credential agree although the default, or the method, changed after the phone got the secret; and a
 * page that was made by somebody else, who makes no note, is processed as ever.
 */
public final class TotpMethodSetupPage {

    /** The data of the credential that the page is shown for, or {@link #OF_REALM}; nothing before a page was shown for a method. */
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

    /** Judges the code of a new credential by a policy's look-ahead window. */
    @FunctionalInterface
    public interface Validator {

        boolean isValid(OTPCredentialModel credential, OTPPolicy policy);
    }

    /**
     * @param action id of the required action that shows the page
     * @param honouring the action that asks {@link #isValid}: of any other one, the page is as ever
     * @return the realm to make the page of: its policy is that of the method
     */
    public RealmModel realmOfPage(String action, Class<? extends RequiredActionProvider> honouring) {
        Optional<TotpMethod> method = isHonoured(action, honouring) ? method() : Optional.empty();
        method.ifPresentOrElse(this::note, this::noteRealm);
        return method.<RealmModel>map(shown -> new RealmWithOTPPolicy(realm, shown.policy(realm))).orElse(realm);
    }

    /**
     * @param credential of the secret that was sent. It becomes the method's
     */
    public boolean isValid(OTPCredentialModel credential, OTPPolicy policy, Validator validator) {
        takeOffInitialCounter(credential);
        String shown = authenticationSession.getAuthNote(SHOWN);
        if (shown == null) {
            return validator.isValid(credential, policy);
        }
        String secret = credential.getOTPSecretData().getValue();
        if (secret == null || !secret.equals(authenticationSession.getAuthNote(Constants.TOTP_SECRET_KEY))) {
            return false; // of a page before this one, which may have shown something else
        }
        if (OF_REALM.equals(shown)) {
            return validator.isValid(credential, policy);
        }
        credential.setCredentialData(shown);
        OTPCredentialModel made = OTPCredentialModel.createFromCredentialModel(credential);
        return validator.isValid(made, new TotpMethods(realm).of(made).map(method -> method.policy(realm)).orElse(policy));
    }

    /** Keycloak stores the counter of the realm's policy, which is for HOTPs: in a TOTP it could be taken for the number of a method, or for a lock. */
    private void takeOffInitialCounter(OTPCredentialModel credential) {
        if (OTPCredentialModel.TOTP.equals(credential.getOTPCredentialData().getSubType()) && !new TotpMethods(realm).isEmpty()) {
            credential.updateCounter(0);
        }
    }

    private boolean isHonoured(String action, Class<?> honouring) {
        ProviderFactory<?> factory = action == null ? null : session.getKeycloakSessionFactory().getProviderFactory(RequiredActionProvider.class, action);
        return factory != null && factory.getClass() == honouring; // a subclass may judge otherwise
    }

    /** None where the user's storage is asked first, which keeps OTPs by the realm's policy. */
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
