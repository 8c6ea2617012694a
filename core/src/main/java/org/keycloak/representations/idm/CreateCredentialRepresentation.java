package org.keycloak.representations.idm;

/**
 * What an administrator asks for, and gets, when creating a credential of any type for a user. A type adds fields of its own.
 */
public class CreateCredentialRepresentation {

    private String userLabel;
    private Boolean replaceExisting;
    private String id;
    private Long createdDate;

    /**
     * @return name of the credential shown to the user, 1 to 255 characters; none by default
     */
    public String getUserLabel() {
        return userLabel;
    }

    public void setUserLabel(String userLabel) {
        this.userLabel = userLabel;
    }

    /**
     * @return whether the user's present credentials of this type are removed in the same transaction; {@code false} by default
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
