package org.keycloak.services.resources.admin.bulk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;

import org.keycloak.credential.UserBatchProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.utils.Organizations;
import org.keycloak.services.credential.BatchCredentialLeases;
import org.keycloak.services.credential.CredentialChange;
import org.keycloak.services.credential.CredentialLeaseKeys;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.userlist.Caller;

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
    private final CredentialLeaseKeys leaseKeys;
    private final BulkRequest request;
    private final Caller caller;
    private final AdminEventBuilder adminEvent;
    private int rolledBack;
    /** How many users in a row failed for a reason that the client can do nothing about. */
    private int unexpected;
    /** Ids of the users who had their turn. */
    private final Set<String> done = new HashSet<>();

    /**
     * @param session of the request, whose transaction has not ended yet
     */
    BulkBatch(KeycloakSession session, BulkRequest request, Caller caller, AdminEventBuilder adminEvent) {
        this.session = session;
        this.leaseKeys = CredentialLeaseKeys.of(session.getContext().getRealm());
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
        if (request.dryRun()) {
            each(found, outcomes, BulkEnroller::enrol);
            return Arrays.asList(outcomes);
        }
        if (!caller.permission().credentials().managesAll()) {
            // Before a lease is claimed: others would wait for it, and a conflict would tell of a user whom the caller must not see.
            each(found, outcomes, (enroller, entry, user) -> enroller.refusal(entry, user).orElse(null));
            found.keySet().removeIf(index -> outcomes[index] != null);
        }
        if (!found.isEmpty()) {
            together(found, outcomes);
        }
        found.forEach((index, user) -> {
            if (outcomes[index] == null) {
                outcomes[index] = tried(user.entry(), () -> alone(user));
            }
        });
        return Arrays.asList(outcomes);
    }

    /**
     * @return the users by the index of their entry; for any other entry an outcome is set
     */
    private Map<Integer, Found> find(List<BulkEntry> entries, BulkOutcome[] outcomes) {
        List<BulkEntry> named = entries.stream().filter(entry -> !entry.listed() && entry.fault() == null).toList();
        return named.isEmpty() ? find(entries, null, outcomes) : inSession(own -> find(entries, new BulkUsers(own, caller, named), outcomes));
    }

    private Map<Integer, Found> find(List<BulkEntry> entries, BulkUsers users, BulkOutcome[] outcomes) {
        Map<Integer, Found> found = new LinkedHashMap<>();
        for (int i = 0; i < outcomes.length; i++) {
            int index = i;
            BulkEntry entry = entries.get(index);
            outcomes[index] = tried(entry, () -> {
                if (entry.fault() != null) {
                    return BulkOutcome.failed(entry, entry.fault());
                }
                List<String> ids = entry.listed() ? List.of(entry.value()) : users.find(entry);
                if (ids.isEmpty()) {
                    return BulkOutcome.unseen(entry);
                }
                if (ids.size() > 1) {
                    return BulkOutcome.failed(entry, "Several users have this e-mail address");
                }
                String id = ids.get(0);
                boolean first = entry.listed() || done.add(id);
                found.put(index, new Found(first ? entry : entry.with("The user is in the request twice"), id));
                return null;
            });
        }
        return found;
    }

    /**
     * @param id as it is stored
     */
    private record Found(BulkEntry entry, String id) {
    }

    /** What is done with one user. */
    @FunctionalInterface
    private interface Work {

        /**
         * @param user {@code null} if there is none
         * @return {@code null} for no outcome yet
         */
        BulkOutcome with(BulkEnroller enroller, BulkEntry entry, UserModel user);
    }

    /** Does work that changes nothing, in one session. */
    private void each(Map<Integer, Found> found, BulkOutcome[] outcomes, Work work) {
        inSession(own -> {
            BulkEnroller enroller = new BulkEnroller(own, request, caller, adminEvent);
            Map<String, UserModel> users = load(own, found.values().stream());
            found.forEach((index, user) -> outcomes[index] = tried(user.entry(), () -> work.with(enroller, user.entry(),
                    users.computeIfAbsent(user.id(), id -> own.users().getUserById(own.getContext().getRealm(), id)))));
            return null;
        });
    }

    private void together(Map<Integer, Found> found, BulkOutcome[] outcomes) {
        try (BatchCredentialLeases leases = new BatchCredentialLeases(session, leaseKeys, found.values().stream().map(Found::id).toList())) {
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
        } catch (ForbiddenException e) {
            throw e; // the caller's account was disabled or removed
        } catch (RuntimeException e) {
            // Once a run at info: a reader of the log sees why a run is slow.
            LOGGER.logf(rolledBack++ == 0 ? Logger.Level.INFO : Logger.Level.DEBUG, "A batch was rolled back, and its users are tried alone: %s", e.getClass().getName());
        }
    }

    private static Map<String, UserModel> load(KeycloakSession own, Stream<Found> users) {
        Map<String, UserModel> loaded = own.getProvider(UserBatchProvider.class).load(own.getContext().getRealm(), users.map(Found::id).distinct().toList());
        OrganizationProvider organizations = own.getProvider(OrganizationProvider.class);
        if (organizations != null && organizations.count() > 0) { // Keycloak itself loads these, as read-only users
            loaded.values().removeIf(user -> Organizations.isReadOnlyOrganizationMember(own, user));
        }
        return loaded;
    }

    private BulkOutcome alone(Found found) {
        BulkOutcome outcome = inSession(own -> {
            UserModel user = own.users().getUserById(own.getContext().getRealm(), found.id());
            return user == null ? BulkOutcome.unseen(found.entry()) : new CredentialChange(own, user)
                    .make((inner, innerRealm, innerUser) -> new BulkEnroller(inner, request, caller, adminEvent).enrol(found.entry(), innerUser));
        });
        unexpected = 0;
        return outcome;
    }

    /** A failure is about one user: the others have their turn. */
    private BulkOutcome tried(BulkEntry entry, Supplier<BulkOutcome> attempt) {
        try {
            return attempt.get();
        } catch (WebApplicationException e) {
            return BulkOutcome.failed(entry, e);
        } catch (RuntimeException e) {
            LOGGER.error("A credential of one of many users could not be created", withoutMessages(e));
            if (++unexpected > MAX_UNEXPECTED) {
                throw e; // the database is gone, for example: the reply ends without its sums
            }
            return BulkOutcome.failed(entry, BulkMessages.SERVER_FAILED);
        }
    }

    /** A message may quote a secret: a database's does if it refuses a row. */
    private static Throwable withoutMessages(Throwable failure) {
        Throwable cause = failure.getCause() == null ? null : withoutMessages(failure.getCause());
        Throwable copy = new Throwable(failure.getClass().getName(), cause);
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }

    private <V> V inSession(KeycloakSessionTaskWithResult<V> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), session.getContext(), own -> {
            own.getContext().setBearerToken(session.getContext().getBearerToken());
            return work.run(own);
        }, NAME);
    }
}
