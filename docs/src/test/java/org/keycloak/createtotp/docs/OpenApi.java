package org.keycloak.createtotp.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The document that the build makes. */
public record OpenApi(JsonNode root) {

    /** What else is in a path's object belongs to all of its operations. */
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    public static OpenApi read() throws IOException {
        return new OpenApi(new ObjectMapper().readTree(Path.of("target/openapi/openapi.json").toFile()));
    }

    /**
     * @return by method and path
     */
    Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        root.path("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
            if (METHODS.contains(operation.getKey())) {
                operations.put(operation.getKey() + " " + path.getKey(), operation.getValue());
            }
        }));
        return operations;
    }

    public JsonNode properties(String schema) {
        return root.path("components").path("schemas").path(schema).path("properties");
    }
}
