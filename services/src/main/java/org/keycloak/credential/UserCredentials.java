package org.keycloak.credential;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderModel;

/**
 * A user's credentials, wherever they are kept: by Keycloak, or by the user's own storage.
 */
public final class UserCredentials {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final SubjectCredentialManager manager;

    public UserCredentials(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.manager = user.credentialManager();
    }

    /** A service account or a transient user has none. */
    public static boolean supports(UserModel user) {
        return user.getServiceAccountClientLink() == null && !LightweightUserAdapter.isLightweightUser(user);
    }

    public boolean has(String type) {
        return has(type, credential -> true);
    }

    /**
     * @param which of those that Keycloak keeps; one that the user's storage keeps counts in any case
     */
    public boolean has(String type, Predicate<CredentialModel> which) {
        return manager.getStoredCredentialsByTypeStream(type).anyMatch(which) || storageHas(type);
    }

    /**
     * @param replaced those of the provider's type that a new one would take the place of
     * @throws ModelValidationException where the user has one of them
     */
    public void requireNone(CredentialCreator<?, ?> provider, Predicate<CredentialModel> replaced) {
        if (has(provider.getType(), replaced)) {
            throw new ModelValidationException("User already has " + provider.getShortName() + ". Remove first.");
        }
    }

    /** Whether the user's storage is asked first to keep a credential of this type. */
    public boolean storageAccepts(String type) {
        return storage() instanceof CredentialInputUpdater updater && updater.supportsCredentialType(type);
    }

    /** Whether the user's storage keeps a credential of this type. */
    public boolean storageHas(String type) {
        return storage() instanceof CredentialInputValidator validator && validator.supportsCredentialType(type)
                && validator.isConfiguredFor(realm, user, type);
    }

    private UserStorageProvider storage() {
        ComponentModel storage = user.isFederated() ? realm.getComponent(user.getFederationLink()) : null;
        // Keycloak asks no storage that is disabled.
        return storage == null || !new UserStorageProviderModel(storage).isEnabled() ? null : session.getProvider(UserStorageProvider.class, storage);
    }

    /**
     * Where a new credential belongs: in the place of the first that it replaces. A first one of its type goes before what it
     * {@link CredentialCreator#precedes precedes}. To be asked for before anything is removed.
     *
     * @return empty if that is the last place
     */
    public <T extends CredentialModel> Optional<CredentialPlace> place(CredentialCreator<T, ?> provider, T credential) {
        List<CredentialModel> order = manager.getStoredCredentialsStream().toList();
        Predicate<CredentialModel> ofType = present -> provider.getType().equals(present.getType());
        return CredentialPlace.ofFirst(order, order.stream().anyMatch(ofType)
                ? ofType.and(present -> provider.replaces(credential, present)) : provider::precedes);
    }

    /**
     * Stores a credential where Keycloak's own flows do: in the user's storage, which takes the place of what it had, else in Keycloak's.
     *
     * @param place in Keycloak's order
     * @return the stored credential; empty where the user's storage keeps it
     * @throws ModelValidationException where the user's storage has one, and takes no other
     * @throws ModelDuplicateException where a credential of the type has the label
     */
    public <T extends CredentialModel> Optional<CredentialModel> store(CredentialCreator<T, ?> provider, NewCredential<T, ?> credential,
            Optional<CredentialPlace> place) {
        if (credential.storageInput() != null && manager.updateCredential(credential.storageInput())) {
            return Optional.empty();
        }
        disableInStorage(provider.getType());
        requireFreeLabel(credential.model());
        CredentialModel stored = provider.createCredential(realm, user, credential.model());
        place.ifPresent(it -> it.give(manager, stored));
        return Optional.of(stored);
    }

    /** As Keycloak's store does for labels without outer spaces: its endpoint for labels, and its pages, leave them on. */
    private void requireFreeLabel(CredentialModel credential) {
        CredentialField field = CredentialField.userLabel();
        String label = credential.getUserLabel();
        if (label != null && manager.getStoredCredentialsByTypeStream(credential.getType()).map(CredentialModel::getUserLabel)
                .anyMatch(stored -> stored != null && field.taken(stored).equalsIgnoreCase(field.taken(label)))) {
            throw new ModelDuplicateException("A credential has this label", CredentialModel.USER_LABEL);
        }
    }

    /** Who has a credential needn't be asked to set one up. */
    public void removeSetupAction(CredentialCreator<?, ?> provider) {
        String action = provider.getSetupAction();
        if (action != null && user.getRequiredActionsStream().anyMatch(action::equals)) {
            user.removeRequiredAction(action);
        }
    }

    /**
     * Removes credentials of one type that Keycloak keeps.
     *
     * @return those that were there
     * @throws ModelValidationException where the provider doesn't remove one
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
     * Disables the credential that the user's storage keeps, if there is one.
     *
     * @return whether there was one
     * @throws ModelValidationException where the storage can't
     */
    public boolean disableInStorage(String type) {
        if (!storageHas(type)) {
            return false;
        }
        if (manager.getDisableableCredentialTypesStream().anyMatch(type::equals)) {
            manager.disableCredentialType(type);
        }
        if (storageHas(type)) {
            throw new ModelValidationException("The user's storage keeps a credential of type " + type + ", and can't remove it.");
        }
        return true;
    }

    /** Judges a user's response to a challenge as a login does. What a login uses up is used up. */
    public boolean accept(String type, String credentialId, String response) {
        return manager.isValid(new UserCredentialModel(credentialId, type, response));
    }
}
