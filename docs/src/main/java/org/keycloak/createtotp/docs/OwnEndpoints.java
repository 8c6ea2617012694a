package org.keycloak.createtotp.docs;

import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Turns the root resources of the provider jar into the endpoints of a server: in the paths of these resources, "realms" is a parameter, because
 * RESTEasy needs it. Adds the statuses that all endpoints have, unless an endpoint describes them itself.
 */
public class OwnEndpoints implements OASFilter {

    private static final String REALMS = "realms";
    private static final String USER = "user-id";
    private static final String JSON = "application/json";
    /** Keycloak's own resources look these up before ours are called. */
    private static final Map<String, String> DESCRIPTIONS = new TreeMap<>(Map.of(
            "realm", "Name of the realm",
            USER, "Id of the user"));

    @Override
    public Parameter filterParameter(Parameter parameter) {
        if (Parameter.In.PATH.equals(parameter.getIn())) {
            if (REALMS.equals(parameter.getName())) {
                return null;
            }
            if (parameter.getDescription() == null) {
                parameter.setDescription(DESCRIPTIONS.get(parameter.getName()));
            }
        }
        return parameter;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().forEach(OwnEndpoints::addParameters);
        Map<String, PathItem> sorted = new TreeMap<>();
        document.getPaths().getPathItems().forEach((path, item) -> sorted.put(path.replace("/{" + REALMS + "}/", "/" + REALMS + "/"), item));
        Paths paths = OASFactory.createPaths();
        sorted.forEach((path, item) -> {
            item.getOperations().values().forEach(operation -> addCommonResponses(path, operation));
            paths.addPathItem(path, item);
        });
        document.setPaths(paths);
    }

    private static void addCommonResponses(String path, Operation operation) {
        Map<String, APIResponse> responses = new TreeMap<>(operation.getResponses().getAPIResponses());
        boolean repliesJson = responses.entrySet().stream().anyMatch(response -> response.getKey().startsWith("2")
                && response.getValue().getContent() != null && response.getValue().getContent().hasMediaType(JSON));
        add(responses, "401", "Unauthorized: no valid token");
        if (path.contains("{" + USER + "}")) {
            add(responses, "403", "Forbidden: no right to manage the user, or to reset the password");
        }
        if (repliesJson) {
            add(responses, "406", "Not Acceptable: the request accepts no JSON");
        }
        if (operation.getRequestBody() != null) {
            add(responses, "415", "Unsupported Media Type: the body is not JSON");
        }
        APIResponses all = OASFactory.createAPIResponses();
        responses.forEach(all::addAPIResponse);
        operation.setResponses(all);
    }

    private static void add(Map<String, APIResponse> responses, String status, String description) {
        responses.putIfAbsent(status, OASFactory.createAPIResponse().description(description));
    }

    /** The roots inherit the method that has these parameters, and the scanner doesn't find them there. */
    private static void addParameters(String path, PathItem item) {
        if (item.getParameters() == null) {
            DESCRIPTIONS.forEach((name, description) -> {
                if (path.contains("{" + name + "}")) {
                    item.addParameter(OASFactory.createParameter().name(name).in(Parameter.In.PATH).required(true)
                            .schema(OASFactory.createSchema().addType(SchemaType.STRING)).description(description));
                }
            });
        }
    }
}
