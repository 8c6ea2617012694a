package org.keycloak.testsuite.providers;

import java.util.List;
import java.util.Map;

import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.adapter.AbstractUserAdapterFederatedStorage;

/**
 * A user whose profile is made of the user name.
 */
final class StoredUser extends AbstractUserAdapterFederatedStorage {

    private final String username;

    StoredUser(KeycloakSession session, RealmModel realm, ComponentModel storage, String username) {
        super(session, realm, storage);
        this.username = username;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public void setUsername(String username) {
        throw new UnsupportedOperationException("a stored user keeps the name");
    }

    @Override
    public String getFirstAttribute(String name) {
        List<String> own = own().get(name);
        return own == null ? super.getFirstAttribute(name) : own.get(0);
    }

    @Override
    public Map<String, List<String>> getAttributes() {
        Map<String, List<String>> attributes = super.getAttributes();
        attributes.putAll(own());
        return attributes;
    }

    private Map<String, List<String>> own() {
        return Map.of(
                UserModel.FIRST_NAME, List.of("Erika"),
                UserModel.LAST_NAME, List.of("Mustermann"),
                UserModel.EMAIL, List.of(username + "@example.com"));
    }
}
