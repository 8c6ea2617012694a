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
import org.keycloak.credential.otp.TotpDefaults;
import org.keycloak.credential.otp.TotpProvisioning;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.representations.idm.CreateTotpRepresentation;

/**
 * What an administrator may create of {@link OTPCredentialProvider}'s type in a realm that has TOTP methods: one TOTP for each of them. A
 * user's storage that keeps OTPs knows of no methods: its users have none.
 */
public final class TotpMethodProvisioning {

    private final KeycloakSession session;
    private final TotpProvisioning creator;

    public TotpMethodProvisioning(KeycloakSession session) {
        this.session = session;
        this.creator = new TotpProvisioning(session);
    }

    public List<CredentialField> getFields(RealmModel realm, UserModel user) {
        Optional<TotpMethod> byDefault = storageAccepts(realm, user) ? Optional.empty() : new TotpMethods(realm).findDefault();
        CredentialField method = TotpMethods.field().defaultValue(byDefault.map(TotpMethod::name).orElse(null));
        return Stream.concat(Stream.of(method), creator.getFields(defaults(realm, byDefault)).stream()).toList();
    }

    public NewCredential<OTPCredentialModel, CreateTotpRepresentation> newCredential(RealmModel realm, UserModel user, CreateTotpRepresentation request) {
        Optional<TotpMethod> method = method(realm, user, request.getMethod());
        var credential = creator.newCredential(realm, user, request, defaults(realm, method));
        method.ifPresent(named -> {
            credential.model().updateCounter(named.credentialCounter());
            request.setMethod(named.name());
        });
        return credential;
    }

    /** One credential per method; without one, a user has one at most. */
    public boolean replaces(RealmModel realm, OTPCredentialModel credential, CredentialModel present) {
        TotpMethods methods = new TotpMethods(realm);
        return methods.of(credential).map(method -> methods.isOf(method, present)).orElse(true);
    }

    private Optional<TotpMethod> method(RealmModel realm, UserModel user, String asked) {
        boolean storage = storageAccepts(realm, user);
        if (storage && asked != null) {
            throw new InvalidFieldException(TotpMethods.METHOD, "none, since the user's storage keeps the credential");
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
