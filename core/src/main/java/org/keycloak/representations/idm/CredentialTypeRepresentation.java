package org.keycloak.representations.idm;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * A type of credential that an administrator may create for a user, with all that a form for it needs.
 */
@Schema(description = "A type of credential that an administrator may create for a user, with all that a form for it needs")
public class CredentialTypeRepresentation {

    @Schema(description = "The type, as in the path of the request that creates a credential of it.")
    private String type;

    @Schema(description = "Name to show, in the administrator's language.")
    private String name;

    @Schema(description = "What the credential is for, in the administrator's language.")
    private String helpText;

    @Schema(description = "Whether the user has a credential of this type.")
    private Boolean configured;

    @Schema(description = "The fields of a request. Each may be left out unless it is required.")
    private List<Field> fields;

    /**
     * @return type of the credential, as in {@link CredentialRepresentation#getType()}
     */
    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    /**
     * @return name to show, in the administrator's language
     */
    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /**
     * @return what the credential is for, in the administrator's language
     */
    public String getHelpText() {
        return helpText;
    }

    public void setHelpText(String helpText) {
        this.helpText = helpText;
    }

    /**
     * @return whether the user has a credential of this type
     */
    public Boolean isConfigured() {
        return configured;
    }

    public void setConfigured(Boolean configured) {
        this.configured = configured;
    }

    /**
     * @return the fields of a request, each of which may be left out unless it is required
     */
    public List<Field> getFields() {
        return fields;
    }

    public void setFields(List<Field> fields) {
        this.fields = fields;
    }

    /**
     * A field of a request. Allowed is each of the options, and what all of the validators allow.
     */
    @Schema(name = "CredentialField", description = "A field of a request. Allowed is each of the options, and what all of the validators allow.", properties = {
        @SchemaProperty(name = "name", description = "Name of the field."),
        @SchemaProperty(name = "label", description = "What to call it in a form."),
        @SchemaProperty(name = "helpText", description = "What it is."),
        @SchemaProperty(name = "type", description = "`String`, `Integer`, `boolean`, `List` or `Password`."),
        @SchemaProperty(name = "defaultValue", description = "Value of a field that is left out. Absent where there is none, or where it depends on other fields."),
        @SchemaProperty(name = "options", description = "Values that are allowed."),
        @SchemaProperty(name = "secret", description = "Whether it is not to be shown while it is typed."),
        @SchemaProperty(name = "required", description = "Whether it has to be there."),
        @SchemaProperty(name = "readOnly", description = "Always `false`.")
    })
    /**
     * A field of a request. Allowed is each of the options, and what all of the validators allow.
     */
    public static class Field extends ConfigPropertyRepresentation {

        @Schema(description = "Configuration of the validators by their id, as in a user profile: for example `integer` with `min` 10 and `max` 300.")
        private Map<String, Map<String, Object>> validators;

        public Map<String, Map<String, Object>> getValidators() {
            return validators;
        }

        public void setValidators(Map<String, Map<String, Object>> validators) {
            this.validators = validators;
        }
    }
}
