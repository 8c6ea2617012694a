package org.keycloak.credential.lease;

import java.util.function.Consumer;
import java.util.function.Function;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.utils.KeycloakModelUtils;

import org.jboss.logging.Logger;

/**
 * The single-use object store in transactions of its own. With the feature {@code stateless} the store is the database: in the request's
 * transaction other requests would see an entry late, and a refused login would roll it back.
 */
public final class SingleUseStore {

    private static final Logger LOGGER = Logger.getLogger(SingleUseStore.class);

    private final KeycloakSessionFactory factory;

    public SingleUseStore(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /** Uses the store in one transaction, which has ended when this returns. */
    public <V> V use(Function<SingleUseObjectProvider, V> use) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> use.apply(session.singleUseObjects()));
    }

    /** As {@link #use}, without a result. */
    public void run(Consumer<SingleUseObjectProvider> use) {
        use(objects -> {
            use.accept(objects);
            return null;
        });
    }

    /** As {@link #tidy}, once the session has committed its change. */
    public static void tidyAfter(KeycloakSession session, Runnable work) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {

            @Override
            protected void commitImpl() {
                tidy(work);
            }

            @Override
            protected void rollbackImpl() {
                // nothing has changed
            }
        });
    }

    /** Does work that must not let a request fail: entries that stay in the store expire. */
    public static void tidy(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOGGER.warn("The single-use object store could not be tidied up. What is left in it expires.", e);
        }
    }
}
