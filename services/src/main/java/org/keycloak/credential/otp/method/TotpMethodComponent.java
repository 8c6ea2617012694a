package org.keycloak.credential.otp.method;

import java.util.HashMap;
import java.util.Map;

import org.keycloak.component.ComponentModel;
import org.keycloak.credential.CredentialField;
import org.keycloak.credential.InvalidFieldException;
import org.keycloak.credential.TotpMethodProvider;
import org.keycloak.credential.otp.TotpCounter;
import org.keycloak.credential.otp.TotpFields;
import org.keycloak.credential.otp.TotpKey;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.idm.TotpMethodRepresentation;
import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The component that stores a TOTP method: written from a request, and read as a method or for a reply.
 */
public final class TotpMethodComponent {

    private TotpMethodComponent() {
    }

    /**
     * @param filled fields of {@link TotpMethodFields#forCreation}
     * @return a new component with every value: a default that changes later changes no method
     */
    public static ComponentModel create(RealmModel realm, ObjectNode filled) {
        ComponentModel component = new ComponentModel();
        component.setParentId(realm.getId());
        component.setProviderType(TotpMethodProvider.class.getName());
        component.setProviderId(DefaultTotpMethodProviderFactory.PROVIDER_ID);
        TotpMethodFields.config().stream().filter(field -> field.getDefaultValue() != null)
                .forEach(field -> component.put(field.getName(), field.getDefaultValue().toString()));
        update(component, filled);
        return component;
    }

    /**
     * @param filled fields of {@link TotpMethodFields#forUpdate}
     */
    public static void update(ComponentModel component, ObjectNode filled) {
        if (filled.has(TotpMethodFields.NAME)) {
            component.setName(filled.path(TotpMethodFields.NAME).textValue());
        }
        TotpMethodFields.config().stream().map(CredentialField::getName).filter(filled::has).forEach(name -> component.put(name, filled.path(name).asText()));
        if (filled.has(TotpFields.ALGORITHM)) {
            component.put(TotpFields.ALGORITHM, TotpFields.withPrefix(component.get(TotpFields.ALGORITHM)));
        }
    }

    /**
     * @throws ModelValidationException if the component has a value that isn't allowed; the message names the method
     */
    static TotpMethod toMethod(ComponentModel component) {
        try {
            return parse(component);
        } catch (InvalidFieldException e) {
            throw new ModelValidationException("The realm's TOTP method " + component.getName() + " is invalid. " + e.getMessage());
        }
    }

    /**
     * @throws InvalidFieldException if the component has a value that isn't allowed
     */
    static TotpMethod parse(ComponentModel component) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", component.getId());
        values.put(TotpMethodFields.NAME, component.getName());
        TotpMethodFields.config().forEach(field -> values.put(field.getName(), value(field, component.get(field.getName()))));
        TotpMethod method = JsonSerialization.mapper.convertValue(values, TotpMethod.class);
        if (TotpKey.issuer(method.issuer()).isBlank()) {
            throw new InvalidFieldException(TotpMethodFields.issuer()); // nothing but colons
        }
        return method;
    }

    private static Object value(CredentialField field, String text) {
        if (text == null && field.getDefaultValue() != null) {
            return field.getDefaultValue();
        }
        if (text == null) {
            throw new InvalidFieldException(field);
        }
        Object value = ProviderConfigProperty.INTEGER_TYPE.equals(field.getType()) ? field.parseInteger(text) : text;
        field.require(null, value);
        return value;
    }

    /**
     * @return what a reply has, except the number of credentials; only id, name and counter if the component has a value that isn't allowed
     */
    public static TotpMethodRepresentation toRepresentation(ComponentModel component) {
        TotpMethodRepresentation representation = new TotpMethodRepresentation();
        try {
            representation = JsonSerialization.mapper.convertValue(parse(component), TotpMethodRepresentation.class);
        } catch (InvalidFieldException e) {
            representation.setId(component.getId());
            representation.setName(component.getName());
        }
        representation.setCredentialCounter(TotpCounter.number(component.getId()));
        return representation;
    }
}
