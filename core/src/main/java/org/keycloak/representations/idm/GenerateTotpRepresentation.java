package org.keycloak.representations.idm;

/**
 * What users ask for when they give themselves a TOTP (RFC 6238). Neither of the fields is needed, and no other is taken.
 */
public class GenerateTotpRepresentation {

    private String method;
    private Integer qrSize;

    /**
     * @return id or name of the realm's TOTP method; the realm's default method by default, and the realm's OTP policy where it has none
     */
    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    /**
     * @return width and height of the QR code in pixels: 0 for no picture, or 100 to 1000; by default the method's, or 246, or more where the picture
     *     could not be read otherwise
     */
    public Integer getQrSize() {
        return qrSize;
    }

    public void setQrSize(Integer qrSize) {
        this.qrSize = qrSize;
    }
}
