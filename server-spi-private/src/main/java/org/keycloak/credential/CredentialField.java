package org.keycloak.credential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
 * A field that an administrator fills to create a credential. It states as data what is allowed. The check, the error message and a
 * console's form are made of that data.
 * <p>
 * A field allows each of its options, and each value that all of its validators allow. Validators have the form that they have in a user
 * profile: configuration by the validator's id.
 */
public class CredentialField extends ProviderConfigProperty {

    public static final String USER_LABEL = "userLabel";
    public static final String REPLACE_EXISTING = "replaceExisting";

    /** No name has control characters, and PostgreSQL stores no NUL. Unpaired surrogates can't be written in UTF-8. */
    private static final String PRINTABLE = "[^\\p{Cc}\\p{Cs}]*";

    private final Map<SimpleValidator, Map<String, Object>> validators = new LinkedHashMap<>();
    private boolean withoutOuterSpaces;
    private boolean takesDuration;

    private CredentialField(String name, String type) {
        setName(name);
        setType(type);
    }

    /**
     * @return the fields that each type of credential has
     */
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
     * @param min least number of characters, at least 1
     * @param max greatest number of characters
     */
    public static CredentialField text(String name, int min, int max) {
        return text(name, min, max, PRINTABLE, "without control characters");
    }

    /**
     * Text that isn't blank and matches a pattern.
     *
     * @param min least number of characters, at least 1
     * @param max greatest number of characters; the pattern never sees a longer text
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

    /** An integer. Without options and a range it may be any. */
    public static CredentialField integer(String name) {
        return new CredentialField(name, INTEGER_TYPE);
    }

    public CredentialField options(String... options) {
        setOptions(List.of(options));
        return this;
    }

    /**
     * @param min least value
     * @param max greatest value
     */
    public CredentialField range(int min, int max) {
        return validatedBy(IntegerValidator.INSTANCE, Map.of(IntegerValidator.KEY_MIN, min, IntegerValidator.KEY_MAX, max));
    }

    /**
     * @throws IllegalStateException if the field has such a validator already
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

    /** Spaces before and after the text are removed, because people don't see them. */
    public CredentialField withoutOuterSpaces() {
        withoutOuterSpaces = true;
        return this;
    }

    /** The integer is a number of seconds. A text such as {@code 30s}, {@code 1m}, {@code 12h} or {@code 14d} stands for it as well. */
    public CredentialField orDuration() {
        takesDuration = true;
        return this;
    }

    /** The value isn't shown while somebody types it. */
    public CredentialField secret() {
        setType(PASSWORD);
        setSecret(true);
        return this;
    }

    /**
     * @return configuration by the validator's id, in the order in which the validators are asked
     */
    public Map<String, Map<String, Object>> getValidators() {
        Map<String, Map<String, Object>> configs = new LinkedHashMap<>();
        validators.forEach((validator, config) -> configs.put(validator.getId(), config));
        return configs;
    }

    /**
     * @param text as a request has it
     * @return the text as the field has it: without outer spaces, if the field says so
     */
    public String normalized(String text) {
        return withoutOuterSpaces ? OuterSpaces.strip(text) : text;
    }

    public boolean takesDuration() {
        return takesDuration;
    }

    /**
     * @param text an integer, or a duration if the field takes one
     * @return the integer, or the seconds of the duration; the field may not allow it
     * @throws InvalidFieldException if the text is neither
     */
    public int parseInteger(String text) {
        try {
            return takesDuration ? Seconds.parse(text) : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidFieldException(this);
        }
    }

    /**
     * @param session for the validators; may be {@code null} for a field that has only Keycloak's validators for text and integers
     * @param value a {@link String}, an {@link Integer} or a {@link Boolean}, according to the field's type
     * @return whether the field may have the value
     */
    public boolean allows(KeycloakSession session, Object value) {
        if (options().contains(value.toString())) {
            return true;
        }
        return validators.isEmpty() ? options().isEmpty() : validators.entrySet().stream().allMatch(validator -> validator.getKey()
                .validate(value, getName(), new ValidationContext(session), new ValidatorConfig(validator.getValue())).isValid());
    }

    /**
     * Checks a value.
     *
     * @param session as in {@link #allows}
     * @param value as in {@link #allows}
     * @throws InvalidFieldException if the field may not have the value
     */
    public void require(KeycloakSession session, Object value) {
        if (!allows(session, value)) {
            throw new InvalidFieldException(this);
        }
    }

    /**
     * @return what is allowed, in words for an error message: {@code 10 to 300} for example
     */
    public String getAllowed() {
        return AllowedValues.of(this);
    }

    private List<String> options() {
        return getOptions() == null ? List.of() : getOptions();
    }
}
