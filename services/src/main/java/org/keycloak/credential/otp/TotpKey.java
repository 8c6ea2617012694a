package org.keycloak.credential.otp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.keycloak.models.credential.OTPCredentialModel;

/**
 * The key of one TOTP: its secret, how codes are computed from the secret (RFC 6238), and the two names that an authenticator app shows.
 * <p>
 * Its URI is of the <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">Key URI format</a>.
 * {@code OTPPolicy.getKeyURI} makes such a URI too, but only of a secret that is text. It also writes a space in an account's name as
 * {@code +}, which apps show.
 *
 * @param issuer who issued the key; a colon in it becomes a space, because a colon ends the issuer in a key URI
 * @param accountName the user's name
 * @param algorithm a MAC of the JCA: {@code HmacSHA1}, {@code HmacSHA256} or {@code HmacSHA512}
 * @param digits length of a code: 6 or 8
 * @param period time step (RFC 6238, X) in seconds: 10 to 300
 * @param secret the shared secret (RFC 6238, K)
 */
public record TotpKey(String issuer, String accountName, String algorithm, int digits, int period, TotpSecret secret) {

    public TotpKey {
        issuer = issuer(issuer);
    }

    /**
     * @param name any name
     * @return the name without colons, as an issuer is written in a key; it may be blank
     */
    public static String issuer(String name) {
        return name.replace(':', ' ');
    }

    /**
     * @return the key URI, with the issuer in its label and in its parameters
     */
    String uri() {
        return KeyUriReader.TOTP + encoded(issuer) + ":" + accountAndParameters();
    }

    /**
     * @return the key URI for a QR code; without the issuer in its label if no QR code has room for the issuer twice
     */
    public String uriForQrCode() {
        String uri = uri();
        return QrCodeSize.least(uri) > 0 ? uri : uriWithShortLabel();
    }

    String uriWithShortLabel() {
        return KeyUriReader.TOTP + accountAndParameters();
    }

    private String accountAndParameters() {
        return encoded(accountName)
                + "?secret=" + secret.toBase32()
                + "&issuer=" + encoded(issuer)
                + "&algorithm=" + TotpFields.shortName(algorithm)
                + "&digits=" + digits
                + "&period=" + period;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * @return a credential with this key, to be stored
     */
    OTPCredentialModel toCredential() {
        return OTPCredentialModel.createTOTP(secret.value(), digits, period, algorithm, secret.encoding());
    }

    /** Without the components, so that no secret gets into a log. */
    @Override
    public String toString() {
        return "TotpKey";
    }
}
