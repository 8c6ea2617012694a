package org.keycloak.representations.idm;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A user in a list of users and their TOTP credentials.
 */
@Schema(description = "A user with the user's TOTP credentials")
@JsonPropertyOrder({ "id", "username", "firstName", "lastName", "email", "enabled", "status", "totps" })
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
}
