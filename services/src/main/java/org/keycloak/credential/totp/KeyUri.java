package org.keycloak.credential.totp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">Key URI format</a>. {@code OTPPolicy.getKeyURI} makes
 * such a URI too, but only of a secret that is text, and it writes a space in an account's name as {@code +}, which apps show.
 */
final class KeyUri {

    private KeyUri() {
    }

    /** The issuer as it may stand in a key URI: a colon ends it there. */
    static String issuer(String name) {
        return name.replace(':', ' ');
    }

    static String of(TotpParameters totp, String accountName) {
        String issuer = encoded(totp.issuer());
        String accountAndParameters = encoded(accountName)
                + "?secret=" + totp.secret().toBase32()
                + "&issuer=" + issuer
                + "&algorithm=" + totp.algorithmKey()
                + "&digits=" + totp.digits()
                + "&period=" + totp.period();
        String uri = "otpauth://totp/" + issuer + ":" + accountAndParameters;
        // The issuer stands in the parameters as well: the label can do without where a QR code has no room for both.
        return uri.length() <= QrCode.CAPACITY ? uri : "otpauth://totp/" + accountAndParameters;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
