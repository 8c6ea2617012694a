package org.keycloak.services.resources.admin.bulk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.keycloak.credential.CredentialCreator;
import org.keycloak.credential.CredentialCreators;
import org.keycloak.credential.CredentialExistsException;
import org.keycloak.credential.UserCredentials;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.credential.CredentialChange;
import org.keycloak.services.credential.CredentialReply;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.CredentialEnrolment;
import org.keycloak.services.resources.admin.CredentialEnrolment.Prepared;
import org.keycloak.services.resources.admin.CredentialEvents;
import org.keycloak.services.resources.admin.ReadableNames;
import org.keycloak.services.resources.admin.bulk.BulkOutcome.Status;
import org.keycloak.services.resources.admin.userlist.Caller;
import org.keycloak.services.resources.admin.userlist.UserListPermission;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Gives users a credential in one session. Fine-grained permissions and groups count as they are at the time; the caller's roles are those of
 * the token, as in any request.
 */
final class BulkEnroller {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final BulkRequest request;
    private final CredentialEvents events;
    private final UserListPermission permission;
    private final ReadableNames readable;

    BulkEnroller(KeycloakSession session, BulkRequest request, Caller caller, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.request = request;
        this.events = new CredentialEvents(adminEvent, session);
        this.permission = caller.permission().now(session);
        this.readable = new ReadableNames(session);
    }

    /**
     * @param user {@code null} if there is none
     * @throws RuntimeException if the credential could not be stored: the transaction must be rolled back
     */
    BulkOutcome enrol(BulkEntry entry, UserModel user) {
        return refusal(entry, user).orElseGet(() -> create(entry, user));
    }

    /**
     * @param user {@code null} if there is none
     * @return an outcome if the caller may not change the user's credentials
     */
    Optional<BulkOutcome> refusal(BulkEntry entry, UserModel user) {
        if (user == null || !permission.canView(user) || entry.listed() && !UserCredentials.supports(user)) {
            return Optional.of(BulkOutcome.unseen(entry));
        }
        if (entry.fault() != null) {
            return Optional.of(BulkOutcome.without(Status.FAILED, facts(entry, user), entry.fault()));
        }
        if (!permission.credentials().canChange(user)) {
            return Optional.of(BulkOutcome.without(Status.FAILED, facts(entry, user), BulkMessages.NO_RIGHT));
        }
        return Optional.empty();
    }

    private BulkOutcome create(BulkEntry entry, UserModel user) {
        ObjectNode facts = facts(entry, user);
        Optional<CredentialCreator<?, ?>> creator = CredentialCreators.of(session, realm, user, request.type());
        if (creator.isEmpty()) {
            return BulkOutcome.without(Status.FAILED, facts, BulkMessages.IMPOSSIBLE);
        }
        ObjectNode fields;
        Prepared<?, ?> prepared;
        try {
            fields = entry.fields() == null ? request.credential()
                    : BulkFields.check(session, entry.fields(), creator.get(), creator.get().getFields(realm, user));
            prepared = new CredentialEnrolment(realm, user, new UserCredentials(session, realm, user), events.of(user, request.path()))
                    .prepare(creator.get(), fields, false);
        } catch (CredentialExistsException e) {
            return BulkOutcome.without(Status.EXISTS, facts, e.getMessage());
        } catch (ModelValidationException e) {
            return BulkOutcome.without(Status.FAILED, facts, e.getMessage());
        } catch (ModelDuplicateException e) {
            return BulkOutcome.without(Status.FAILED, facts, CredentialChange.LABEL_TAKEN);
        }
        if (request.dryRun()) {
            return BulkOutcome.of(Status.CREATABLE, facts, null);
        }
        CredentialReply created = prepared.store();
        return BulkOutcome.of(Status.CREATED, facts, BulkFields.hasPicture(fields) ? created : created.withoutPicture());
    }

    private ObjectNode facts(BulkEntry entry, UserModel user) {
        return BulkOutcome.facts(entry, user, readable.of(user), request.attributes().isEmpty() ? Map.of() : attributes(user));
    }

    private Map<String, List<String>> attributes(UserModel user) {
        Map<String, List<String>> shown = permission.canViewAttributes(user) ? readable.attributes(user) : Map.of();
        Map<String, List<String>> asked = new LinkedHashMap<>();
        request.attributes().forEach(name -> asked.put(name, shown.getOrDefault(name, List.of())));
        return asked;
    }
}
