package org.keycloak.handout.token.pskc;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a key's {@code Algorithm} and {@code AlgorithmParameters} say of its codes (RFC 6030 section 4.3.4, and the TOTP profile of
 * draft-hoyer-keyprov-pskc-algorithm-profiles).
 *
 * @param algorithm {@code HmacSHA1}, which is the profile's default, {@code HmacSHA256} or {@code HmacSHA512}
 * @param digits 6 or 8; {@code null} if the file doesn't say
 */
record TotpKey(String algorithm, Integer digits) {

    /** The first is the registered one. Makers whose programs are older than the registration write the others. */
    private static final Set<String> TOTP = Set.of("urn:ietf:params:xml:ns:keyprov:pskc:totp", "urn:ietf:params:xml:ns:keyprov:pskc#totp",
            "http://www.ietf.org/keyprov/pskc#totp");
    private static final Set<String> SUITES = Set.of("SHA1", "SHA256", "SHA512");

    /**
     * @param key {@code Key}
     * @throws UnusableKey if Keycloak can't check such codes
     */
    static TotpKey of(XmlElement key) {
        String algorithm = key.attribute("Algorithm").orElse("(missing)");
        if (!TOTP.contains(algorithm)) {
            throw new UnusableKey(algorithm.toLowerCase(Locale.ROOT).endsWith("hotp")
                    ? "The key is for codes that count (HOTP). Only codes that change with time (TOTP) can be imported."
                    : "The key's algorithm is " + algorithm + ". Only TOTP can be imported.");
        }
        Optional<XmlElement> parameters = key.child("AlgorithmParameters");
        return new TotpKey("Hmac" + parameters.flatMap(element -> element.text("Suite")).map(TotpKey::suite).orElse("SHA1"),
                parameters.flatMap(element -> element.child("ResponseFormat")).map(TotpKey::digits).orElse(null));
    }

    /** Makers write {@code HMAC-SHA256}, {@code HmacSHA256} or {@code SHA-256}. */
    private static String suite(String text) {
        String name = text.toUpperCase(Locale.ROOT).replace("-", "").replaceFirst("^HMAC", "");
        if (!SUITES.contains(name)) {
            throw new UnusableKey("The key's Suite is " + text + ". Allowed are HMAC-SHA1, HMAC-SHA256 and HMAC-SHA512.");
        }
        return name;
    }

    private static int digits(XmlElement format) {
        String encoding = format.attribute("Encoding").orElse("(missing)");
        if (!"DECIMAL".equals(encoding)) {
            throw new UnusableKey("Encoding of the codes (ResponseFormat) is " + encoding + ". Allowed is DECIMAL.");
        }
        String checkDigits = format.attribute("CheckDigits").orElse("false");
        if (!Set.of("false", "0").contains(checkDigits)) {
            throw new UnusableKey("The token adds a check digit to its codes (CheckDigits of ResponseFormat), which Keycloak doesn't know.");
        }
        String length = format.attribute("Length").orElse("(missing)");
        if (!Set.of("6", "8").contains(length)) {
            throw new UnusableKey("Length of the codes (ResponseFormat) is " + length + ". Allowed are 6 and 8 digits.");
        }
        return Integer.parseInt(length);
    }
}
