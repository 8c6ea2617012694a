package org.keycloak.services.resources.admin;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.keycloak.credential.enrolment.InvalidFieldException;
import org.keycloak.models.ModelValidationException;
import org.keycloak.provider.ProviderConfigProperty;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Reads the fields that a request fills. Binding the body to a class would not do: its errors don't reach the administrator,
 * and they do reach the log, with parts of the body, which holds secrets.
 */
final class EnrolmentFields {

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private EnrolmentFields() {
    }

    /**
     * @param body a JSON object; empty for no fields
     * @param fields those that are allowed
     * @return values by name: text, {@link Integer} or {@link Boolean}
     * @throws ModelValidationException where the body is anything else, with a message that names the field, never a value
     */
    static Map<String, Object> read(InputStream body, List<ProviderConfigProperty> fields) {
        JsonNode object = parse(body);
        if (object.isMissingNode()) {
            return Map.of();
        }
        if (!object.isObject()) {
            throw new ModelValidationException("Invalid request body. A JSON object is allowed, or no body.");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        object.properties().forEach(entry -> {
            ProviderConfigProperty field = field(entry.getKey(), fields);
            values.put(field.getName(), value(entry.getValue(), field));
        });
        return values;
    }

    private static JsonNode parse(InputStream body) {
        try {
            return READER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new ModelValidationException("Invalid request body. Malformed JSON, or a field twice"
                    + (e.getLocation() == null ? "." : ", at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + "."));
        } catch (IOException e) {
            throw new ModelValidationException("Invalid request body. JSON in UTF-8 is allowed.");
        }
    }

    private static ProviderConfigProperty field(String name, List<ProviderConfigProperty> fields) {
        return fields.stream().filter(field -> field.getName().equals(name)).findFirst().orElseThrow(() -> {
            String allowed = fields.stream().map(ProviderConfigProperty::getName).collect(Collectors.joining(", "));
            return new ModelValidationException("Unknown field " + abbreviated(name) + ". Allowed are " + allowed + ".");
        });
    }

    private static Object value(JsonNode value, ProviderConfigProperty field) {
        return switch (field.getType()) {
            case ProviderConfigProperty.BOOLEAN_TYPE -> {
                require(value.isBoolean(), field);
                yield value.booleanValue();
            }
            case ProviderConfigProperty.INTEGER_TYPE -> {
                require(value.isIntegralNumber() && value.canConvertToInt(), field);
                yield value.intValue();
            }
            default -> {
                require(value.isTextual(), field);
                yield value.textValue();
            }
        };
    }

    private static void require(boolean allowed, ProviderConfigProperty field) {
        if (!allowed) {
            throw new InvalidFieldException(field);
        }
    }

    private static String abbreviated(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64) + "…";
    }
}
