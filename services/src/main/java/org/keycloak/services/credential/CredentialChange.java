package org.keycloak.services.credential;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.lease.Lease;
import org.keycloak.credential.lease.LeaseException;
import org.keycloak.credential.lease.LeasedTransaction;
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

/**
 * Changes one user's credentials in a {@link LeasedTransaction}.
 */
public final class CredentialChange {

    public static final String LABEL_TAKEN = "Invalid " + CredentialField.USER_LABEL + ". The user has a credential with this label.";
    public static final String CONFLICT = "The user's credentials are being changed by another request. Try again.";
    public static final String READ_ONLY = "The user's storage is read-only.";

    /** How long an administrator's change is tried again: the user may change a label by Keycloak's own endpoint, again and again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KeycloakSessionFactory factory;
    private final String realmId;
    private final String userId;
    private final LeasedTransaction transaction;

    /** By an administrator. */
    public CredentialChange(KeycloakSession session, UserModel user) {
        this(session, user, leases(session, user)::ofAdministrator, PATIENCE);
    }

    private CredentialChange(KeycloakSession session, UserModel user, Supplier<Optional<Lease>> claim, Duration patience) {
        this.factory = session.getKeycloakSessionFactory();
        this.realmId = session.getContext().getRealm().getId();
        this.userId = user.getId();
        this.transaction = new LeasedTransaction(session, "Change of a user's credentials", claim, patience);
    }

    public static CredentialChange byUser(KeycloakSession session, UserModel user) {
        return new CredentialChange(session, user, leases(session, user)::ofUser, Duration.ZERO);
    }

    private static CredentialLeases leases(KeycloakSession session, UserModel user) {
        return new CredentialLeases(session.getKeycloakSessionFactory(), session.getContext().getRealm(), user.getId());
    }

    /** What is done in the transaction, with its session, and with the realm and the user as they are then. */
    @FunctionalInterface
    public interface Work<V> {

        V with(KeycloakSession session, RealmModel realm, UserModel user);
    }

    /**
     * @return what the work returned, once it is committed; the request's own transaction has ended, too
     * @throws WebApplicationException 400, 404 or 409; then nothing in Keycloak's database has changed
     */
    public <V> V make(Work<V> work) {
        try {
            return transaction.run(own -> {
                UserModel user = find(own).orElseThrow(CredentialChange::notFound);
                return work.with(own, own.getContext().getRealm(), user);
            });
        } catch (WebApplicationException | LeaseException | ModelValidationException | ReadOnlyException e) {
            throw reply(e);
        } catch (RuntimeException e) {
            throw isDeleted() ? notFound() : reply(e);
        }
    }

    /**
     * @return empty if the user is deleted, also if the realm is
     */
    private Optional<UserModel> find(KeycloakSession own) {
        RealmModel realm = own.realms().getRealm(realmId);
        own.getContext().setRealm(realm);
        return Optional.ofNullable(realm).map(present -> own.users().getUserById(present, userId));
    }

    /** Whether the user is deleted. Exceptions of many classes follow from that: credentials without a user violate a constraint, for example. */
    private boolean isDeleted() {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, own -> find(own).filter(CredentialChange::isInDatabase).isEmpty());
    }

    /** A cache may still have a user who is deleted from the database. */
    private static boolean isInDatabase(UserModel user) {
        try {
            return !(user instanceof CachedUserModel cached) || cached.getDelegateForUpdate() != null;
        } catch (IllegalStateException e) { // the cache's own
            return false;
        }
    }

    private static WebApplicationException notFound() {
        return new NotFoundException("User not found"); // as Keycloak's UsersResource says it
    }

    private static RuntimeException reply(RuntimeException failure) {
        if (failure instanceof ReadOnlyException) {
            return ErrorResponse.error(READ_ONLY, Status.BAD_REQUEST);
        }
        if (failure instanceof ModelDuplicateException duplicate && CredentialModel.USER_LABEL.equals(duplicate.getDuplicateFieldName())) {
            return ErrorResponse.exists(LABEL_TAKEN);
        }
        return FailedChange.reply(failure, CONFLICT);
    }

    /** What a client is told while another request changes the user's credentials. */
    public static WebApplicationException conflict() {
        return ErrorResponse.exists(CONFLICT);
    }
}
