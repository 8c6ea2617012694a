package org.keycloak.representations.idm;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The first step of a TOTP for oneself (RFC 6238): the fields that users may set. The schema of each field says its unit, range and default.
 */
@Schema(description = "The fields that users may set when they generate a TOTP for themselves. None is required.")
public class GenerateTotpRepresentation {

    @Schema(description = "Id or name of the TOTP method. Default: the realm's default method or, if there is none, the realm's OTP policy.",
            minLength = 1, maxLength = 255)
    private String method;

    @Schema(description = "Width and height of the QR code in pixels: 0 for no picture, or 100 at least. Default: as in the method, or 246, or more if "
            + "the picture could not be read otherwise.",
            minimum = "0", maximum = "1000")
    private Integer qrSize;

    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    public Integer getQrSize() {
        return qrSize;
    }

    public void setQrSize(Integer qrSize) {
        this.qrSize = qrSize;
    }
}
