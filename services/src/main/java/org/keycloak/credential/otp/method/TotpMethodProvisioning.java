package org.keycloak.credential.otp.method;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.InvalidFieldException;
import org.keycloak.credential.NewCredential;
import org.keycloak.credential.OTPCredentialProvider;
import org.keycloak.credential.UserCredentials;
import org.keycloak.credential.otp.StoredOTP;
import org.keycloak.credential.otp.TotpCounter;
import org.keycloak.credential.otp.TotpDefaults;
import org.keycloak.credential.otp.TotpProvisioning;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.representations.idm.CreateTotpRepresentation;

/**
 * Makes a TOTP for {@link OTPCredentialProvider} in a realm that may have TOTP methods. A user has one credential of each method. A user's
 * storage that keeps OTPs knows no methods, so the OTP of such a user belongs to none.
 */
public final class TotpMethodProvisioning {

    private final KeycloakSession session;
    private final TotpProvisioning totps;

    public TotpMethodProvisioning(KeycloakSession session) {
        this.session = session;
        this.totps = new TotpProvisioning(session);
    }

    /**
     * @return the method and the fields of a TOTP, with defaults of the realm's default method, else of the realm's OTP policy. The names of the
     *     realm's methods are options of the method
     */
    public List<CredentialField> getFields(RealmModel realm) {
        TotpMethods methods = new TotpMethods(realm);
        return getFields(realm, methods.findDefault(), methods.names());
    }

    /** As {@link #getFields(RealmModel)}; a user whose storage keeps the credential has no method. */
    public List<CredentialField> getFields(RealmModel realm, UserModel user) {
        return storageAccepts(realm, user) ? getFields(realm, Optional.empty(), List.of()) : getFields(realm);
    }

    private List<CredentialField> getFields(RealmModel realm, Optional<TotpMethod> byDefault, List<String> names) {
        CredentialField method = TotpMethodFields.method().defaultValue(byDefault.map(TotpMethod::name).orElse(null));
        if (!names.isEmpty()) {
            method.options(names.toArray(String[]::new));
        }
        return Stream.concat(Stream.of(method), totps.getFields(defaults(realm, byDefault)).stream()).toList();
    }

    /**
     * Makes an unused TOTP of the method that the request names, or of the realm's default method. It stores nothing, and leaves the request as
     * it is.
     *
     * @param request values that {@link #getFields} allow; {@code null} for a field that was left out
     * @throws InvalidFieldException if there is no such method, or a value isn't allowed beside another one or for this user
     * @throws ModelValidationException if a method, the realm's OTP policy, or the user's storage allows no TOTP
     */
    public NewCredential<OTPCredentialModel, CreateTotpRepresentation> newCredential(RealmModel realm, UserModel user, CreateTotpRepresentation request) {
        Optional<TotpMethod> method = method(realm, user, request.getMethod());
        var credential = totps.newCredential(realm, user, request, defaults(realm, method));
        TotpCounter counter = new TotpCounter(method.map(TotpMethod::credentialCounter).orElse(0));
        credential.model().updateCounter(counter.unused().value());
        method.ifPresent(named -> credential.representation().setMethod(named.name()));
        return credential;
    }

    /** A credential of a method replaces a credential of the same method. One without a method replaces all. */
    public boolean replaces(RealmModel realm, OTPCredentialModel credential, CredentialModel present) {
        TotpMethods methods = new TotpMethods(realm);
        return methods.of(credential).map(method -> methods.isOf(method, present)).orElse(true);
    }

    /** Whether a credential was not used in time, so that a new one takes its place. */
    public boolean isExpired(RealmModel realm, CredentialModel present) {
        TotpMethods methods = new TotpMethods(realm);
        return StoredOTP.readTotp(present).filter(totp -> TotpState.of(methods, totp) == TotpState.EXPIRED).isPresent();
    }

    private Optional<TotpMethod> method(RealmModel realm, UserModel user, String asked) {
        boolean storage = storageAccepts(realm, user);
        if (storage && asked != null) {
            throw new InvalidFieldException(TotpMethodFields.METHOD, "none, since the user's storage keeps the credential");
        }
        TotpMethods methods = new TotpMethods(realm);
        if (asked != null) {
            return Optional.of(methods.require(asked));
        }
        return storage ? Optional.empty() : methods.requireDefault();
    }

    private boolean storageAccepts(RealmModel realm, UserModel user) {
        return new UserCredentials(session, realm, user).storageAccepts(OTPCredentialModel.TOTP);
    }

    private static TotpDefaults defaults(RealmModel realm, Optional<TotpMethod> method) {
        return method.map(named -> named.defaults(realm)).orElseGet(() -> TotpDefaults.of(realm.getOTPPolicy()));
    }
}
