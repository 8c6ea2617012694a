package org.keycloak.services.resources.admin.bulk;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.ws.rs.WebApplicationException;

import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.credential.CredentialReply;
import org.keycloak.services.resources.admin.ReadableNames.Names;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What came of one user of a request, and the line of the reply.
 *
 * @param status {@code null} for a user whom the caller doesn't see: no line tells of the user
 * @param user facts about the user
 * @param credential the new credential, or {@code null}
 * @param message why there is none, or {@code null}
 */
record BulkOutcome(Status status, ObjectNode user, CredentialReply credential, String message) {

    enum Status {
        CREATED, CREATABLE, EXISTS, FAILED;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static BulkOutcome of(Status status, ObjectNode user, CredentialReply credential) {
        return new BulkOutcome(status, user, credential, null);
    }

    static BulkOutcome without(Status status, ObjectNode user, String message) {
        return new BulkOutcome(status, user, null, message);
    }

    /** The same for a user who doesn't exist and for one whom the caller must not see. */
    static BulkOutcome unseen(BulkEntry entry) {
        return entry.listed() ? new BulkOutcome(null, null, null, null) : without(Status.FAILED, asNamed(entry), BulkMessages.NOT_FOUND);
    }

    static BulkOutcome failed(BulkEntry entry, String message) {
        return without(Status.FAILED, asNamed(entry), message);
    }

    static BulkOutcome failed(BulkEntry entry, WebApplicationException failure) {
        Object entity = failure.getResponse().getEntity();
        return failed(entry, entity instanceof ErrorRepresentation error && error.getErrorMessage() != null ? error.getErrorMessage() : failure.getMessage());
    }

    /**
     * @return the user as the client named it
     */
    private static ObjectNode asNamed(BulkEntry entry) {
        ObjectNode user = withLine(entry);
        return entry.key() == null ? user : user.put(BulkLines.name(entry.key()), entry.value());
    }

    /**
     * @param names of the user that the caller may see
     * @param attributes of the user that are asked for
     * @return the user as Keycloak knows it
     */
    static ObjectNode facts(BulkEntry entry, UserModel user, Names names, Map<String, List<String>> attributes) {
        ObjectNode facts = withLine(entry).put("id", user.getId()).put("username", user.getUsername());
        putIfPresent(facts, "firstName", names.firstName());
        putIfPresent(facts, "lastName", names.lastName());
        putIfPresent(facts, "email", names.email());
        if (!attributes.isEmpty()) {
            ObjectNode values = facts.putObject("attributes");
            attributes.forEach((name, present) -> present.forEach(values.putArray(name)::add));
        }
        return facts;
    }

    private static ObjectNode withLine(BulkEntry entry) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return entry.line() == 0 ? node : node.put("line", entry.line());
    }

    private static void putIfPresent(ObjectNode node, String name, String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    /**
     * @return the line. A picture is drawn now, if there is one
     */
    ObjectNode json() {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("status", status.text());
        line.setAll(user);
        putIfPresent(line, "message", message);
        if (credential != null) {
            line.set("credential", credential.json());
        }
        return line;
    }

    /** Without the components, so that no secret gets into a log. */
    @Override
    public String toString() {
        return "BulkOutcome[" + status + "]";
    }
}
