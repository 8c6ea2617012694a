package org.keycloak.handout.token.pskc;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.keycloak.handout.token.TokenLimits;

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

    /**
     * @param key {@code Key}
     * @throws IllegalArgumentException if Keycloak can't check such codes
     */
    static TotpKey of(XmlElement key) {
        String algorithm = key.attribute("Algorithm").orElse("(missing)");
        if (!TOTP.contains(algorithm)) {
            throw new IllegalArgumentException(algorithm.toLowerCase(Locale.ROOT).endsWith("hotp")
                    ? "The token counts (HOTP); only tokens that go by the time (TOTP) can be imported"
                    : "The key's algorithm is " + algorithm + "; only TOTP can be imported");
        }
        Optional<XmlElement> parameters = key.child("AlgorithmParameters");
        return new TotpKey(TokenLimits.algorithm(parameters.flatMap(element -> element.text("Suite")).orElse("SHA1")),
                parameters.flatMap(element -> element.child("ResponseFormat")).map(TotpKey::digits).orElse(null));
    }

    private static int digits(XmlElement format) {
        String encoding = format.attribute("Encoding").orElse("(missing)");
        if (!"DECIMAL".equals(encoding)) {
            throw new IllegalArgumentException("Encoding of the codes (ResponseFormat) is " + encoding + "; DECIMAL is allowed");
        }
        String checkDigits = format.attribute("CheckDigits").orElse("false");
        if (!Set.of("false", "0").contains(checkDigits)) {
            throw new IllegalArgumentException("The token adds a check digit to its codes (CheckDigits of ResponseFormat), which Keycloak doesn't know");
        }
        return TokenLimits.digits(format.attribute("Length").orElse("(missing)"));
    }
}
