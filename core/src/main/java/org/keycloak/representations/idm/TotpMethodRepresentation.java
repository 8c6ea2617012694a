package org.keycloak.representations.idm;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A TOTP method (RFC 6238): a named OTP policy of a realm, with limits on guessing. The schema of each field says its unit, range and default.
 */
@Schema(description = "A TOTP method of a realm. Creating one needs `name` and `issuer`. In an update, a field that is left out keeps its value.")
public class TotpMethodRepresentation {

    @Schema(description = "Id of the method. A request may have it, and the server ignores it.", readOnly = true)
    private String id;

    @Schema(description = "Name of the method. Spaces before and after it are removed. It is unique in the realm, in upper or lower case, and is not "
            + "the id of another method.",
            minLength = 1, maxLength = 255)
    private String name;

    @Schema(description = "Issuer of the keys, in the key URI and in the authenticator app.", minLength = 1, maxLength = 255)
    private String issuer;

    @Schema(description = "Time step (RFC 6238, X) in seconds. A request may have a duration as text, such as 30s or 1m. Default: 30.",
            minimum = "10", maximum = "300")
    private Integer period;

    @Schema(description = "Length of a generated secret in bytes. Default: 32.", minimum = "20", maximum = "128")
    private Integer keySize;

    @Schema(description = "Width and height of the QR code in pixels: 0 for no picture, or 100 at least. Default: 246.", minimum = "0", maximum = "1000")
    private Integer qrSize;

    @Schema(description = "Hash algorithm of the codes, with the prefix Hmac in a reply. Default: HmacSHA1.",
            enumeration = { "HmacSHA1", "HmacSHA256", "HmacSHA512", "SHA1", "SHA256", "SHA512" })
    private String algorithm;

    @Schema(description = "Number of digits of a code. Default: 6.", enumeration = { "6", "8" })
    private Integer digits;

    @Schema(description = "Number of periods before and after the present period whose codes are accepted. Default: 1.", enumeration = { "0", "1" })
    private Integer skew;

    @Schema(description = "Number of wrong codes that are judged within a period. Default: 5.", minimum = "1", maximum = "20")
    private Integer maxValidationAttempts;

    @Schema(description = "Number of consecutive wrong codes, from 1 on, that lock a credential until an administrator unlocks it. Default: 0, for never.",
            minimum = "0", maximum = "100")
    private Integer lockAfter;

    @Schema(description = "Time in seconds from its creation in which a TOTP from an administrator must be used for the first time, from 60 on. If it is "
            + "not, it accepts no code any more. A request may have a duration as text, such as 12h or 14d. Default: 0, for no limit.",
            minimum = "0", maximum = "31536000")
    private Integer activateWithin;

    @Schema(description = "The `counter` in the `credentialData` of the method's credentials. A lock adds 1073741824. The counter of an "
            + "unused credential is the negative of that.", readOnly = true)
    private Integer credentialCounter;

    @Schema(description = "Number of credentials that belong to the method.", readOnly = true)
    private Long credentials;

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getIssuer() {
        return issuer;
    }

    public void setIssuer(String issuer) {
        this.issuer = issuer;
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

    public Integer getSkew() {
        return skew;
    }

    public void setSkew(Integer skew) {
        this.skew = skew;
    }

    public Integer getMaxValidationAttempts() {
        return maxValidationAttempts;
    }

    public void setMaxValidationAttempts(Integer maxValidationAttempts) {
        this.maxValidationAttempts = maxValidationAttempts;
    }

    public Integer getLockAfter() {
        return lockAfter;
    }

    public void setLockAfter(Integer lockAfter) {
        this.lockAfter = lockAfter;
    }

    public Integer getActivateWithin() {
        return activateWithin;
    }

    public void setActivateWithin(Integer activateWithin) {
        this.activateWithin = activateWithin;
    }

    public Integer getCredentialCounter() {
        return credentialCounter;
    }

    public void setCredentialCounter(Integer credentialCounter) {
        this.credentialCounter = credentialCounter;
    }

    public Long getCredentials() {
        return credentials;
    }

    public void setCredentials(Long credentials) {
        this.credentials = credentials;
    }
}
