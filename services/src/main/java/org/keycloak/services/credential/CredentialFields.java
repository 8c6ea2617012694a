package org.keycloak.services.credential;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.InvalidFieldException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.provider.ProviderConfigProperty;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Reads and checks the fields that a request fills. The body isn't bound to a class, because Jackson's messages don't reach the client. They
 * do reach the log, with parts of the body, which may have a secret.
 */
public final class CredentialFields {

    private static final int MAX_BYTES = 64 * 1024;
    private static final String REQUEST_BODY = "request body";

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16).maxNumberLength(32).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private CredentialFields() {
    }

    /**
     * @param session for the validators of the fields
     * @param body a JSON object in UTF-8 of at most 64 KiB; empty for no fields
     * @param fields the fields that a request may fill
     * @return the fields that are filled, each with a value that is allowed
     * @throws ModelValidationException if the body is anything else, or lacks a required field; the message names the field, but no value
     */
    public static ObjectNode read(KeycloakSession session, InputStream body, List<CredentialField> fields) {
        JsonNode object = parse(body);
        if (!object.isObject() && !object.isMissingNode()) {
            throw new ModelValidationException("Invalid request body. Allowed: a JSON object, or no body.");
        }
        return check(session, object, fields);
    }

    /**
     * @param object with the fields that a request fills
     * @return the fields that are filled, each with a value that is allowed
     * @throws ModelValidationException if a value isn't allowed, or a required field is missing; the message names the field, but no value
     */
    public static ObjectNode check(KeycloakSession session, JsonNode object, List<CredentialField> fields) {
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) { // null means absent: a client may send each field of its class
                CredentialField field = field(entry.getKey(), fields);
                JsonNode value = entry.getValue().isTextual() ? normalized(entry.getValue().textValue(), field) : entry.getValue();
                field.require(session, value(value, field));
                filled.set(field.getName(), value);
            }
        });
        fields.forEach(field -> require(!field.isRequired() || filled.has(field.getName()), field));
        return filled;
    }

    /**
     * @param body JSON in UTF-8 of at most 64 KiB
     * @return a missing node if the body is empty
     * @throws ModelValidationException if the body is anything else; the message quotes nothing of it
     */
    private static JsonNode parse(InputStream body) {
        return parse(REQUEST_BODY, bytes(REQUEST_BODY, body));
    }

    /**
     * @param body of a request for many users: JSON in UTF-8
     */
    public static JsonNode parse(byte[] body) {
        return parse(REQUEST_BODY, body);
    }

    /**
     * @param line a line of a request that has one for each user, without its end, of at most 64 KiB
     */
    public static JsonNode parseLine(InputStream line) {
        return parse("line", bytes("line", line));
    }

    private static byte[] bytes(String what, InputStream text) {
        try {
            byte[] bytes = text.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new ModelValidationException("Invalid " + what + ". Allowed: at most " + MAX_BYTES + " bytes.");
            }
            return bytes;
        } catch (IOException e) {
            throw notUtf8(what);
        }
    }

    private static JsonNode parse(String what, byte[] text) {
        try {
            return READER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new ModelValidationException("Invalid " + what + ". Malformed JSON, or a field twice"
                    + (e.getLocation() == null ? "." : ", at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + "."));
        } catch (IOException e) {
            throw notUtf8(what);
        }
    }

    private static ModelValidationException notUtf8(String what) {
        return new ModelValidationException("Invalid " + what + ". Allowed: JSON in UTF-8.");
    }

    private static CredentialField field(String name, List<CredentialField> fields) {
        return fields.stream().filter(field -> field.getName().equals(name)).findFirst().orElseThrow(() -> {
            String allowed = fields.stream().map(ProviderConfigProperty::getName).collect(Collectors.joining(", "));
            return new ModelValidationException("Unknown field " + abbreviated(name) + ". Allowed: " + allowed + ".");
        });
    }

    private static JsonNode normalized(String text, CredentialField field) {
        return field.takesDuration() ? IntNode.valueOf(field.parseInteger(text)) : TextNode.valueOf(field.normalized(text));
    }

    private static Object value(JsonNode value, CredentialField field) {
        switch (field.getType()) {
            case ProviderConfigProperty.BOOLEAN_TYPE:
                require(value.isBoolean(), field);
                return value.booleanValue();
            case ProviderConfigProperty.INTEGER_TYPE:
                require(value.isIntegralNumber() && value.canConvertToInt(), field);
                return value.intValue();
            default:
                require(value.isTextual(), field);
                return value.textValue();
        }
    }

    private static void require(boolean allowed, CredentialField field) {
        if (!allowed) {
            throw new InvalidFieldException(field);
        }
    }

    /**
     * @return the name, cut off behind 64 characters, for a message
     */
    public static String abbreviated(String name) {
        return name.codePointCount(0, name.length()) <= 64 ? name : name.substring(0, name.offsetByCodePoints(0, 64)) + "…";
    }
}
