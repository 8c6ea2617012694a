package org.keycloak.credential;

import java.util.List;

import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.CreateCredentialRepresentation;

/**
 * Optional capability of a {@link CredentialProvider}: an administrator may create its credentials for a user. The implementation
 * declares the fields to fill, and makes a credential of them.
 * <p>
 * The caller does what is the same for each type. It checks rights and fields, lets one request at a time change a user's credentials,
 * removes credentials that are replaced, asks the user's storage, stores by {@link #createCredential}, commits before it replies, and
 * reports an admin event. The session's context has the realm and the administrator's token.
 *
 * @param <T> the credential
 * @param <R> request and reply in JSON: a class with a public constructor without parameters
 */
public interface CredentialCreator<T extends CredentialModel, R extends CreateCredentialRepresentation> extends CredentialProvider<T> {

    /**
     * A subclass of a provider may be for another type. It inherits the capability, and can decline it here.
     *
     * @return whether an administrator can create a credential of this type for the user
     */
    default boolean isCreatable(RealmModel realm, UserModel user) {
        return true;
    }

    /**
     * @return name of the type in a message: "User already has {@code totp}. Remove first."
     */
    default String getShortName() {
        return getType();
    }

    /**
     * @return id of the required action in which users set up such a credential themselves, or {@code null}. The caller removes the action
     *     from a user who gets a credential
     */
    default String getSetupAction() {
        return null;
    }

    /**
     * @return class of the request and of the reply. If there is a {@link NewCredential#qrCode}, the caller adds a field {@code qrCode} to the
     *     reply
     */
    Class<R> getRepresentationType();

    /**
     * The caller asks for them in each request, so this must be cheap.
     *
     * @return the fields that the administrator may fill, for one user or for many, with the defaults of the realm; without the fields that each type has
     *     ({@link CredentialField#common})
     */
    List<CredentialField> getFields(RealmModel realm);

    /**
     * @return the same fields, with the defaults for this user
     */
    default List<CredentialField> getFields(RealmModel realm, UserModel user) {
        return getFields(realm);
    }

    /**
     * Makes a credential. It changes and stores nothing.
     *
     * @param request the values that were asked for, each checked against {@link #getFields(RealmModel, UserModel)}; {@code null} for a field that was left out.
     *     The implementation may complete the request and return it as the representation of the reply
     * @return the credential to be stored, without an id: it gets a random one
     * @throws InvalidFieldException if the value of a field is not allowed
     * @throws ModelValidationException if the user can't have such a credential
     */
    NewCredential<T, R> newCredential(RealmModel realm, UserModel user, R request);

    /**
     * Whether a new credential takes the place of one that the user has. If the user has such a credential, the request fails unless it asks
     * to replace it, or the credential is {@linkplain #isExpired expired}. By default a user has one credential of the type. A provider whose users may have several tells them apart here.
     *
     * @param credential made by {@link #newCredential}
     * @param present a stored credential of this type and user; an import may have left anything in it
     */
    default boolean replaces(T credential, CredentialModel present) {
        return true;
    }

    /**
     * Whether a credential that the user has can't be used any more, because it wasn't used in time. A new credential that {@link #replaces}
     * it takes its place, even if the request doesn't ask to replace it. By default no credential expires.
     *
     * @param present a stored credential of this type; an import may have left anything in it
     */
    default boolean isExpired(RealmModel realm, CredentialModel present) {
        return false;
    }

    /**
     * Whether the user's first credential of this type goes before a credential of another type in the user's order. A login asks for the
     * first credential that its flow accepts. By default a new credential is the last, as with all that Keycloak stores.
     *
     * @param present a stored credential of another type and this user
     */
    default boolean precedes(CredentialModel present) {
        return false;
    }
}
