package org.keycloak.representations.idm;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Request and reply for a new TOTP (RFC 6238, RFC 4226, key URI format). The schema of each field says its unit, range and default.
 */
@Schema(description = "A TOTP that an administrator creates for a user. A request needs none of the fields. The reply has every value in effect and "
        + "the secret, which is not shown again.")
public class CreateTotpRepresentation extends CreateCredentialRepresentation {

    @Schema(description = "TOTP method of the credential: its id or name in a request, its name in a reply. Its values are the defaults of the other "
            + "fields. A user has one credential of each method at most, and `replaceExisting` removes only the credential of this method. A "
            + "credential without a method counts as one of the realm's default method. Default: the realm's default method, if it has one.",
            minLength = 1, maxLength = 255)
    private String method;

    @Schema(description = "Issuer of the key, in the key URI and in the authenticator app. Default: the realm's display name, or its name.",
            minLength = 1, maxLength = 255)
    private String issuer;

    @Schema(description = "Hash algorithm of the codes, with the prefix Hmac in a reply. Default: as in the realm's OTP policy.",
            enumeration = { "HmacSHA1", "HmacSHA256", "HmacSHA512", "SHA1", "SHA256", "SHA512" })
    private String algorithm;

    @Schema(description = "Number of digits of a code. Default: as in the realm's OTP policy.", enumeration = { "6", "8" })
    private Integer digits;

    @Schema(description = "Time step (RFC 6238, X) in seconds. Default: as in the realm's OTP policy, or 30 if the policy is for HOTP.",
            minimum = "10", maximum = "300")
    private Integer period;

    @Schema(description = "Length of the secret in bytes. A generated secret has 20 at least. With a secret to import, leave it out, or send its "
            + "length. Default: 32, or 64 for SHA512.",
            minimum = "16", maximum = "128")
    private Integer keySize;

    @Schema(description = "Width and height of the QR code in pixels: 0 for no picture, or 100 at least. Default: 246, or more if the picture could "
            + "not be read otherwise.",
            minimum = "0", maximum = "1000")
    private Integer qrSize;

    @Schema(description = "The shared secret (RFC 6238, K) of 16 to 128 bytes. In a request, a secret to import, for example of a hardware token. Default: generated.")
    private String totpSecret;

    @Schema(description = "How `totpSecret` is written. A request with `totpSecret` needs it. `TEXT`: its bytes in UTF-8 are the secret. `BASE32` and "
            + "`HEX` may have lower case, spaces and hyphens. `BASE32` may have padding. A reply has `TEXT` or `BASE32`.",
            enumeration = { "TEXT", "BASE32", "HEX" })
    private String secretEncoding;

    @Schema(description = "The secret in Base32 (RFC 4648) without padding, as authenticator apps accept it.", readOnly = true)
    private String totpSecretEncoded;

    @Schema(description = "The `otpauth://totp/` URI (key URI format) that the QR code shows. In a request, a URI of up to 8192 characters to import "
            + "instead of `totpSecret`, with a secret of 16 to 128 bytes. It also says algorithm, digits, period and issuer. If it says no algorithm, "
            + "digits or period, they are `SHA1`, 6 and 30.")
    private String keyUri;

    @Schema(description = "The QR code: a PNG in Base64 (RFC 4648). Absent if `qrSize` is 0.", readOnly = true)
    private String qrCode;

    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    public String getIssuer() {
        return issuer;
    }

    public void setIssuer(String issuer) {
        this.issuer = issuer;
    }

    public String getAlgorithm() {
        return algorithm;
    }

    public void setAlgorithm(String algorithm) {
        this.algorithm = algorithm;
    }

    public Integer getDigits() {
        return digits;
    }

    public void setDigits(Integer digits) {
        this.digits = digits;
    }

    public Integer getPeriod() {
        return period;
    }

    public void setPeriod(Integer period) {
        this.period = period;
    }

    public Integer getKeySize() {
        return keySize;
    }

    public void setKeySize(Integer keySize) {
        this.keySize = keySize;
    }

    public Integer getQrSize() {
        return qrSize;
    }

    public void setQrSize(Integer qrSize) {
        this.qrSize = qrSize;
    }

    public String getTotpSecret() {
        return totpSecret;
    }

    public void setTotpSecret(String totpSecret) {
        this.totpSecret = totpSecret;
    }

    public String getSecretEncoding() {
        return secretEncoding;
    }

    public void setSecretEncoding(String secretEncoding) {
        this.secretEncoding = secretEncoding;
    }

    public String getTotpSecretEncoded() {
        return totpSecretEncoded;
    }

    public void setTotpSecretEncoded(String totpSecretEncoded) {
        this.totpSecretEncoded = totpSecretEncoded;
    }

    public String getKeyUri() {
        return keyUri;
    }

    public void setKeyUri(String keyUri) {
        this.keyUri = keyUri;
    }

    public String getQrCode() {
        return qrCode;
    }

    public void setQrCode(String qrCode) {
        this.qrCode = qrCode;
    }
}
