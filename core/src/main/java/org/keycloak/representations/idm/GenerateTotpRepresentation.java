package org.keycloak.representations.idm;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What users ask for when they give themselves a TOTP (RFC 6238). Neither of the fields is needed, and no other is taken.
 */
@Schema(description = "What users may ask for when they generate a TOTP for themselves")
public class GenerateTotpRepresentation {

    @Schema(description = "Id or name of the realm's TOTP method. Default: the realm's default method, and the realm's OTP policy where it has none.",
            minLength = 1, maxLength = 255)
    private String method;

    @Schema(description = "Width and height of the QR code in pixels: 0 for no picture, else 100 at least. Default: that of the method, else 246, or more where "
            + "the picture could not be read otherwise.",
            minimum = "0", maximum = "1000")
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
