package org.keycloak.representations.idm;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Request for some of a user's OTP credentials. The schema of each field says its unit, range and default.
 */
@Schema(description = "The OTP credentials of the user that the request is for. Default: all of them.")
public class TotpSelectionRepresentation {

    @Schema(description = "Id of the credential.", minLength = 1, maxLength = 255)
    private String id;

    @Schema(description = "Id or name of the TOTP method of the credential.", minLength = 1, maxLength = 255)
    private String method;

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }
}
