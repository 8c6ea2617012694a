package org.keycloak.services.resources.admin.bulk;

import java.util.Optional;

import org.keycloak.credential.CredentialCreator;
import org.keycloak.credential.CredentialCreators;
import org.keycloak.credential.CredentialExistsException;
import org.keycloak.credential.UserCredentials;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.credential.CredentialFields;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.CredentialCreation;
import org.keycloak.services.resources.admin.CredentialEnrolment;
import org.keycloak.services.resources.admin.CredentialEnrolment.Prepared;
import org.keycloak.services.resources.admin.CredentialEvents;
import org.keycloak.services.resources.admin.CredentialPermission;
import org.keycloak.services.resources.admin.bulk.BulkOutcome.Status;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Gives users a credential in one session. The rights are those that the caller has at the time.
 */
final class BulkEnroller {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final BulkRequest request;
    private final CredentialEvents events;
    private final AdminPermissionEvaluator rights;
    private final boolean managesAll;

    BulkEnroller(KeycloakSession session, BulkRequest request, Caller caller, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.request = request;
        this.events = new CredentialEvents(adminEvent, session);
        this.rights = caller.rights(session);
        this.managesAll = rights.hasOneAdminRole(AdminRoles.MANAGE_USERS); // the role includes each right to each user
    }

    /**
     * @param user {@code null} if there is none
     * @throws RuntimeException if the credential could not be stored: the transaction must be rolled back
     */
    BulkOutcome enrol(BulkEntry entry, UserModel user) {
        if (user == null || !isVisible(user) || entry.listed() && !UserCredentials.supports(user)) {
            return BulkOutcome.unseen(entry);
        }
        ObjectNode facts = BulkOutcome.facts(entry, user, request.attributes());
        if (entry.fault() != null) {
            return BulkOutcome.without(Status.FAILED, facts, entry.fault());
        }
        if (!managesAll && !CredentialPermission.canChange(rights, user)) {
            return BulkOutcome.without(Status.FAILED, facts, "No right to change the user's credentials");
        }
        Optional<CredentialCreator<?, ?>> creator = CredentialCreators.of(session, realm, user, request.type());
        if (creator.isEmpty()) {
            return BulkOutcome.without(Status.FAILED, facts, "The user can't have a credential of this type");
        }
        Prepared<?, ?> prepared;
        try {
            prepared = prepare(entry, user, creator.get());
        } catch (CredentialExistsException e) {
            return BulkOutcome.without(Status.EXISTS, facts, e.getMessage());
        } catch (ModelValidationException e) {
            return BulkOutcome.without(Status.FAILED, facts, e.getMessage());
        }
        return request.dryRun() ? BulkOutcome.of(Status.CREATABLE, facts, null) : BulkOutcome.of(Status.CREATED, facts, prepared.store());
    }

    private boolean isVisible(UserModel user) {
        return managesAll || rights.users().canView(user);
    }

    private Prepared<?, ?> prepare(BulkEntry entry, UserModel user, CredentialCreator<?, ?> creator) {
        ObjectNode fields = entry.fields() == null ? request.credential()
                : BulkFields.withoutPicture(CredentialFields.check(session, entry.fields(), CredentialCreation.fields(creator, realm, user)), creator, realm, user);
        return new CredentialEnrolment(realm, user, new UserCredentials(session, realm, user), events.of(user, request.path())).prepare(creator, fields, false);
    }
}
