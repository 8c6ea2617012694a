package org.keycloak.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.validate.validators.IntegerValidator;
import org.keycloak.validate.validators.LengthValidator;
import org.keycloak.validate.validators.NotBlankValidator;
import org.keycloak.validate.validators.PatternValidator;

/**
 * What a field allows, in words.
 */
final class AllowedValues {

    private AllowedValues() {
    }

    /**
     * @return for example {@code 10 to 300}
     */
    static String of(CredentialField field) {
        List<String> allowed = new ArrayList<>();
        if (ProviderConfigProperty.BOOLEAN_TYPE.equals(field.getType())) {
            allowed.addAll(List.of("true", "false"));
        } else if (field.getOptions() != null) {
            allowed.addAll(field.getOptions());
        }
        if (!field.getValidators().isEmpty()) {
            allowed.add(field.getValidators().entrySet().stream().map(validator -> of(validator.getKey(), validator.getValue())).collect(Collectors.joining(", ")));
        }
        if (allowed.isEmpty()) {
            allowed.add(ProviderConfigProperty.INTEGER_TYPE.equals(field.getType()) ? "an integer" : "text");
        }
        int last = allowed.size() - 1;
        return last < 1 ? String.join("", allowed) : String.join(", ", allowed.subList(0, last)) + " or " + allowed.get(last);
    }

    private static String of(String validator, Map<String, Object> config) {
        return switch (validator) {
            case IntegerValidator.ID -> config.get(IntegerValidator.KEY_MIN) + " to " + config.get(IntegerValidator.KEY_MAX);
            case LengthValidator.ID -> config.get(LengthValidator.KEY_MIN) + " to " + config.get(LengthValidator.KEY_MAX) + " characters";
            case NotBlankValidator.ID -> "not blank";
            case PatternValidator.ID -> config.getOrDefault(PatternValidator.CFG_ERROR_MESSAGE, "of the pattern " + config.get(PatternValidator.CFG_PATTERN)).toString();
            default -> "what the validator " + validator + " allows";
        };
    }
}
