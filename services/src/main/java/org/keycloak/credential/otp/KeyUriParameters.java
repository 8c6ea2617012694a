package org.keycloak.credential.otp;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.InvalidFieldException;
import org.keycloak.models.OTPPolicy;
import org.keycloak.representations.idm.CreateTotpRepresentation;

/**
 * What a key URI says, as an authenticator app understands it. What it leaves open is as the
 * <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">Key URI format</a> has it, not as the realm has it: the
 * device that has the secret from this URI knows nothing of the realm. Parameters that the format doesn't know are passed over. The
 * account's name is too: the credential is for the user of the request.
 *
 * @param algorithm a MAC of the JCA
 * @param digits length of a code
 * @param period in seconds
 * @param issuer the parameter, else the first part of the label; {@code null} where there is neither
 */
record KeyUriParameters(TotpSecret secret, String algorithm, int digits, int period, String issuer) {

    /** Of any that {@link KeyUri} makes, and more. */
    static final int MAX_LENGTH = 8192;

    private static final TotpFields FIELDS = new TotpFields(OTPPolicy.DEFAULT_POLICY);
    private static final String SECRET = "secret";
    private static final List<String> NAMES = List.of(SECRET, FIELDS.algorithm().getName(), FIELDS.digits().getName(), FIELDS.period().getName(),
            FIELDS.issuer().getName());

    /**
     * @param uri at most {@link #MAX_LENGTH} characters
     * @throws InvalidFieldException where it is no key URI of a TOTP, or has a value that is not allowed
     */
    static KeyUriParameters parse(String uri) {
        String text = uri.strip();
        if (!text.regionMatches(true, 0, KeyUri.TOTP, 0, KeyUri.TOTP.length())) {
            throw invalid("a URI that begins with " + KeyUri.TOTP);
        }
        if (text.indexOf('#') >= 0) {
            throw invalid("without #, which is %23 in a name");
        }
        String[] labelAndQuery = text.substring(KeyUri.TOTP.length()).split("\\?", 2);
        String label = decoded(labelAndQuery[0].replace("+", "%2B"));
        Map<String, String> parameters = parameters(labelAndQuery.length > 1 ? labelAndQuery[1] : "");
        return new KeyUriParameters(secret(parameters.get(SECRET)),
                TotpFields.withPrefix(algorithm(parameters.getOrDefault(FIELDS.algorithm().getName(), "SHA1"))),
                number(parameters, FIELDS.digits(), 6),
                number(parameters, FIELDS.period(), 30),
                issuer(parameters, label));
    }

    /**
     * Puts the values into a request, as if it had asked for them.
     *
     * @throws InvalidFieldException where another one was asked for besides
     */
    void addTo(CreateTotpRepresentation totp) {
        String asked = totp.getAlgorithm() == null ? null : TotpFields.withPrefix(totp.getAlgorithm());
        totp.setAlgorithm(agreed(FIELDS.algorithm(), asked, algorithm));
        totp.setDigits(agreed(FIELDS.digits(), totp.getDigits(), digits));
        totp.setPeriod(agreed(FIELDS.period(), totp.getPeriod(), period));
        if (issuer != null) {
            totp.setIssuer(agreed(FIELDS.issuer(), totp.getIssuer() == null ? null : KeyUri.issuer(totp.getIssuer()), KeyUri.issuer(issuer)));
        }
        TotpParameters.importedSecret(totp).ifPresentOrElse(this::requireSame, () -> {
            totp.setTotpSecret(secret.value());
            totp.setSecretEncoding(secret.writtenAs().name());
        });
    }

    private void requireSame(TotpSecret beside) {
        if (!Arrays.equals(beside.bytes(), secret.bytes())) {
            throw contradiction(TotpFields.TOTP_SECRET);
        }
    }

    private static <T> T agreed(CredentialField field, T asked, T said) {
        if (asked != null && !asked.equals(said)) {
            throw contradiction(field.getName());
        }
        return said;
    }

    private static InvalidFieldException contradiction(String field) {
        return new InvalidFieldException(field, "with " + TotpFields.KEY_URI + " none, or what that says");
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : query.split("&")) {
            String[] nameAndValue = parameter.split("=", 2);
            String name = decoded(nameAndValue[0]);
            String value = decoded(nameAndValue.length > 1 ? nameAndValue[1] : "");
            if (NAMES.contains(name) && parameters.put(name, value) != null) {
                throw invalid("with " + name + " once");
            }
        }
        return parameters;
    }

    private static TotpSecret secret(String value) {
        if (value == null || value.length() > TotpSecret.MAX_LENGTH) {
            throw invalid("with " + SECRET + ", 1 to " + TotpSecret.MAX_LENGTH + " characters");
        }
        return TotpSecret.imported(TotpFields.KEY_URI, value, TotpSecretEncoding.BASE32);
    }

    private static String issuer(Map<String, String> parameters, String label) {
        CredentialField field = FIELDS.issuer();
        String issuer = parameters.getOrDefault(field.getName(), "");
        if (issuer.isBlank()) {
            issuer = label.substring(0, Math.max(label.indexOf(':'), 0));
        }
        require(issuer.isBlank() || field.allows(null, issuer), field);
        return issuer.isBlank() ? null : issuer;
    }

    /** Many generators write it in lower case. */
    private static String algorithm(String value) {
        CredentialField field = FIELDS.algorithm();
        String algorithm = field.getOptions().stream().filter(option -> option.equalsIgnoreCase(value)).findFirst().orElse("");
        require(!algorithm.isEmpty(), field);
        return algorithm;
    }

    private static int number(Map<String, String> parameters, CredentialField field, int byDefault) {
        String value = parameters.get(field.getName());
        if (value == null) {
            return byDefault;
        }
        require(value.matches("[0-9]{1,9}") && field.allows(null, Integer.valueOf(value)), field);
        return Integer.parseInt(value);
    }

    private static String decoded(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf('\uFFFD') < 0) { // what the decoder makes of other bytes
                return decoded;
            }
        } catch (IllegalArgumentException e) { // quotes the value
        }
        throw invalid("with % only before two hexadecimal digits, in UTF-8");
    }

    private static void require(boolean allowed, CredentialField field) {
        if (!allowed) {
            throw invalid("with " + field.getName() + " " + field.getAllowed());
        }
    }

    private static InvalidFieldException invalid(String allowed) {
        return new InvalidFieldException(TotpFields.KEY_URI, allowed);
    }

    /** Without the components, so that no secret gets into a log. */
    @Override
    public String toString() {
        return "KeyUriParameters";
    }
}
