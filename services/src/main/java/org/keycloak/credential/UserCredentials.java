package org.keycloak.credential;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.storage.UserStorageProvider;

/**
 * A user's credentials, whether Keycloak stores them or the user's storage (a {@link UserStorageProvider}) keeps them.
 */
public final class UserCredentials {

    private final RealmModel realm;
    private final UserModel user;
    private final SubjectCredentialManager manager;
    private final StorageCredentials storage;

    public UserCredentials(KeycloakSession session, RealmModel realm, UserModel user) {
        this.realm = realm;
        this.user = user;
        this.manager = user.credentialManager();
        this.storage = new StorageCredentials(session, realm, user);
    }

    /** Whether a user can have credentials: a service account and a transient user can't. */
    public static boolean supports(UserModel user) {
        return user.getServiceAccountClientLink() == null && !LightweightUserAdapter.isLightweightUser(user);
    }

    public boolean has(String type) {
        return has(type, credential -> true);
    }

    /**
     * @param which selects among the credentials that Keycloak stores; a credential that the user's storage keeps counts in any case
     */
    public boolean has(String type, Predicate<CredentialModel> which) {
        return manager.getStoredCredentialsByTypeStream(type).anyMatch(which) || storageHas(type);
    }

    /**
     * @param replaced selects the credentials of the provider's type that a new one would replace
     * @throws CredentialExistsException if the user has one of them
     */
    public void requireNone(CredentialCreator<?, ?> provider, Predicate<CredentialModel> replaced) {
        if (has(provider.getType(), replaced)) {
            throw new CredentialExistsException(provider.getShortName());
        }
    }

    /** Whether Keycloak asks the user's storage first to keep a credential of this type. */
    public boolean storageAccepts(String type) {
        return storage.accepts(type);
    }

    /** Whether the user's storage keeps a credential of this type. */
    public boolean storageHas(String type) {
        return storage.has(type);
    }

    /**
     * Finds the place of a new credential. It is the place of the first credential that the new one replaces. The user's first credential of
     * a type goes before the first that it {@link CredentialCreator#precedes precedes}. Call this before anything is removed.
     *
     * @return empty if the new credential is the last
     */
    public <T extends CredentialModel> Optional<CredentialPlace> place(CredentialCreator<T, ?> provider, T credential) {
        List<CredentialModel> order = manager.getStoredCredentialsStream().toList();
        Predicate<CredentialModel> ofType = present -> provider.getType().equals(present.getType());
        return CredentialPlace.ofFirst(order, order.stream().anyMatch(ofType)
                ? ofType.and(present -> provider.replaces(credential, present)) : provider::precedes);
    }

    /**
     * Stores a credential where Keycloak's own flows store it. The user's storage is asked first, and replaces its credential of the type. If
     * it declines, Keycloak stores the credential.
     *
     * @param place in the user's order; empty for the last
     * @return the stored credential; empty if the user's storage keeps it
     * @throws ModelValidationException if the user's storage declines, and can't give up the credential that it has
     * @throws ModelDuplicateException if a credential of the type has the label
     */
    public <T extends CredentialModel> Optional<CredentialModel> store(CredentialCreator<T, ?> provider, NewCredential<T, ?> credential,
            Optional<CredentialPlace> place) {
        if (credential.storageInput() != null && manager.updateCredential(credential.storageInput())) {
            return Optional.empty();
        }
        disableInStorage(provider.getType());
        requireFreeLabel(credential.model().getType(), credential.model().getUserLabel(), stays -> true);
        CredentialModel stored = provider.createCredential(realm, user, credential.model());
        place.ifPresent(it -> it.give(manager, stored));
        return Optional.of(stored);
    }

    /**
     * Keycloak's own check compares labels with their outer spaces, which its pages and its endpoint for labels leave on.
     *
     * @param label may be {@code null}
     * @param staying selects the credentials that a new one doesn't replace
     * @throws ModelDuplicateException if one of them is of the type and has the label
     */
    public void requireFreeLabel(String type, String label, Predicate<CredentialModel> staying) {
        CredentialField field = CredentialField.userLabel();
        if (label != null && manager.getStoredCredentialsByTypeStream(type).filter(staying).map(CredentialModel::getUserLabel)
                .anyMatch(stored -> stored != null && field.normalized(stored).equalsIgnoreCase(field.normalized(label)))) {
            throw new ModelDuplicateException("A credential has this label", CredentialModel.USER_LABEL);
        }
    }

    /** Removes the required action in which the user would set up the credential. */
    public void removeSetupAction(CredentialCreator<?, ?> provider) {
        String action = provider.getSetupAction();
        if (action != null && user.getRequiredActionsStream().anyMatch(action::equals)) {
            user.removeRequiredAction(action);
        }
    }

    /**
     * Removes credentials of one type that Keycloak stores.
     *
     * @param which selects the credentials
     * @return the credentials that were removed
     * @throws ModelValidationException if the provider leaves one of them
     */
    public List<CredentialModel> removeStored(CredentialProvider<?> provider, Predicate<CredentialModel> which) {
        List<CredentialModel> stored = manager.getStoredCredentialsByTypeStream(provider.getType()).filter(which).toList();
        List<CredentialModel> removed = stored.stream().filter(credential -> provider.deleteCredential(realm, user, credential.getId())).toList();
        if (removed.size() < stored.size() && manager.getStoredCredentialsByTypeStream(provider.getType()).anyMatch(which)) {
            throw new ModelValidationException("The user has a credential of type " + provider.getType() + " that can't be removed.");
        }
        return removed;
    }

    /**
     * Disables the credential that the user's storage keeps, if it keeps one.
     *
     * @return whether it kept one
     * @throws ModelValidationException if the storage can't disable it
     */
    public boolean disableInStorage(String type) {
        return storage.disable(type);
    }

    /**
     * Checks a response to a challenge as a login does, for example a code. A code that is accepted is used up, and a wrong one counts.
     *
     * @param credentialId empty for the credential that the user's storage keeps
     * @return whether the response is right
     */
    public boolean accept(String type, String credentialId, String response) {
        return manager.isValid(new UserCredentialModel(credentialId, type, response));
    }
}
