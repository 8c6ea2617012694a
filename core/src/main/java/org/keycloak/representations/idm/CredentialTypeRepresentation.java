package org.keycloak.representations.idm;

import java.util.List;
import java.util.Map;

/**
 * A type of credential that an administrator may create for a user, with all that a form for it needs.
 */
public class CredentialTypeRepresentation {

    private String type;
    private String name;
    private String helpText;
    private Boolean configured;
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
    public static class Field extends ConfigPropertyRepresentation {

        private Map<String, Map<String, Object>> validators;

        /**
         * @return configuration by the validator's id, as in {@link UserProfileAttributeMetadata#getValidators()}: for example
         *     {@code "integer": {"min": 10, "max": 300}} or {@code "length": {"min": 1, "max": 255}}
         */
        public Map<String, Map<String, Object>> getValidators() {
            return validators;
        }

        public void setValidators(Map<String, Map<String, Object>> validators) {
            this.validators = validators;
        }
    }
}
