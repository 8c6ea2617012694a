package org.keycloak.models.jpa;

import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.credential.RealmCredentialsProvider;
import org.keycloak.credential.RealmCredentialsProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Makes {@link JpaRealmCredentialsProvider}s.
 */
public class JpaRealmCredentialsProviderFactory implements RealmCredentialsProviderFactory {

    @Override
    public RealmCredentialsProvider create(KeycloakSession session) {
        return new JpaRealmCredentialsProvider(session, session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    @Override
    public String getId() {
        return "jpa";
    }

    @Override
    public void init(Config.Scope config) {
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
    }

    @Override
    public void close() {
    }
}
