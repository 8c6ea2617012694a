package org.keycloak.representations.idm;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Request and reply for a new credential of any type. Each type adds fields of its own. The schema of each field says its unit, range and default.
 */
@Schema(description = "A credential of any type that an administrator creates for a user. A type adds fields of its own.")
public class CreateCredentialRepresentation {

    @Schema(description = "Name of the credential, shown to the user. Spaces before and after it are removed. Default: none.", minLength = 1, maxLength = 255)
    private String userLabel;

    @Schema(description = "Whether the user's credentials of this type that would otherwise make the request fail are removed in the same transaction. Default: false.")
    private Boolean replaceExisting;

    @Schema(description = "Id of the credential. Absent if the user's storage keeps the credential.", readOnly = true)
    private String id;

    @Schema(description = "When the credential was created, in milliseconds since 1970-01-01 UTC. Absent if the user's storage keeps the credential.",
            readOnly = true)
    private Long createdDate;

    public String getUserLabel() {
        return userLabel;
    }

    public void setUserLabel(String userLabel) {
        this.userLabel = userLabel;
    }

    public Boolean isReplaceExisting() {
        return replaceExisting;
    }

    public void setReplaceExisting(Boolean replaceExisting) {
        this.replaceExisting = replaceExisting;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public Long getCreatedDate() {
        return createdDate;
    }

    public void setCreatedDate(Long createdDate) {
        this.createdDate = createdDate;
    }
}
