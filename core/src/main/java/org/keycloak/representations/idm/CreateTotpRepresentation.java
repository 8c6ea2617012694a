package org.keycloak.representations.idm;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an administrator asks for, and gets, when giving a user a TOTP (RFC 6238). A request needs none of the fields: each has a
 * default. A reply holds every value in effect, and the secret: it is shown here once, and nowhere else.
 */
@Schema(description = "A TOTP that an administrator creates for a user. A request needs none of the fields. The reply has every value in effect and the secret, "
        + "which is shown this once only.")
public class CreateTotpRepresentation extends CreateCredentialRepresentation {

    @Schema(description = "Id or name of the realm's TOTP method whose values are the defaults of the other fields, and which the credential belongs to; its name "
            + "in a reply. The user has one credential of each method at most: replaceExisting removes that of this method, and those of other methods stay. A credential without a "
            + "method counts as one of the realm's default method. Default: the realm's default method, if it has one.",
            minLength = 1, maxLength = 255)
    private String method;

    @Schema(description = "Who issued the key, in the key URI and in the authenticator app. Default: the realm's display name, else its name.",
            minLength = 1, maxLength = 255)
    private String issuer;

    @Schema(description = "Hash algorithm of the codes, with its prefix Hmac in a reply. Default: that of the realm's OTP policy.",
            enumeration = { "HmacSHA1", "HmacSHA256", "HmacSHA512", "SHA1", "SHA256", "SHA512" })
    private String algorithm;

    @Schema(description = "Length of a code. Default: that of the realm's OTP policy.", enumeration = { "6", "8" })
    private Integer digits;

    @Schema(description = "Time step (RFC 6238, X) in seconds. Default: that of the realm's OTP policy, and 30 where that is for HOTP.",
            minimum = "10", maximum = "300")
    private Integer period;

    @Schema(description = "Length of the secret in bytes, 20 at least in a request. With a secret to import none, or its length. Default: 32, and 64 for SHA512.",
            minimum = "16", maximum = "128")
    private Integer keySize;

    @Schema(description = "Width and height of the QR code in pixels: 0 for no picture, else 100 at least. Default: 246, or more where the picture could not be "
            + "read otherwise.",
            minimum = "0", maximum = "1000")
    private Integer qrSize;

    @Schema(description = "The shared secret (RFC 6238, K) of 16 to 128 bytes: in a request one to import, of a hardware token for example. Default: generated.")
    private String totpSecret;

    @Schema(description = "How `totpSecret` is written; a request with one needs it. `TEXT`: its bytes in UTF-8 are the secret. `BASE32` and `HEX` may have lower case, "
            + "spaces and hyphens, Base32 also padding. `TEXT` or `BASE32` in a reply.",
            enumeration = { "TEXT", "BASE32", "HEX" })
    private String secretEncoding;

    @Schema(description = "The secret in Base32 (RFC 4648) without padding, as authenticator apps take it.", readOnly = true)
    private String totpSecretEncoded;

    @Schema(description = "The `otpauth://totp/` URI (Key URI format) that the QR code shows. In a request one to import, with a secret of 16 to 128 bytes, instead of "
            + "`totpSecret`: algorithm, digits, period and issuer are those that it says, or `SHA1`, 6 and 30 where it says none.")
    private String keyUri;

    @Schema(description = "The QR code: a PNG in Base64 (RFC 4648). Absent where `qrSize` is 0.", readOnly = true)
    private String qrCode;

    /**
     * @return the realm's TOTP method whose values are the defaults: in a request its id or name, in a reply its name; the realm's default method
     *     by default, and none where it has none
     */
    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    /**
     * @return who issued the key, in the key URI and in the authenticator app, 1 to 255 characters; the realm's display name, else its name, by default
     */
    public String getIssuer() {
        return issuer;
    }

    public void setIssuer(String issuer) {
        this.issuer = issuer;
    }

    /**
     * @return {@code HmacSHA1}, {@code HmacSHA256} or {@code HmacSHA512}, also without {@code Hmac} in a request; as in the realm's OTP policy by default
     */
    public String getAlgorithm() {
        return algorithm;
    }

    public void setAlgorithm(String algorithm) {
        this.algorithm = algorithm;
    }

    /**
     * @return length of a code: 6 or 8; as in the realm's OTP policy by default
     */
    public Integer getDigits() {
        return digits;
    }

    public void setDigits(Integer digits) {
        this.digits = digits;
    }

    /**
     * @return time step (RFC 6238, X) in seconds, 10 to 300; as in the realm's OTP policy by default, 30 where that policy is for HOTP
     */
    public Integer getPeriod() {
        return period;
    }

    public void setPeriod(Integer period) {
        this.period = period;
    }

    /**
     * @return length of the secret in bytes, 20 to 128 for one to generate; by default 32, and 64 for SHA512
     */
    public Integer getKeySize() {
        return keySize;
    }

    public void setKeySize(Integer keySize) {
        this.keySize = keySize;
    }

    /**
     * @return width and height of the QR code in pixels: 0 for no picture, or 100 to 1000; by default 246, or more where the picture could not be read otherwise
     */
    public Integer getQrSize() {
        return qrSize;
    }

    public void setQrSize(Integer qrSize) {
        this.qrSize = qrSize;
    }

    /**
     * @return the shared secret (RFC 6238, K), 16 to 128 bytes: one to import in a request, generated by default
     */
    public String getTotpSecret() {
        return totpSecret;
    }

    public void setTotpSecret(String totpSecret) {
        this.totpSecret = totpSecret;
    }

    /**
     * @return how {@code totpSecret} is written: {@code TEXT} for text in UTF-8, {@code BASE32}, or, in a request only, {@code HEX}; a request
     *     with a secret needs it
     */
    public String getSecretEncoding() {
        return secretEncoding;
    }

    public void setSecretEncoding(String secretEncoding) {
        this.secretEncoding = secretEncoding;
    }

    /**
     * @return the secret in Base32 (RFC 4648), without padding and spaces, as authenticator apps take it; in a reply only
     */
    public String getTotpSecretEncoded() {
        return totpSecretEncoded;
    }

    public void setTotpSecretEncoded(String totpSecretEncoded) {
        this.totpSecretEncoded = totpSecretEncoded;
    }

    /**
     * @return the {@code otpauth://totp/…} URI (Key URI format): in a request one to import instead of {@code totpSecret}, up to 8192 characters
     */
    public String getKeyUri() {
        return keyUri;
    }

    public void setKeyUri(String keyUri) {
        this.keyUri = keyUri;
    }

    /**
     * @return Base64 (RFC 4648) of a PNG that shows {@code keyUri} as a QR code, absent where {@code qrSize} is 0; in a reply only
     */
    public String getQrCode() {
        return qrCode;
    }

    public void setQrCode(String qrCode) {
        this.qrCode = qrCode;
    }
}
