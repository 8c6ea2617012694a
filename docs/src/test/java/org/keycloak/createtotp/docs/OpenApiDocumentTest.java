package org.keycloak.createtotp.docs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Nothing is left without a description, and nothing is there that isn't ours. */
class OpenApiDocumentTest {

    private static final String USERS = "/admin/realms/{realm}/users/";
    private static final String USER = USERS + "{user-id}/";
    private static final String METHODS = "/admin/realms/{realm}/totp-methods";
    private static final String ACCOUNT = "/realms/{realm}/account/totp/";
    private static final Pattern REFERENCE = Pattern.compile("\"#/components/schemas/(\\w+)\"");

    private static OpenApi openApi;

    @BeforeAll
    static void read() throws IOException {
        openApi = OpenApi.read();
    }

    @Test
    void hasOurEndpoints() {
        assertEquals(Set.of(
                "put " + USER + "create-totp", "put " + USER + "verify-totp", "put " + USER + "remove-totp", "put " + USER + "unlock-totp", "get " + USER + "totp-status",
                "get " + USERS + "totp-status", "get " + USERS + "totp-status/count",
                "get " + USER + "credential-types", "post " + USER + "credential-types/{type}", "put " + USER + "credential-types/{type}",
                "post " + USERS + "create-totp", "post " + USERS + "credential-types/{type}",
                "get " + METHODS, "post " + METHODS, "get " + METHODS + "/{id}", "put " + METHODS + "/{id}", "delete " + METHODS + "/{id}",
                "post " + ACCOUNT + "generate", "post " + ACCOUNT + "confirm"), openApi.operations().keySet());
    }

    @Test
    void describesAll() {
        List<String> undescribed = new ArrayList<>();
        openApi.root().path("paths").fields().forEachRemaining(path -> requireDescriptions(path.getKey(), path.getValue().path("parameters"), undescribed));
        openApi.operations().forEach((name, operation) -> {
            requireDescriptions(name, operation.path("parameters"), undescribed);
            requireDescriptions(name, operation.path("responses"), undescribed);
            require(name, operation, undescribed);
            assertTrue(operation.has("summary"), name);
            assertEquals(1, operation.path("tags").size(), name);
        });
        openApi.root().path("components").path("schemas").fields().forEachRemaining(schema -> {
            require(schema.getKey(), schema.getValue(), undescribed);
            schema.getValue().path("properties").fields().forEachRemaining(field -> require(schema.getKey() + "." + field.getKey(), field.getValue(), undescribed));
        });
        requireDescriptions("tag", openApi.root().path("tags"), undescribed);
        assertEquals(List.of(), undescribed);
    }

    @Test
    void hasTheSchemasThatAreUsed() {
        Set<String> used = REFERENCE.matcher(openApi.root().toString()).results().map(reference -> reference.group(1)).collect(Collectors.toSet());
        List<String> schemas = new ArrayList<>();
        openApi.root().path("components").path("schemas").fieldNames().forEachRemaining(schemas::add);
        assertEquals(used, Set.copyOf(schemas));
    }

    @Test
    void takesATokenEverywhere() {
        assertEquals("bearer", openApi.root().at("/components/securitySchemes/token/scheme").asText());
        assertTrue(openApi.root().path("security").path(0).has("token"));
        openApi.operations().forEach((name, operation) -> {
            assertTrue(operation.path("responses").has("401"), name);
            assertTrue(operation.path("responses").has("403"), name);
        });
    }

    @Test
    void saysWhatIsTheSameEverywhere() {
        openApi.operations().forEach((name, operation) -> {
            boolean json = Stream.of("200", "201").map(status -> operation.path("responses").path(status).path("content"))
                    .anyMatch(content -> content.has("application/json") || content.has("application/x-ndjson"));
            assertEquals(json, operation.path("responses").has("406"), name);
            assertEquals(operation.has("requestBody"), operation.path("responses").has("415"), name);
        });
    }

    private static void requireDescriptions(String owner, JsonNode parts, List<String> undescribed) {
        parts.forEach(part -> require(owner + " " + part.path("name").asText(), part, undescribed));
    }

    private static void require(String name, JsonNode part, List<String> undescribed) {
        if (part.path("description").asText().isBlank() && !part.has("$ref")) {
            undescribed.add(name);
        }
    }
}
