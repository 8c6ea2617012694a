package org.keycloak.handout.token.pskc;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keyed digests of MACs and of key derivation (RFC 6030 section 6.1.1, RFC 6931 section 2.2). */
enum MacAlgorithm {

    HMAC_SHA1("http://www.w3.org/2000/09/xmldsig#hmac-sha1", "HmacSHA1"),
    HMAC_SHA256("http://www.w3.org/2001/04/xmldsig-more#hmac-sha256", "HmacSHA256"),
    HMAC_SHA384("http://www.w3.org/2001/04/xmldsig-more#hmac-sha384", "HmacSHA384"),
    HMAC_SHA512("http://www.w3.org/2001/04/xmldsig-more#hmac-sha512", "HmacSHA512");

    private final String uri;
    private final String javaName;

    MacAlgorithm(String uri, String javaName) {
        this.uri = uri;
        this.javaName = javaName;
    }

    static MacAlgorithm of(String uri) {
        return Stream.of(values()).filter(algorithm -> algorithm.uri.equals(uri)).findFirst()
                .orElseThrow(() -> new UnusableFile("The MAC algorithm " + uri + " is not supported. Supported are "
                        + Stream.of(values()).map(algorithm -> algorithm.javaName).collect(Collectors.joining(", ")) + "."));
    }

    /** The name that {@code javax.crypto} has for it. */
    String javaName() {
        return javaName;
    }

    /** Takes as long for a wrong MAC as for the right one. */
    boolean verifies(byte[] key, byte[] value, byte[] mac) {
        try {
            Mac hmac = Mac.getInstance(javaName);
            hmac.init(new SecretKeySpec(key, javaName));
            return MessageDigest.isEqual(hmac.doFinal(value), mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Each JDK has " + javaName + ".", e);
        }
    }
}
