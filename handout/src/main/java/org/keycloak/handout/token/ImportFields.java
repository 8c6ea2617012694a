package org.keycloak.handout.token;

import java.util.function.Function;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say what TOTPs become of the tokens. */
final class ImportFields {

    @Option(names = "--method", paramLabel = "NAME", description = "TOTP method of the realm.")
    private String method;

    @Option(names = "--label", paramLabel = "TEXT", defaultValue = "{serial}", converter = Label.class,
            description = "Name of the token, which the user sees. It may have {serial}, {model} and {manufacturer}. Without {serial}, a second import of the file can't tell which tokens are already there. Default: ${DEFAULT-VALUE}.")
    private Label label;

    @Option(names = "--algorithm", paramLabel = "NAME", converter = Algorithm.class,
            description = "SHA1, SHA256 or SHA512, for tokens of which the file doesn't say. Default: as the method or the realm says.")
    private String algorithm;

    @Option(names = "--digits", paramLabel = "6|8", converter = Digits.class, description = "Digits of a code, for tokens of which the file doesn't say.")
    private Integer digits;

    @Option(names = "--period", paramLabel = "SECONDS", converter = Period.class, description = "How long a code is shown, for tokens of which the file doesn't say.")
    private Integer period;

    @Option(names = "--replace", description = "Replace the TOTPs of users who have one. These give no valid codes from then on.")
    private boolean replace;

    String method() {
        return method;
    }

    Label label() {
        return label;
    }

    String algorithm() {
        return algorithm;
    }

    Integer digits() {
        return digits;
    }

    Integer period() {
        return period;
    }

    boolean replace() {
        return replace;
    }

    static final class Algorithm implements ITypeConverter<String> {

        @Override
        public String convert(String value) {
            return limited(TokenLimits::algorithm, value);
        }
    }

    static final class Digits implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String value) {
            return limited(TokenLimits::digits, value);
        }
    }

    static final class Period implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String value) {
            return limited(TokenLimits::period, value);
        }
    }

    private static <T> T limited(Function<String, T> limit, String value) {
        try {
            return limit.apply(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
