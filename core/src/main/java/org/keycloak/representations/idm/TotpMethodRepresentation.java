package org.keycloak.representations.idm;

/**
 * A named TOTP method of a realm: what the codes of the credentials made with it are like, and how often they may be guessed. A request that
 * creates one needs a name and an issuer, the rest has defaults; in one that updates it, what is absent stays.
 */
public class TotpMethodRepresentation {

    private String id;
    private String name;
    private String issuer;
    private Integer period;
    private Integer keySize;
    private Integer qrSize;
    private String algorithm;
    private Integer digits;
    private Integer skew;
    private Integer maxValidationAttempts;
    private Integer lockAfter;
    private Integer credentialCounter;
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
     * @return name of the method, unique in the realm, 1 to 255 characters
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
