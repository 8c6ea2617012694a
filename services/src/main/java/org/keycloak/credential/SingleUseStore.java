package org.keycloak.credential;

import java.util.function.Function;

import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The single-use object store in transactions of its own: it is a cache on one server, and the database on another, where what is done in a
 * request's transaction is seen late, and rolled back with it.
 */
public final class SingleUseStore {

    private final KeycloakSessionFactory factory;

    public SingleUseStore(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /** Does it in one transaction, which has ended when this returns. */
    public <V> V use(Function<SingleUseObjectProvider, V> use) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> use.apply(session.singleUseObjects()));
    }
}
