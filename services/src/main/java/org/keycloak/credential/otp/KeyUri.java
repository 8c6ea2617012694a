package org.keycloak.credential.otp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.keycloak.representations.idm.CreateTotpRepresentation;

/**
 * The <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">Key URI format</a>. {@code OTPPolicy.getKeyURI} makes
 * such a URI too, but only of a secret that is text, and it writes a space in an account's name as {@code +}, which apps show.
 */
public final class KeyUri {

    static final String TOTP = "otpauth://totp/";

    private static final String SCHEME = "otpauth:";

    private KeyUri() {
    }

    /** Whether a text looks like a key URI, of a TOTP or of something else. */
    static boolean isScheme(String text) {
        return text.stripLeading().regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** The issuer as it may stand in a key URI: a colon ends it there. */
    public static String issuer(String name) {
        return name.replace(':', ' ');
    }

    /**
     * @param totp with all values in effect
     */
    static String of(CreateTotpRepresentation totp, String accountName) {
        return TOTP + encoded(totp.getIssuer()) + ":" + accountAndParameters(totp, accountName);
    }

    /** With the issuer in the parameters only where no QR code has room for both. */
    public static String forQrCode(CreateTotpRepresentation totp, String accountName) {
        String uri = of(totp, accountName);
        return QrCodeSize.least(uri) > 0 ? uri : withShortLabel(totp, accountName);
    }

    static String withShortLabel(CreateTotpRepresentation totp, String accountName) {
        return TOTP + accountAndParameters(totp, accountName);
    }

    private static String accountAndParameters(CreateTotpRepresentation totp, String accountName) {
        return encoded(accountName)
                + "?secret=" + totp.getTotpSecretEncoded()
                + "&issuer=" + encoded(totp.getIssuer())
                + "&algorithm=" + TotpFields.shortName(totp.getAlgorithm())
                + "&digits=" + totp.getDigits()
                + "&period=" + totp.getPeriod();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
