package org.keycloak.credential.enrolment;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.keycloak.credential.CredentialModel;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Declares that an administrator may create credentials of one type for a user, and does it. The caller checks the
 * administrator's rights, owns the transaction, and reports the administrator's event.
 */
public interface CredentialEnrolmentProvider extends Provider {

    /**
     * @return the type of the credentials, as in {@link CredentialModel#getType()}
     */
    String getType();

    /**
     * @return the fields that an administrator may fill: name, type, allowed values (options, help text) and default
     */
    List<ProviderConfigProperty> getFields();

    /**
     * Creates a credential that the user can use at once. Required actions that it makes superfluous are taken off the user.
     * Where an exception is thrown, the caller rolls its transaction back.
     *
     * @param fields values by name, of the Java types that belong to {@link #getFields()}; a field that is absent has its default
     * @return the stored credential, and what the administrator is told of it
     * @throws InvalidFieldException where a field's value is not allowed
     * @throws ModelValidationException where the user can't be given one, for example because there is one already
     * @throws ModelDuplicateException where the user has a credential with the same label
     */
    CredentialEnrolment enrol(RealmModel realm, UserModel user, Map<String, Object> fields);

    /**
     * Removes all of the user's credentials of this type.
     *
     * @return those that were removed; empty where there was none
     */
    List<CredentialModel> remove(RealmModel realm, UserModel user);

    /**
     * Judges a user's response to a challenge as a login would. What a login uses up is used up.
     *
     * @param challengeResponse what the user answered, a one-time code for example
     * @param credentialId the only credential to judge by, or {@code null} for any of the user's
     * @return the credential that accepted the response; empty where none did
     * @throws ModelValidationException where the user has no credential of this type
     */
    Optional<CredentialModel> verify(RealmModel realm, UserModel user, String challengeResponse, String credentialId);

    @Override
    default void close() {
    }
}
