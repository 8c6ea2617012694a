package org.keycloak.representations.idm;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * An element of the list of types that an administrator can create for a user.
 */
@Schema(description = "A type of credential that an administrator can create for a user, with all that a form needs")
public class CredentialTypeRepresentation {

    @Schema(description = "The type, as in the path of the request that creates a credential.")
    private String type;

    @Schema(description = "Name to show, in the administrator's language.")
    private String name;

    @Schema(description = "What the credential is for, in the administrator's language.")
    private String helpText;

    @Schema(description = "Whether the user has a credential of this type.")
    private Boolean configured;

    @Schema(description = "The fields of a request. A field can be left out unless it is required.")
    private List<Field> fields;

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getHelpText() {
        return helpText;
    }

    public void setHelpText(String helpText) {
        this.helpText = helpText;
    }

    public Boolean isConfigured() {
        return configured;
    }

    public void setConfigured(Boolean configured) {
        this.configured = configured;
    }

    public List<Field> getFields() {
        return fields;
    }

    public void setFields(List<Field> fields) {
        this.fields = fields;
    }

    /**
     * A field, as Keycloak describes the configuration of its providers, with the validators of the user profile.
     */
    @Schema(name = "CredentialField", description = "A field of a request. A value is allowed if it is one of the options, or if all of the validators allow it.", properties = {
        @SchemaProperty(name = "name", description = "Name of the field."),
        @SchemaProperty(name = "label", description = "Name of the field in a form."),
        @SchemaProperty(name = "helpText", description = "What the field is for."),
        @SchemaProperty(name = "type", description = "`String`, `Integer`, `boolean`, `List` or `Password`."),
        @SchemaProperty(name = "defaultValue", description = "Value of the field if it is left out. Absent if there is none, or if it depends on other fields."),
        @SchemaProperty(name = "options", description = "Values that are allowed."),
        @SchemaProperty(name = "secret", description = "Whether a form must hide the value while it is typed."),
        @SchemaProperty(name = "required", description = "Whether a request must have the field."),
        @SchemaProperty(name = "readOnly", description = "Always `false`.")
    })
    public static class Field extends ConfigPropertyRepresentation {

        @Schema(description = "Configuration of the validators by their id, as in a user profile, for example `integer` with `min` 10 and `max` 300.")
        private Map<String, Map<String, Object>> validators;

        public Map<String, Map<String, Object>> getValidators() {
            return validators;
        }

        public void setValidators(Map<String, Map<String, Object>> validators) {
            this.validators = validators;
        }
    }
}
