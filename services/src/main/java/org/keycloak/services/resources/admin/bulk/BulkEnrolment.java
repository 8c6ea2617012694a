package org.keycloak.services.resources.admin.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.keycloak.credential.CredentialCreator;
import org.keycloak.credential.CredentialCreators;
import org.keycloak.credential.CredentialField;
import org.keycloak.credential.InvalidFieldException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.credential.AcceptedType;
import org.keycloak.services.credential.BadRequest;
import org.keycloak.services.credential.CredentialFields;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.CredentialCreation;
import org.keycloak.services.resources.admin.ManageOtpRole;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.userlist.Caller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Gives many users a credential: reads the request and checks all of it that isn't about one user, then replies line by line.
 */
public final class BulkEnrolment {

    public static final String NDJSON = "application/x-ndjson";

    private static final MediaType NDJSON_TYPE = MediaType.valueOf(NDJSON);
    /** As large as a body that Keycloak's server accepts by default. */
    private static final int MAX_BYTES = 10 * 1024 * 1024;
    private static final List<String> FIELDS = List.of("users", "credential", "dryRun", "attributes");
    private static final int MAX_ATTRIBUTES = 100;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminEventBuilder adminEvent;
    private final Caller caller;
    private final String type;

    /**
     * @param type of the credentials
     */
    public BulkEnrolment(KeycloakSession session, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent, String type) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.adminEvent = adminEvent;
        this.caller = new Caller(session, auth, ManageOtpRole.isFor(type));
        this.type = type;
    }

    /**
     * @param path of the endpoint for one user, below the user
     * @param body JSON, or NDJSON if the request's content type says so; it is read to its end before the reply begins
     * @return 200 with a reply that is written while the work is done
     * @throws jakarta.ws.rs.WebApplicationException 400, 403, 404, 406 or 413; nothing is done then
     */
    public Response enrol(String path, InputStream body) {
        caller.permission().requireQuery();
        CredentialCreator<?, ?> creator = CredentialCreators.ofType(session, type).orElseThrow(() -> new NotFoundException(CredentialCreation.TYPE_NOT_FOUND));
        AcceptedType.of(session, NDJSON_TYPE);
        return BadRequest.ifInvalid(() -> {
            byte[] bytes = read(body);
            boolean lines = NDJSON_TYPE.isCompatible(session.getContext().getRequestHeaders().getMediaType());
            return lines ? reply(new BulkLines(bytes), new BulkRequest(type, path, null, List.of(), false)) : selection(creator, path, CredentialFields.parse(bytes));
        });
    }

    private Response selection(CredentialCreator<?, ?> creator, String path, JsonNode json) {
        if (!json.isObject()) {
            throw new ModelValidationException("Invalid request body. Allowed: a JSON object.");
        }
        json.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new ModelValidationException("Unknown field " + CredentialFields.abbreviated(name) + ". Allowed: " + String.join(", ", FIELDS) + ".");
            }
        });
        BulkRequest request = new BulkRequest(creator.getType(), path, credential(creator, json.path("credential")), attributes(json.path("attributes")), dryRun(json.path("dryRun")));
        if (!request.attributes().isEmpty()) {
            caller.permission().requireQueryByAttributes();
        }
        Iterator<BulkEntry> entries = new UserSelection(session, caller).read(json.path("users"));
        return reply(entries, request);
    }

    private ObjectNode credential(CredentialCreator<?, ?> creator, JsonNode fields) {
        if (!fields.isObject() && !fields.isMissingNode() && !fields.isNull()) {
            throw new InvalidFieldException("credential", "an object");
        }
        List<CredentialField> declared = creator.getFields(realm);
        ObjectNode filled = BulkFields.check(session, fields.isObject() ? fields : JsonNodeFactory.instance.objectNode(), creator, declared);
        declared.stream().filter(field -> field.isSecret() && filled.has(field.getName())).findFirst().ifPresent(field -> {
            throw new InvalidFieldException(field.getName(), "none for a selection of users; in NDJSON, each user has a secret of their own");
        });
        return filled;
    }

    private static boolean dryRun(JsonNode value) {
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            throw new InvalidFieldException("dryRun", "true, false");
        }
        return value.asBoolean();
    }

    private static List<String> attributes(JsonNode names) {
        if (names.isMissingNode() || names.isNull()) {
            return List.of();
        }
        if (!names.isArray() || names.size() > MAX_ATTRIBUTES) {
            throw new InvalidFieldException("attributes", "an array of at most " + MAX_ATTRIBUTES + " names");
        }
        return StreamSupport.stream(names.spliterator(), false).map(name -> BulkLines.value("attributes", name)).distinct().toList();
    }

    private static byte[] read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw ErrorResponse.error("Invalid request body. Allowed: at most " + MAX_BYTES + " bytes.", Status.REQUEST_ENTITY_TOO_LARGE);
            }
            return bytes;
        } catch (IOException e) {
            throw new ModelValidationException("Invalid request body. Allowed: JSON in UTF-8.");
        }
    }

    private Response reply(Iterator<BulkEntry> entries, BulkRequest request) {
        BulkBatch batch = new BulkBatch(session, request, caller, adminEvent);
        caller.endRequest(); // the reply takes its time, and needs no database connection meanwhile
        return Response.ok(new BulkReply(entries, batch), NDJSON_TYPE).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
