package org.keycloak.representations.idm;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The second step of a TOTP for oneself: a code of the pending TOTP (RFC 6238), and the credential that the user has from then on.
 * The schema of each field says its unit, range and default.
 */
@Schema(description = "A code that confirms a pending TOTP for oneself, and the credential that the user then has")
public class ConfirmTotpRepresentation {

    @Schema(description = "The code that the authenticator shows.", required = true, minLength = 1, maxLength = 255, writeOnly = true)
    private String code;

    @Schema(description = "Name of the credential, shown to the user. Spaces before and after it are removed. Default: none.", minLength = 1, maxLength = 255)
    private String userLabel;

    @Schema(description = "Id of the credential. Absent if the user's storage keeps the credential.", readOnly = true)
    private String id;

    @Schema(description = "Type of the credential: `otp`.", readOnly = true)
    private String type;

    @Schema(description = "Name of the TOTP method of the credential. Absent if it belongs to none.", readOnly = true)
    private String method;

    @Schema(description = "When the credential was created, in milliseconds since 1970-01-01 UTC. Absent if the user's storage keeps the credential.",
            readOnly = true)
    private Long createdDate;

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getUserLabel() {
        return userLabel;
    }

    public void setUserLabel(String userLabel) {
        this.userLabel = userLabel;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    public Long getCreatedDate() {
        return createdDate;
    }

    public void setCreatedDate(Long createdDate) {
        this.createdDate = createdDate;
    }
}
