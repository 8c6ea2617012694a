package org.keycloak.representations.idm;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A named TOTP method of a realm: what the codes of the credentials made with it are like, and how often they may be guessed. A request that
 * creates one needs a name and an issuer, the rest has defaults; in one that updates it, what is absent stays.
 */
@Schema(description = "A TOTP method of a realm: what the codes of its credentials are like, and how often they may be guessed. `name` and `issuer` are needed to "
        + "create one.")
public class TotpMethodRepresentation {

    @Schema(description = "Id of the method.", readOnly = true)
    private String id;

    @Schema(description = "Name of the method, unique in the realm, and no id of another method.", minLength = 1, maxLength = 255)
    private String name;

    @Schema(description = "Who issues the keys, in the key URI and in the authenticator app.", minLength = 1, maxLength = 255)
    private String issuer;

    @Schema(description = "Time step (RFC 6238, X) in seconds; in a request also a duration as text, such as 30s or 1m. Default: 30.",
            minimum = "10", maximum = "300")
    private Integer period;

    @Schema(description = "Length of a generated secret in bytes. Default: 32.", minimum = "20", maximum = "128")
    private Integer keySize;

    @Schema(description = "Width and height of the QR code in pixels: 0 for no picture, else 100 at least. Default: 246.", minimum = "0", maximum = "1000")
    private Integer qrSize;

    @Schema(description = "Hash algorithm of the codes, with its prefix Hmac in a reply. Default: HmacSHA1.",
            enumeration = { "HmacSHA1", "HmacSHA256", "HmacSHA512", "SHA1", "SHA256", "SHA512" })
    private String algorithm;

    @Schema(description = "Length of a code. Default: 6.", enumeration = { "6", "8" })
    private Integer digits;

    @Schema(description = "How many periods before and after the present one are accepted. Default: 1.", enumeration = { "0", "1" })
    private Integer skew;

    @Schema(description = "How many wrong codes are judged within a period. Default: 5.", minimum = "1", maximum = "20")
    private Integer maxValidationAttempts;

    @Schema(description = "How many consecutive wrong codes, from 1 on, lock a credential until an administrator unlocks it. Default: 0, for never.",
            minimum = "0", maximum = "100")
    private Integer lockAfter;

    @Schema(description = "The `counter` in the `credentialData` of the method's credentials. A locked one has 1073741824 more.", readOnly = true)
    private Integer credentialCounter;

    @Schema(description = "How many credentials belong to the method.", readOnly = true)
    private Long credentials;

    /**
     * @return id of the method; whatever a request says of it is passed over, so that a reply can be sent back
     */
    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    /**
     * @return name of the method, unique in the realm in upper or lower case, 1 to 255 characters; spaces around it are taken off
     */
    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /**
     * @return who issues the keys, in the key URI and in the authenticator app, 1 to 255 characters
     */
    public String getIssuer() {
        return issuer;
    }

    public void setIssuer(String issuer) {
        this.issuer = issuer;
    }

    /**
     * @return time step (RFC 6238, X) in seconds, 10 to 300, 30 by default; a request in JSON may also say {@code "30s"} or {@code "1m"}
     */
    public Integer getPeriod() {
        return period;
    }

    public void setPeriod(Integer period) {
        this.period = period;
    }

    /**
     * @return length of a generated secret in bytes, 20 to 128, 32 by default
     */
    public Integer getKeySize() {
        return keySize;
    }

    public void setKeySize(Integer keySize) {
        this.keySize = keySize;
    }

    /**
     * @return width and height of the QR code in pixels: 0 for no picture, or 100 to 1000; 246 by default
     */
    public Integer getQrSize() {
        return qrSize;
    }

    public void setQrSize(Integer qrSize) {
        this.qrSize = qrSize;
    }

    /**
     * @return {@code HmacSHA1}, which is the default, {@code HmacSHA256} or {@code HmacSHA512}, also without {@code Hmac} in a request
     */
    public String getAlgorithm() {
        return algorithm;
    }

    public void setAlgorithm(String algorithm) {
        this.algorithm = algorithm;
    }

    /**
     * @return length of a code: 6, which is the default, or 8
     */
    public Integer getDigits() {
        return digits;
    }

    public void setDigits(Integer digits) {
        this.digits = digits;
    }

    /**
     * @return how many periods before and after the present one are accepted: 0, or 1, which is the default
     */
    public Integer getSkew() {
        return skew;
    }

    public void setSkew(Integer skew) {
        this.skew = skew;
    }

    /**
     * @return how many wrong codes are judged within a period, 1 to 20, 5 by default
     */
    public Integer getMaxValidationAttempts() {
        return maxValidationAttempts;
    }

    public void setMaxValidationAttempts(Integer maxValidationAttempts) {
        this.maxValidationAttempts = maxValidationAttempts;
    }

    /**
     * @return how many consecutive wrong codes lock a credential until an administrator unlocks it: 1 to 100, or 0 for never, which is the default
     */
    public Integer getLockAfter() {
        return lockAfter;
    }

    public void setLockAfter(Integer lockAfter) {
        this.lockAfter = lockAfter;
    }

    /**
     * @return the {@code counter} in the {@code credentialData} of the method's credentials, plus 2<sup>30</sup> in those that are locked; in a reply only
     */
    public Integer getCredentialCounter() {
        return credentialCounter;
    }

    public void setCredentialCounter(Integer credentialCounter) {
        this.credentialCounter = credentialCounter;
    }

    /**
     * @return how many credentials the method has; in a reply only
     */
    public Long getCredentials() {
        return credentials;
    }

    public void setCredentials(Long credentials) {
        this.credentials = credentials;
    }
}
