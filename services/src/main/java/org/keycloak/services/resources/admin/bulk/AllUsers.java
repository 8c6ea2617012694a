package org.keycloak.services.resources.admin.bulk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.keycloak.credential.UserBatchProvider;
import org.keycloak.credential.UserBatchProvider.Name;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * All users of a realm without user storages, in the order of their names. A page of them is read when it is its turn.
 */
final class AllUsers implements Iterator<BulkEntry> {

    private final KeycloakSession session;
    private final Deque<Name> page = new ArrayDeque<>();
    private String last;
    private boolean more = true;

    /**
     * @param session of the request, which may have ended
     */
    AllUsers(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public boolean hasNext() {
        if (page.isEmpty() && more) {
            read();
        }
        return !page.isEmpty();
    }

    @Override
    public BulkEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return BulkEntry.listed(page.removeFirst().id());
    }

    private void read() {
        List<Name> next = KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), session.getContext(),
                own -> own.getProvider(UserBatchProvider.class).page(own.getContext().getRealm(), last), "Page of users");
        more = next.size() == UserBatchProvider.MAX_SIZE;
        page.addAll(next);
        last = next.isEmpty() ? last : next.get(next.size() - 1).username();
    }
}
