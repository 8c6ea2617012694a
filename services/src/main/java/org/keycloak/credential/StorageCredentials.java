package org.keycloak.credential;

import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderModel;

/**
 * The credentials that a user's storage, a {@link UserStorageProvider}, keeps itself.
 */
final class StorageCredentials {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    StorageCredentials(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /** Whether Keycloak asks the storage first to keep a credential of this type. */
    boolean accepts(String type) {
        return storage() instanceof CredentialInputUpdater updater && updater.supportsCredentialType(type);
    }

    /** Whether the storage keeps a credential of this type. */
    boolean has(String type) {
        return storage() instanceof CredentialInputValidator validator && validator.supportsCredentialType(type)
                && validator.isConfiguredFor(realm, user, type);
    }

    /**
     * Disables the credential of this type, if the storage keeps one.
     *
     * @return whether it kept one
     * @throws ModelValidationException if the storage can't disable it
     */
    boolean disable(String type) {
        if (!has(type)) {
            return false;
        }
        SubjectCredentialManager manager = user.credentialManager();
        if (manager.getDisableableCredentialTypesStream().anyMatch(type::equals)) {
            manager.disableCredentialType(type);
        }
        if (has(type)) {
            throw new ModelValidationException("The user's storage keeps a credential of type " + type + ", and can't remove it.");
        }
        return true;
    }

    private UserStorageProvider storage() {
        ComponentModel storage = user.isFederated() ? realm.getComponent(user.getFederationLink()) : null;
        // Keycloak asks no storage that is disabled.
        return storage == null || !new UserStorageProviderModel(storage).isEnabled() ? null : session.getProvider(UserStorageProvider.class, storage);
    }
}
