package org.keycloak.credential;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.keycloak.createtotp.docs.OpenApi;
import org.keycloak.credential.otp.TotpFields;
import org.keycloak.credential.otp.TotpSecret;
import org.keycloak.credential.otp.method.TotpMethodFields;
import org.keycloak.models.OTPPolicy;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.resources.account.ConfirmTotpResource;
import org.keycloak.services.resources.account.GenerateTotpResource;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The schemas say what the fields' data say. */
class OpenApiFieldsTest {

    private static OpenApi openApi;

    @BeforeAll
    static void read() throws IOException {
        openApi = OpenApi.read();
    }

    @Test
    void ofATotp() {
        List<CredentialField> totp = new TotpFields(OTPPolicy.DEFAULT_POLICY).all();
        assertSays("CreateTotpRepresentation", Stream.of(Stream.of(TotpMethodFields.method()), CredentialField.common().stream(), totp.stream()).flatMap(fields -> fields), false);
    }

    @Test
    void ofAnyCredential() {
        assertSays("CreateCredentialRepresentation", CredentialField.common().stream(), true);
        assertSays("CreateRecoveryAuthnCodesRepresentation", CredentialField.common().stream(), true);
    }

    @Test
    void ofAMethod() {
        assertSays("TotpMethodRepresentation", Stream.concat(Stream.of(TotpMethodFields.name()), TotpMethodFields.config().stream()), true);
    }

    @Test
    void ofATotpForOneself() {
        assertSays("GenerateTotpRepresentation", GenerateTotpResource.fields().stream(), true);
        assertSays("ConfirmTotpRepresentation", ConfirmTotpResource.fields().stream(), true);
    }

    /**
     * @param defaults whether the fields' defaults are those of each realm
     */
    private static void assertSays(String schema, Stream<CredentialField> fields, boolean defaults) {
        List<String> requested = new ArrayList<>();
        openApi.properties(schema).fields().forEachRemaining(property -> {
            if (!property.getValue().path("readOnly").asBoolean()) {
                requested.add(property.getKey());
            }
        });
        for (CredentialField field : fields.toList()) {
            String name = schema + "." + field.getName();
            assertTrue(requested.remove(field.getName()), name);
            assertSays(name, openApi.properties(schema).path(field.getName()), field, defaults);
        }
        assertEquals(List.of(), requested, schema);
    }

    private static void assertSays(String name, JsonNode schema, CredentialField field, boolean defaults) {
        assertEquals(type(field), schema.path("type").asText(), name);
        if (field.isSecret()) { // its characters are those of the longest way to write so many bytes
            assertNamed(name, schema, TotpSecret.MIN_BYTES);
            assertNamed(name, schema, TotpSecret.MAX_BYTES);
            return;
        }
        List<String> options = Objects.requireNonNullElse(field.getOptions(), List.of());
        if (field.getValidators().isEmpty()) {
            List<String> listed = new ArrayList<>();
            schema.path("enum").forEach(value -> listed.add(value.asText()));
            assertEquals(options, listed, name);
        } else {
            assertFalse(schema.has("enum"), name);
            options.forEach(option -> assertNamed(name, schema, option));
        }
        field.getValidators().values().forEach(config -> Stream.of("min", "max").map(config::get).filter(Objects::nonNull).forEach(bound -> {
            assertNamed(name, schema, bound);
            assertAllowed(name, schema, (int) bound);
        }));
        if (field.getDefaultValue() != null && defaults) {
            assertNamed(name, schema, field.getDefaultValue());
        }
    }

    private static String type(CredentialField field) {
        return switch (field.getType()) {
            case "Integer" -> "integer";
            case ProviderConfigProperty.BOOLEAN_TYPE -> "boolean";
            default -> "string";
        };
    }

    /** In a bound, or in words. */
    private static void assertNamed(String name, JsonNode schema, Object value) {
        boolean bound = Stream.of("minimum", "maximum", "minLength", "maxLength").anyMatch(key -> schema.path(key).asText().equals(value.toString()));
        boolean words = Pattern.compile("\\b" + value + "\\b").matcher(schema.path("description").asText()).find();
        assertTrue(bound || words, name + " has no " + value);
    }

    /** A schema is that of requests and of replies, which may have more. */
    private static void assertAllowed(String name, JsonNode schema, int value) {
        for (String kind : List.of("imum", "Length")) {
            assertTrue(schema.path("min" + kind).asInt(value) <= value && value <= schema.path("max" + kind).asInt(value), name + " refuses " + value);
        }
    }
}
