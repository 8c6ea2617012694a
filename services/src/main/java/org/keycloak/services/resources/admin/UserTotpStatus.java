package org.keycloak.services.resources.admin;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.UserCredentials;
import org.keycloak.credential.otp.StoredOTP;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation.OtherCredential;
import org.keycloak.services.resources.admin.ReadableNames.Names;

/**
 * What a help desk is told of a user: who it is, and which second factors the user has.
 */
public final class UserTotpStatus {

    private static final Set<String> PASSWORDS = Set.of(PasswordCredentialModel.TYPE, PasswordCredentialModel.PASSWORD_HISTORY);

    private final KeycloakSession session;
    private final ReadableNames readable;

    /**
     * @param session whose realm has the users
     */
    public UserTotpStatus(KeycloakSession session) {
        this.session = session;
        this.readable = new ReadableNames(session);
    }

    /** What a list tells of the user. */
    public UserTotpStatusRepresentation summary(UserModel user) {
        Names names = readable.of(user);
        UserTotpStatusRepresentation summary = new UserTotpStatusRepresentation();
        summary.setId(user.getId());
        summary.setUsername(user.getUsername());
        summary.setFirstName(names.firstName());
        summary.setLastName(names.lastName());
        summary.setEmail(names.email());
        summary.setEnabled(user.isEnabled());
        return new TotpStatus(session, session.getContext().getRealm(), user).fill(summary);
    }

    /** What is told of the user alone. */
    UserTotpStatusRepresentation details(UserModel user) {
        UserTotpStatusRepresentation details = summary(user);
        details.setRequiredActions(user.getRequiredActionsStream().distinct().sorted().toList());
        details.setOtherCredentials(others(user));
        return details;
    }

    /**
     * @param change whether the caller may change the user's credentials
     */
    public static Map<String, Boolean> access(boolean change) {
        return Map.of("manage", change);
    }

    private static List<OtherCredential> others(UserModel user) {
        return UserCredentials.supports(user) ? user.credentialManager().getStoredCredentialsStream().filter(UserTotpStatus::isOther).map(UserTotpStatus::other).toList() : List.of();
    }

    /** Whether it is a second factor that isn't told of in another place. */
    private static boolean isOther(CredentialModel credential) {
        return !PASSWORDS.contains(credential.getType()) && !(OTPCredentialModel.TYPE.equals(credential.getType()) && StoredOTP.isTotp(credential));
    }

    private static OtherCredential other(CredentialModel credential) {
        OtherCredential other = new OtherCredential();
        other.setId(credential.getId());
        other.setType(credential.getType());
        other.setUserLabel(credential.getUserLabel());
        other.setCreatedDate(credential.getCreatedDate());
        return other;
    }
}
