package org.keycloak.representations.idm;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an administrator asks for, and gets, when creating a credential of any type for a user. A type adds fields of its own.
 */
@Schema(description = "A credential of any type that an administrator creates for a user. A type adds fields of its own.")
public class CreateCredentialRepresentation {

    @Schema(description = "Name of the credential, shown to the user. Default: none.", minLength = 1, maxLength = 255)
    private String userLabel;

    @Schema(description = "Whether the user's present credentials of this type that would otherwise make the request fail are removed in the same transaction. Default: false.")
    private Boolean replaceExisting;

    @Schema(description = "Id of the credential. Absent where the user's storage keeps the credential.", readOnly = true)
    private String id;

    @Schema(description = "When the credential was made, in milliseconds since 1970-01-01 UTC. Absent where the user's storage keeps the credential.",
            readOnly = true)
    private Long createdDate;

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
     * @return whether the user's present credentials of this type that would otherwise make the request fail are removed in the same transaction; {@code false} by default
     */
    public Boolean isReplaceExisting() {
        return replaceExisting;
    }

    public void setReplaceExisting(Boolean replaceExisting) {
        this.replaceExisting = replaceExisting;
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
     * @return when the credential was made, in milliseconds since 1970-01-01 UTC; in a reply only, absent where the user's storage keeps the credential
     */
    public Long getCreatedDate() {
        return createdDate;
    }

    public void setCreatedDate(Long createdDate) {
        this.createdDate = createdDate;
    }
}
