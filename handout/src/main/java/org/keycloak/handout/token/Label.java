package org.keycloak.handout.token;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The name of a token that the user sees, made from what the file says of it. */
final class Label implements ITypeConverter<Label> {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w*)}");
    private static final int MAX = 255;

    private final String template;

    /** For picocli, which converts an option with it. */
    Label() {
        this("");
    }

    private Label(String template) {
        this.template = template;
    }

    @Override
    public Label convert(String value) {
        PLACEHOLDER.matcher(value).results().map(each -> each.group(1)).filter(name -> !name.matches("serial|model|manufacturer")).findFirst().ifPresent(name -> {
            throw new TypeConversionException("there is no {" + name + "}; {serial}, {model} and {manufacturer} are allowed");
        });
        return new Label(value);
    }

    /**
     * @return {@code null} if the file says nothing of what the label would have
     * @throws IllegalArgumentException if it has more than 255 characters
     */
    String of(Token token) {
        String label = PLACEHOLDER.matcher(template).replaceAll(each -> Matcher.quoteReplacement(Objects.requireNonNullElse(value(token, each.group(1)), "")))
                .strip().replaceAll("\\s+", " ");
        if (label.length() > MAX) {
            throw new IllegalArgumentException("The label has " + label.length() + " characters; " + MAX + " are allowed");
        }
        return label.isEmpty() ? null : label;
    }

    /** Whether the label has the serial number, so that no other token has the same label. */
    boolean tells(Token token) {
        return token.serial() != null && template.contains("{serial}");
    }

    private static String value(Token token, String name) {
        return switch (name) {
            case "serial" -> token.serial();
            case "model" -> token.model();
            default -> token.manufacturer();
        };
    }
}
