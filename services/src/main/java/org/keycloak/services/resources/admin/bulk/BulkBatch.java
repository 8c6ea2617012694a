package org.keycloak.services.resources.admin.bulk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.ws.rs.WebApplicationException;

import org.keycloak.credential.UserBatchProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.credential.BatchCredentialLeases;
import org.keycloak.services.credential.CredentialChange;
import org.keycloak.services.resources.admin.AdminEventBuilder;

import org.jboss.logging.Logger;

/**
 * Gives a few users a credential in one transaction. A user for whom that isn't possible is tried alone: a user of a user storage, whose
 * change may not be undone; a user whom another request is changing; and all of a batch whose transaction failed.
 */
final class BulkBatch {

    private static final Logger LOGGER = Logger.getLogger(BulkBatch.class);

    private static final int MAX_UNEXPECTED = 10;
    private static final String NAME = "Creation of many users' credentials";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final BulkRequest request;
    private final Caller caller;
    private final AdminEventBuilder adminEvent;
    /** Users who failed for a reason that the client can do nothing about. */
    private int unexpected;
    /** Ids of the users who had their turn. */
    private final Set<String> done = new HashSet<>();

    /**
     * @param session of the request, which may have ended
     */
    BulkBatch(KeycloakSession session, RealmModel realm, BulkRequest request, Caller caller, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = realm;
        this.request = request;
        this.caller = caller;
        this.adminEvent = adminEvent;
    }

    /**
     * @param entries at most {@link UserBatchProvider#MAX_SIZE}
     * @return an outcome for each entry, in their order; what is created is committed
     */
    List<BulkOutcome> run(List<BulkEntry> entries) {
        BulkOutcome[] outcomes = new BulkOutcome[entries.size()];
        Map<Integer, Found> found = find(entries, outcomes);
        if (found.isEmpty()) {
            return Arrays.asList(outcomes);
        }
        if (request.dryRun()) {
            dryRun(found, outcomes);
        } else {
            together(found, outcomes);
            found.forEach((index, user) -> {
                if (outcomes[index] == null) {
                    outcomes[index] = alone(user);
                }
            });
        }
        return Arrays.asList(outcomes);
    }

    /**
     * @return the users by the index of their entry; for any other entry an outcome is set
     */
    private Map<Integer, Found> find(List<BulkEntry> entries, BulkOutcome[] outcomes) {
        Map<Integer, Found> found = new LinkedHashMap<>();
        List<BulkEntry> named = entries.stream().filter(entry -> !entry.listed() && entry.fault() == null).toList();
        List<List<String>> ids = named.isEmpty() ? List.of() : inSession(own -> {
            BulkUsers users = new BulkUsers(own, caller, named);
            return named.stream().map(users::find).toList();
        });
        Iterator<List<String>> ofNamed = ids.iterator();
        for (int index = 0; index < outcomes.length; index++) {
            BulkEntry entry = entries.get(index);
            if (entry.fault() != null) {
                outcomes[index] = BulkOutcome.failed(entry, entry.fault());
                continue;
            }
            List<String> candidates = entry.listed() ? List.of(entry.value()) : ofNamed.next();
            if (candidates.isEmpty()) {
                outcomes[index] = BulkOutcome.unseen(entry);
            } else if (candidates.size() > 1) {
                outcomes[index] = BulkOutcome.failed(entry, "Several users have this e-mail address");
            } else {
                String id = candidates.get(0);
                boolean first = entry.listed() || done.add(id);
                found.put(index, new Found(first ? entry : entry.with("The user is in the request twice"), id));
            }
        }
        return found;
    }

    /**
     * @param id as it is stored
     */
    private record Found(BulkEntry entry, String id) {
    }

    private void dryRun(Map<Integer, Found> found, BulkOutcome[] outcomes) {
        inSession(own -> {
            BulkEnroller enroller = new BulkEnroller(own, request, caller, adminEvent);
            Map<String, UserModel> users = load(own, found.values().stream());
            found.forEach((index, user) -> outcomes[index] = enroller.enrol(user.entry(),
                    users.computeIfAbsent(user.id(), id -> own.users().getUserById(own.getContext().getRealm(), id))));
            return null;
        });
    }

    private void together(Map<Integer, Found> found, BulkOutcome[] outcomes) {
        try (BatchCredentialLeases leases = new BatchCredentialLeases(session, realm, found.values().stream().map(Found::id).toList())) {
            Map<Integer, BulkOutcome> created = leases.commit(NAME, own -> {
                BulkEnroller enroller = new BulkEnroller(own, request, caller, adminEvent);
                Map<String, UserModel> users = load(own, found.values().stream().filter(user -> leases.isOf(user.id())));
                Map<Integer, BulkOutcome> result = new HashMap<>();
                found.forEach((index, user) -> {
                    if (users.containsKey(user.id())) {
                        result.put(index, enroller.enrol(user.entry(), users.get(user.id())));
                    }
                });
                return result;
            });
            created.forEach((index, outcome) -> outcomes[index] = outcome);
        } catch (RuntimeException e) {
            LOGGER.debugf("A batch was rolled back: %s", e.getClass().getSimpleName());
        }
    }

    private static Map<String, UserModel> load(KeycloakSession own, Stream<Found> users) {
        return own.getProvider(UserBatchProvider.class).load(own.getContext().getRealm(), users.map(Found::id).distinct().toList());
    }

    private BulkOutcome alone(Found found) {
        try {
            return inSession(own -> {
                UserModel user = own.users().getUserById(own.getContext().getRealm(), found.id());
                return user == null ? BulkOutcome.unseen(found.entry()) : new CredentialChange(own, user)
                        .make((inner, innerRealm, innerUser) -> new BulkEnroller(inner, request, caller, adminEvent).enrol(found.entry(), innerUser));
            });
        } catch (WebApplicationException e) {
            return BulkOutcome.failed(found.entry(), e);
        } catch (RuntimeException e) { // without its message, which may quote a secret
            LOGGER.errorf("The credential of user %s could not be created: %s", found.id(), e.getClass().getName());
            if (++unexpected > MAX_UNEXPECTED) {
                throw e; // the database is gone, for example: the reply ends without its sums
            }
            return BulkOutcome.failed(found.entry(), "Unexpected error. The server's log has more.");
        }
    }

    private <V> V inSession(KeycloakSessionTaskWithResult<V> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), session.getContext(), own -> {
            own.getContext().setBearerToken(session.getContext().getBearerToken());
            return work.run(own);
        }, NAME);
    }
}
