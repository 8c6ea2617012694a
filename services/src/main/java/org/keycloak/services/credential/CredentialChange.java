package org.keycloak.services.credential;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.lease.Lease;
import org.keycloak.credential.lease.Retry;
import org.keycloak.credential.lease.WriteConflict;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.ErrorResponse;
import org.keycloak.storage.ReadOnlyException;

import org.jboss.logging.Logger;

/**
 * Changes a user's credentials: one request at a time, in a transaction that begins when the turn is won and has ended before anything
 * is told. So nothing that was read earlier is believed, and no secret is shown that isn't stored.
 */
public final class CredentialChange {

    private static final Logger LOGGER = Logger.getLogger(CredentialChange.class);

    /** So long does an administrator's change try again: a user may change a label, by Keycloak's own endpoint, again and again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KeycloakSession session;
    private final KeycloakSessionFactory factory;
    private final String realmId;
    private final String userId;
    private final Supplier<Optional<Lease>> turn;
    private final Duration patience;

    /** By an administrator. */
    public CredentialChange(KeycloakSession session, UserModel user) {
        this(session, user, CredentialLeases::ofAdministrator, PATIENCE);
    }

    private CredentialChange(KeycloakSession session, UserModel user, Function<CredentialLeases, Optional<Lease>> turn, Duration patience) {
        this.session = session;
        this.factory = session.getKeycloakSessionFactory();
        RealmModel realm = session.getContext().getRealm();
        this.realmId = realm.getId();
        this.userId = user.getId();
        CredentialLeases turns = new CredentialLeases(factory, realm, userId);
        this.turn = () -> turn.apply(turns);
        this.patience = patience;
    }

    public static CredentialChange byUser(KeycloakSession session, UserModel user) {
        return new CredentialChange(session, user, CredentialLeases::ofUser, Duration.ZERO);
    }

    /** What is done while it is this request's turn, with the session and the user of the change's own transaction. */
    @FunctionalInterface
    public interface Work<V> {

        V with(KeycloakSession session, RealmModel realm, UserModel user);
    }

    /**
     * @return what the work returned, once it is committed; the request's own transaction has ended, too
     * @throws WebApplicationException 400, 404 or 409, where nothing of Keycloak's is changed
     */
    public <V> V make(Work<V> work) {
        try {
            return inTurn(work);
        } catch (WebApplicationException e) {
            throw e;
        } catch (ModelValidationException e) {
            throw ErrorResponse.error(e.getMessage(), Status.BAD_REQUEST);
        } catch (ReadOnlyException e) {
            throw ErrorResponse.error("The user's storage is read-only.", Status.BAD_REQUEST);
        } catch (RuntimeException e) {
            if (WriteConflict.isCauseOf(e)) {
                throw lost();
            }
            if (UnstorableText.isCauseOf(e)) {
                throw ErrorResponse.error(UnstorableText.MESSAGE, Status.BAD_REQUEST);
            }
            if (isLabelTaken(e)) {
                throw labelTaken();
            }
            throw isGone() ? gone() : e; // a cache has had the user for longer than the database
        }
    }

    private <V> V inTurn(Work<V> work) {
        session.getTransactionManager().commit(); // gives its database connection back: nothing but reading has been done in it
        try (Lease mine = turn.get().orElseThrow(CredentialChange::lost)) {
            AtomicReference<V> result = new AtomicReference<>();
            Retry.until(patience, () -> isDone(() -> result.set(inTransaction(work, mine)))).orElseThrow(CredentialChange::lost);
            return result.get();
        }
    }

    /** Keycloak's own endpoints take no turn: what they change at the same time is found out at the end. */
    private Optional<Boolean> isDone(Runnable attempt) {
        try {
            attempt.run();
            return Optional.of(true);
        } catch (RuntimeException e) {
            if (!WriteConflict.isCauseOf(e)) {
                throw e;
            }
            LOGGER.debugf("A change of the credentials of user %s was lost to another transaction: %s", userId, WriteConflict.description(e));
            if (isGone()) {
                throw gone(); // a deleted user's credentials break a constraint, too
            }
            return Optional.empty();
        }
    }

    private <V> V inTransaction(Work<V> work, Lease mine) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session.getContext(), own -> {
            V result = make(work, own);
            if (!mine.hasTimeLeft()) {
                throw lost();
            }
            return result;
        }, "Change of a user's credentials");
    }

    private <V> V make(Work<V> work, KeycloakSession own) {
        UserModel user = user(own);
        if (user == null) {
            throw gone();
        }
        own.getContext().setBearerToken(session.getContext().getBearerToken());
        return work.with(own, own.getContext().getRealm(), user);
    }

    /** Whoever deleted the realm has deleted the user. */
    private UserModel user(KeycloakSession own) {
        RealmModel realm = own.realms().getRealm(realmId);
        own.getContext().setRealm(realm);
        return realm == null ? null : own.users().getUserById(realm, userId);
    }

    private boolean isGone() {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, own -> {
            UserModel user = user(own);
            return user == null || user instanceof CachedUserModel cached && !isInDatabase(cached);
        });
    }

    private static boolean isInDatabase(CachedUserModel user) {
        try {
            return user.getDelegateForUpdate() != null;
        } catch (IllegalStateException e) { // the cache's own
            return false;
        }
    }

    private static WebApplicationException gone() {
        return new NotFoundException("User not found"); // as Keycloak's UsersResource says it
    }

    public static WebApplicationException lost() {
        return ErrorResponse.exists("The user's credentials are being changed by another request. Try again.");
    }

    private static boolean isLabelTaken(RuntimeException e) {
        return e instanceof ModelDuplicateException duplicate && CredentialModel.USER_LABEL.equals(duplicate.getDuplicateFieldName());
    }

    private static WebApplicationException labelTaken() {
        return ErrorResponse.exists("Invalid " + CredentialField.USER_LABEL + ". The user has a credential with this label.");
    }
}
