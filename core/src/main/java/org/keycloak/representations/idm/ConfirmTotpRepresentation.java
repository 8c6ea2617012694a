package org.keycloak.representations.idm;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The code by which users show that their authenticator has the secret that they were given, and the credential that they have from then on.
 */
@Schema(description = "The code that confirms a TOTP which was generated for oneself, and the credential of which it is one")
public class ConfirmTotpRepresentation {

    @Schema(description = "Code that the authenticator shows.", required = true, minLength = 1, maxLength = 255, writeOnly = true)
    private String code;

    @Schema(description = "Name of the credential, shown to the user. Default: none.", minLength = 1, maxLength = 255)
    private String userLabel;

    @Schema(description = "Id of the credential. Absent where the user's storage keeps the credential.", readOnly = true)
    private String id;

    @Schema(description = "Type of the credential: `otp`.", readOnly = true)
    private String type;

    @Schema(description = "Name of the TOTP method that the credential belongs to. Absent where it has none.", readOnly = true)
    private String method;

    @Schema(description = "When the credential was made, in milliseconds since 1970-01-01 UTC. Absent where the user's storage keeps the credential.",
            readOnly = true)
    private Long createdDate;

    /**
     * @return the code that the authenticator shows; in a request only
     */
    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    /**
     * @return name of the credential shown to the user, 1 to 255 characters; spaces around it are taken off; none by default
     */
    public String getUserLabel() {
        return userLabel;
    }

    public void setUserLabel(String userLabel) {
        this.userLabel = userLabel;
    }

    /**
     * @return id of the credential; in a reply only, absent where the user's storage keeps the credential
     */
    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    /**
     * @return type of the credential, as in {@link CredentialRepresentation#getType()}; in a reply only
     */
    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    /**
     * @return name of the credential's TOTP method; in a reply only, absent where it has none
     */
    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    /**
     * @return when the credential was made, in milliseconds since 1970-01-01 UTC; in a reply only, absent where the user's storage keeps the credential
     */
    public Long getCreatedDate() {
        return createdDate;
    }

    public void setCreatedDate(Long createdDate) {
        this.createdDate = createdDate;
    }
}
