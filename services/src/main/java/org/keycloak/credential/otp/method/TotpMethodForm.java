package org.keycloak.credential.otp.method;

import java.util.List;
import java.util.stream.Stream;

import org.keycloak.component.ComponentModel;
import org.keycloak.credential.CredentialField;
import org.keycloak.credential.InvalidFieldException;
import org.keycloak.credential.TotpMethodProvider;
import org.keycloak.credential.otp.TotpCounter;
import org.keycloak.credential.otp.TotpFields;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.TotpMethodRepresentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The component of a TOTP method as a request fills it, and a reply shows it.
 */
public final class TotpMethodForm {

    private static final String NAME = "name";

    private TotpMethodForm() {
    }

    public static List<CredentialField> forCreation() {
        return Stream.of(Stream.of(TotpMethodFields.name()), TotpMethodFields.config().stream(), readOnlyFields()).flatMap(fields -> fields).toList();
    }

    /** What an update leaves out stays, so nothing must be there. */
    public static List<CredentialField> forUpdate() {
        List<CredentialField> fields = forCreation();
        fields.forEach(field -> field.setRequired(false));
        return fields;
    }

    /** Those that a client which sends back what it got has, too. Whatever they say is passed over, as in Keycloak's own representations. */
    private static Stream<CredentialField> readOnlyFields() {
        return Stream.of(CredentialField.text("id", 1, 255), CredentialField.integer("credentialCounter"), CredentialField.integer("credentials"));
    }

    /**
     * @param request any JSON; its period may be a duration as text
     * @return the same with the period as a number
     * @throws InvalidFieldException where the text is no duration
     */
    public static JsonNode withPeriodInSeconds(JsonNode request) {
        if (request instanceof ObjectNode object && object.path(TotpMethodFields.PERIOD).isTextual()) {
            try {
                return object.put(TotpMethodFields.PERIOD, Seconds.parse(object.path(TotpMethodFields.PERIOD).textValue()));
            } catch (NumberFormatException e) {
                throw new InvalidFieldException(TotpMethodFields.period());
            }
        }
        return request;
    }

    /** A new component with every value: a default that changes later changes no method. */
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

    public static void update(ComponentModel component, ObjectNode filled) {
        if (filled.has(NAME)) {
            component.setName(filled.path(NAME).textValue());
        }
        TotpMethodFields.config().stream().map(CredentialField::getName).filter(filled::has).forEach(name -> {
            String value = filled.path(name).asText();
            component.put(name, TotpMethodFields.algorithm().getName().equals(name) ? TotpFields.withPrefix(value) : value);
        });
    }

    /** Of a component with a value that isn't allowed, as the database may hold one, only what names it. */
    public static TotpMethodRepresentation toRepresentation(ComponentModel component) {
        TotpMethodRepresentation shown = new TotpMethodRepresentation();
        shown.setId(component.getId());
        shown.setName(component.getName());
        shown.setCredentialCounter(TotpCounter.number(component.getId()));
        try {
            fill(shown, TotpMethod.of(component));
        } catch (ModelValidationException e) {
            return shown;
        }
        return shown;
    }

    private static void fill(TotpMethodRepresentation shown, TotpMethod method) {
        shown.setIssuer(method.issuer());
        shown.setPeriod(method.period());
        shown.setKeySize(method.keySize());
        shown.setQrSize(method.qrSize());
        shown.setAlgorithm(method.algorithm());
        shown.setDigits(method.digits());
        shown.setSkew(method.skew());
        shown.setMaxValidationAttempts(method.maxValidationAttempts());
        shown.setLockAfter(method.lockAfter());
    }
}
