package org.keycloak.models.jpa;

import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.credential.UserBatchProvider;
import org.keycloak.credential.UserBatchProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Makes {@link JpaUserBatchProvider}s.
 */
public class JpaUserBatchProviderFactory implements UserBatchProviderFactory {

    @Override
    public UserBatchProvider create(KeycloakSession session) {
        return new JpaUserBatchProvider(session, session.getProvider(JpaConnectionProvider.class).getEntityManager());
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
