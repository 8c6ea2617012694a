package org.keycloak.credential.otp;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.InvalidFieldException;
import org.keycloak.models.OTPPolicy;

/**
 * Reads a key URI as an authenticator app understands it. A value that the URI leaves out is the default of the
 * <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">Key URI format</a>, not the realm's default: the device that
 * has the secret from this URI knows nothing of the realm. Parameters that the format doesn't know are ignored. The account's name is ignored
 * too, because the credential is for the user of the request.
 */
final class KeyUriReader {

    /** How the key URI of a TOTP begins. */
    static final String TOTP = "otpauth://totp/";
    /** In characters: more than any URI of a {@link TotpKey} has. */
    static final int MAX_LENGTH = 8192;

    private static final String SCHEME = "otpauth:";
    private static final TotpFields FIELDS = new TotpFields(OTPPolicy.DEFAULT_POLICY);
    private static final String SECRET = "secret";
    private static final List<String> NAMES = List.of(SECRET, TotpFields.ALGORITHM, TotpFields.DIGITS, TotpFields.PERIOD, TotpFields.ISSUER);

    private KeyUriReader() {
    }

    /** Whether a text looks like a key URI, of a TOTP or of something else. */
    static boolean isKeyUri(String text) {
        return text.stripLeading().regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /**
     * @param uri at most {@link #MAX_LENGTH} characters
     * @return algorithm, digits, period and secret; the issuer is the parameter, else the first part of the label, else {@code null}
     * @throws InvalidFieldException if it is no key URI of a TOTP, or has a value that isn't allowed
     */
    static TotpRequest read(String uri) {
        String text = uri.strip();
        if (!text.regionMatches(true, 0, TOTP, 0, TOTP.length())) {
            throw invalid("a URI that begins with " + TOTP);
        }
        if (text.indexOf('#') >= 0) {
            throw invalid("without #, which is %23 in a name");
        }
        String[] labelAndQuery = text.substring(TOTP.length()).split("\\?", 2);
        String label = decoded(labelAndQuery[0].replace("+", "%2B")); // only in a query a plus means a space
        Map<String, String> parameters = parameters(labelAndQuery.length > 1 ? labelAndQuery[1] : "");
        TotpSecret secret = secret(parameters.get(SECRET));
        String algorithm = algorithm(parameters.getOrDefault(TotpFields.ALGORITHM, "SHA1"));
        int digits = number(parameters, FIELDS.digits(), 6);
        int period = number(parameters, FIELDS.period(), 30);
        return new TotpRequest(issuer(parameters, label), algorithm, digits, period, secret, null, null);
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

    /** Many generators write the algorithm in lower case. */
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
            if (decoded.indexOf('\uFFFD') < 0) { // the decoder's replacement for bytes that aren't UTF-8
                return decoded;
            }
        } catch (IllegalArgumentException e) { // not passed on, because its message quotes the value
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
}
