package org.keycloak.credential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.validate.SimpleValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidatorConfig;
import org.keycloak.validate.validators.IntegerValidator;
import org.keycloak.validate.validators.LengthValidator;
import org.keycloak.validate.validators.NotBlankValidator;
import org.keycloak.validate.validators.PatternValidator;

/**
 * A field that an administrator fills when creating a credential. What is allowed is stated here once, as data: for the check, for the
 * error message, and for a console that makes a form of it. Allowed is each of the options, and what all of the validators allow; these
 * have the form that they have in a user profile: configuration by the validator's id.
 */
public class CredentialField extends ProviderConfigProperty {

    public static final String USER_LABEL = "userLabel";
    public static final String REPLACE_EXISTING = "replaceExisting";

    /** Control characters are for no name, and PostgreSQL takes no NUL; UTF-8 has no unpaired surrogates. */
    private static final String PRINTABLE = "[^\\p{Cc}\\p{Cs}]*";

    private final Map<SimpleValidator, Map<String, Object>> validators = new LinkedHashMap<>();
    private boolean withoutOuterSpaces;

    private CredentialField(String name, String type) {
        setName(name);
        setType(type);
    }

    /** The fields of each type. */
    public static List<CredentialField> common() {
        return List.of(
                userLabel(),
                flag(REPLACE_EXISTING).defaultValue(false)
                        .describedAs("Replace existing", "Whether the user's present credentials of this type that would otherwise make the request fail are removed in the same transaction."));
    }

    public static CredentialField userLabel() {
        return text(USER_LABEL, 1, 255).withoutOuterSpaces().describedAs("Name", "Name of the credential, shown to the user.");
    }

    /**
     * Text that isn't blank, without control characters.
     *
     * @param min least number of characters
     * @param max greatest number of characters
     */
    public static CredentialField text(String name, int min, int max) {
        return text(name, min, max, PRINTABLE, "without control characters");
    }

    /**
     * Text that isn't blank, of a pattern.
     *
     * @param min least number of characters
     * @param max greatest number of characters: it bounds what the pattern looks into
     * @param pattern a {@link java.util.regex.Pattern} for the whole text
     * @param allowed the pattern in words, for error messages
     */
    public static CredentialField text(String name, int min, int max, String pattern, String allowed) {
        return new CredentialField(name, STRING_TYPE)
                .validatedBy(LengthValidator.INSTANCE, Map.of(LengthValidator.KEY_MIN, min, LengthValidator.KEY_MAX, max, LengthValidator.KEY_TRIM_DISABLED, true))
                .validatedBy(NotBlankValidator.INSTANCE, Map.of())
                .validatedBy(PatternValidator.INSTANCE, Map.of(PatternValidator.CFG_PATTERN, pattern, PatternValidator.CFG_ERROR_MESSAGE, allowed));
    }

    public static CredentialField flag(String name) {
        return new CredentialField(name, BOOLEAN_TYPE);
    }

    public static CredentialField list(String name, String... options) {
        return new CredentialField(name, LIST_TYPE).options(options);
    }

    /** An integer: allowed are the options and the range that are added to it. */
    public static CredentialField integer(String name) {
        return new CredentialField(name, INTEGER_TYPE);
    }

    public CredentialField options(String... options) {
        setOptions(List.of(options));
        return this;
    }

    public CredentialField range(int min, int max) {
        return validatedBy(IntegerValidator.INSTANCE, Map.of(IntegerValidator.KEY_MIN, min, IntegerValidator.KEY_MAX, max));
    }

    /**
     * @throws IllegalStateException where the field has such a validator already
     */
    public CredentialField validatedBy(SimpleValidator validator, Map<String, Object> config) {
        if (validators.putIfAbsent(validator, config) != null) {
            throw new IllegalStateException(getName() + " has a validator " + validator.getId() + " already");
        }
        return this;
    }

    public CredentialField defaultValue(Object value) {
        setDefaultValue(value);
        return this;
    }

    public CredentialField describedAs(String label, String helpText) {
        setLabel(label);
        setHelpText(helpText);
        return this;
    }

    public CredentialField required() {
        setRequired(true);
        return this;
    }

    /** Spaces before and after the text are no part of it: people see no difference. */
    public CredentialField withoutOuterSpaces() {
        withoutOuterSpaces = true;
        return this;
    }

    /** Not to be shown while it is typed. */
    public CredentialField secret() {
        setType(PASSWORD);
        setSecret(true);
        return this;
    }

    /**
     * @return configuration by the validator's id, in the order in which they are asked
     */
    public Map<String, Map<String, Object>> getValidators() {
        Map<String, Map<String, Object>> configs = new LinkedHashMap<>();
        validators.forEach((validator, config) -> configs.put(validator.getId(), config));
        return configs;
    }

    /**
     * @param text as a request has it
     * @return what of it the field holds
     */
    public String taken(String text) {
        int begin = 0;
        int end = text.length();
        while (withoutOuterSpaces && begin < end && isSpace(text.charAt(begin))) {
            begin++;
        }
        while (withoutOuterSpaces && begin < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    /** With the no-break spaces, which Java doesn't count as white space. */
    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /**
     * @param session for the validators; those of Keycloak's for text and numbers do without, {@code null} then
     * @param value text, an {@link Integer} or a {@link Boolean}, as the field's type has it
     */
    public boolean allows(KeycloakSession session, Object value) {
        if (options().contains(value.toString())) {
            return true;
        }
        return validators.isEmpty() ? options().isEmpty() : validators.entrySet().stream().allMatch(validator -> validator.getKey()
                .validate(value, getName(), new ValidationContext(session), new ValidatorConfig(validator.getValue())).isValid());
    }

    /**
     * @return what is allowed, for people: {@code 10 to 300} for example
     */
    public String getAllowed() {
        List<String> allowed = new ArrayList<>(BOOLEAN_TYPE.equals(getType()) ? List.of("true", "false") : options());
        if (!validators.isEmpty()) {
            allowed.add(getValidators().entrySet().stream().map(validator -> described(validator.getKey(), validator.getValue())).collect(Collectors.joining(", ")));
        }
        if (allowed.isEmpty()) {
            allowed.add(INTEGER_TYPE.equals(getType()) ? "an integer" : "text");
        }
        int last = allowed.size() - 1;
        return last < 1 ? String.join("", allowed) : String.join(", ", allowed.subList(0, last)) + " or " + allowed.get(last);
    }

    private List<String> options() {
        return getOptions() == null ? List.of() : getOptions();
    }

    private static String described(String validator, Map<String, Object> config) {
        return switch (validator) {
            case IntegerValidator.ID -> config.get(IntegerValidator.KEY_MIN) + " to " + config.get(IntegerValidator.KEY_MAX);
            case LengthValidator.ID -> config.get(LengthValidator.KEY_MIN) + " to " + config.get(LengthValidator.KEY_MAX) + " characters";
            case NotBlankValidator.ID -> "not blank";
            case PatternValidator.ID -> config.getOrDefault(PatternValidator.CFG_ERROR_MESSAGE, "of the pattern " + config.get(PatternValidator.CFG_PATTERN)).toString();
            default -> "what the validator " + validator + " allows";
        };
    }
}
