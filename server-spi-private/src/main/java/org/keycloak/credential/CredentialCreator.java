package org.keycloak.credential;

import java.util.List;

import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.CreateCredentialRepresentation;

/**
 * Optional capability of a {@link CredentialProvider}: an administrator may create its credentials for a user. The implementation
 * declares the fields to fill, and makes a credential of them. All that is the same for each type is its caller's: rights, the check of
 * the fields, one such change of a user's credentials at a time, replacing, the user's storage, storing by {@link #createCredential},
 * commit before the reply, and the administrator's event. The session's context has the realm and the administrator's token.
 *
 * @param <T> the credential
 * @param <R> what the administrator asks for, and is told, in JSON: a class with a public constructor without parameters
 */
public interface CredentialCreator<T extends CredentialModel, R extends CreateCredentialRepresentation> extends CredentialProvider<T> {

    /**
     * A subclass for another type inherits the capability: this is where it is declined.
     *
     * @return whether such a credential can be created for this user at all
     */
    default boolean isCreatable(RealmModel realm, UserModel user) {
        return true;
    }

    /**
     * @return what a present credential is called where another one is refused: "User already has {@code totp}. Remove first."
     */
    default String getShortName() {
        return getType();
    }

    /**
     * @return id of the required action in which users set such a credential up themselves: it is taken off. {@code null} where there is none
     */
    default String getSetupAction() {
        return null;
    }

    /**
     * @return class of the request and of the reply; the reply has a field {@code qrCode} besides, where there is a {@link NewCredential#qrCode}
     */
    Class<R> getRepresentationType();

    /**
     * @return the fields that the administrator may fill besides those of each type ({@link CredentialField#common}), with the defaults that
     *     hold for this user; this is called for each request, and must be cheap
     */
    List<CredentialField> getFields(RealmModel realm, UserModel user);

    /**
     * Makes a credential; it changes and stores nothing.
     *
     * @param request the values that were asked for, each checked against {@link #getFields}; {@code null} where none was.
     *     May be completed and returned as the representation of the reply
     * @return the credential to be stored, without an id: it gets a random one
     * @throws InvalidFieldException where the value of a field is not allowed
     * @throws ModelValidationException where the user can't be given such a credential
     */
    NewCredential<T, R> newCredential(RealmModel realm, UserModel user, R request);

    /**
     * Which of the user's present credentials of this type a new one takes the place of: the user may have none of them, unless they are to
     * be replaced. All of them by default; a provider whose users may have several tells them apart here.
     *
     * @param credential as made by {@link #newCredential}
     * @param present one of the user's, as it is stored: an import may have left anything in it
     */
    default boolean replaces(T credential, CredentialModel present) {
        return true;
    }

    /**
     * Which of the user's present credentials of other types a first one of this type goes before in the user's order: a login asks for the
     * first that its flow takes. None by default: it is the last, as all that Keycloak stores.
     *
     * @param present one of the user's, as it is stored
     */
    default boolean precedes(CredentialModel present) {
        return false;
    }
}
