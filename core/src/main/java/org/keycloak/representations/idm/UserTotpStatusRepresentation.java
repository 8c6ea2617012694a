package org.keycloak.representations.idm;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A user and the user's TOTP credentials, for those who help the user.
 */
@Schema(description = "A user with the user's TOTP credentials")
@JsonPropertyOrder({ "id", "username", "firstName", "lastName", "email", "enabled", "access", "status", "totps", "requiredActions", "otherCredentials" })
public class UserTotpStatusRepresentation extends TotpStatusRepresentation {

    @Schema(description = "Id of the user.", readOnly = true)
    private String id;

    @Schema(description = "Name that the user logs in with.", readOnly = true)
    private String username;

    @Schema(description = "First name of the user, if it is known.", readOnly = true)
    private String firstName;

    @Schema(description = "Last name of the user, if it is known.", readOnly = true)
    private String lastName;

    @Schema(description = "E-mail address of the user, if it is known.", readOnly = true)
    private String email;

    @Schema(description = "Whether the user is enabled. A user who is disabled can't log in.", readOnly = true)
    private Boolean enabled;

    @Schema(description = "What the caller may do: `manage` says whether the caller may change the user's credentials.", readOnly = true)
    private Map<String, Boolean> access;

    @Schema(description = "Aliases of the actions that the user has to do at the next login, sorted. Absent in a list of users.", readOnly = true)
    private List<String> requiredActions;

    @Schema(description = "The user's credentials that are no OTPs and no passwords, such as recovery codes and security keys, in the order of the user. Credentials that the user's storage keeps are not among them. Absent in a list of users.", readOnly = true)
    private List<OtherCredential> otherCredentials;

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getFirstName() {
        return firstName;
    }

    public void setFirstName(String firstName) {
        this.firstName = firstName;
    }

    public String getLastName() {
        return lastName;
    }

    public void setLastName(String lastName) {
        this.lastName = lastName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public Boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(Boolean enabled) {
        this.enabled = enabled;
    }

    public Map<String, Boolean> getAccess() {
        return access;
    }

    public void setAccess(Map<String, Boolean> access) {
        this.access = access;
    }

    public List<String> getRequiredActions() {
        return requiredActions;
    }

    public void setRequiredActions(List<String> requiredActions) {
        this.requiredActions = requiredActions;
    }

    public List<OtherCredential> getOtherCredentials() {
        return otherCredentials;
    }

    public void setOtherCredentials(List<OtherCredential> otherCredentials) {
        this.otherCredentials = otherCredentials;
    }

    /**
     * One of the user's credentials that are no OTPs and no passwords.
     */
    @Schema(name = "OtherCredential", description = "A credential that is no OTP and no password, without its data")
    public static class OtherCredential {

        @Schema(description = "Id of the credential.", readOnly = true)
        private String id;

        @Schema(description = "Type of the credential, for example `recovery-authn-codes` or `webauthn`.", readOnly = true)
        private String type;

        @Schema(description = "Name of the credential, if it has one.", readOnly = true)
        private String userLabel;

        @Schema(description = "When the credential was created, in milliseconds since 1970-01-01 UTC. Absent if it was imported without a date.", readOnly = true)
        private Long createdDate;

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

        public String getUserLabel() {
            return userLabel;
        }

        public void setUserLabel(String userLabel) {
            this.userLabel = userLabel;
        }

        public Long getCreatedDate() {
            return createdDate;
        }

        public void setCreatedDate(Long createdDate) {
            this.createdDate = createdDate;
        }
    }
}
