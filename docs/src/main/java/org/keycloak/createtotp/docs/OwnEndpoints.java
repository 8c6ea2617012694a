package org.keycloak.createtotp.docs;

import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Makes of the provider jar's root resources the endpoints as they are on each server: "realms" is a parameter there for RESTEasy's sake.
 */
public class OwnEndpoints implements OASFilter {

    private static final String REALMS = "realms";
    /** What Keycloak's own resources look up before ours are asked. */
    private static final Map<String, String> DESCRIPTIONS = new TreeMap<>(Map.of(
            "realm", "Name of the realm",
            "user-id", "Id of the user"));

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
        sorted.forEach(paths::addPathItem);
        document.setPaths(paths);
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
