package org.keycloak.representations.idm;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A user and the user's TOTP credentials, for those who help the user.
 */
@Schema(description = "A user with the user's TOTP credentials")
@JsonPropertyOrder({ "id", "username", "firstName", "lastName", "email", "enabled", "access", "status", "totps", "otherOtps", "requiredActions", "otherCredentials" })
public class UserTotpStatusRepresentation {

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

    @Schema(description = "What the best of the user's OTPs is good for, in this order: used, unused, locked, expired. An HOTP counts as used, and so does an OTP that the user's storage keeps. A user with none has no OTP at all.", enumeration = { "used", "unused", "locked", "expired", "none" }, readOnly = true)
    private String status;

    @Schema(description = "The user's TOTP credentials, in the order of the user. Credentials that the user's storage keeps are not among them.", readOnly = true)
    private List<Totp> totps;

    @Schema(description = "Number of OTPs that aren't in `totps`: HOTPs, credentials that can't be read, and one if the user's storage keeps any.", minimum = "0", readOnly = true)
    private Integer otherOtps;

    @Schema(description = "Aliases of the actions that the user has to do at the next login, sorted. Absent in a list of users.", readOnly = true)
    private List<String> requiredActions;

    @Schema(description = "The user's credentials that are no TOTPs and no passwords, such as HOTPs (of type `otp`), recovery codes and security keys, in the order of the user. Credentials that the user's storage keeps are not among them. Absent in a list of users.", readOnly = true)
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

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public List<Totp> getTotps() {
        return totps;
    }

    public void setTotps(List<Totp> totps) {
        this.totps = totps;
    }

    public Integer getOtherOtps() {
        return otherOtps;
    }

    public void setOtherOtps(Integer otherOtps) {
        this.otherOtps = otherOtps;
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
     * One of the user's TOTP credentials.
     */
    @Schema(name = "Totp", description = "A TOTP credential, without its secret")
    public static class Totp {

        @Schema(description = "Id of the credential.", readOnly = true)
        private String id;

        @Schema(description = "Name of the device, if it has one.", readOnly = true)
        private String userLabel;

        @Schema(description = "Name of the TOTP method that the credential belongs to, if it belongs to one.", readOnly = true)
        private String method;

        @Schema(description = "Hash algorithm of the codes, a MAC of the JCA.", enumeration = { "HmacSHA1", "HmacSHA256", "HmacSHA512" }, readOnly = true)
        private String algorithm;

        @Schema(description = "Number of digits of a code.", readOnly = true)
        private Integer digits;

        @Schema(description = "Time step (RFC 6238, X) in seconds.", readOnly = true)
        private Integer period;

        @Schema(description = "When the credential was created, in milliseconds since 1970-01-01 UTC. Absent if it was imported without a date.", readOnly = true)
        private Long createdDate;

        @Schema(description = "What the credential is good for.", enumeration = { "used", "unused", "locked", "expired" }, readOnly = true)
        private String status;

        @Schema(description = "Whether the credential has accepted a code, or the user set it up without an administrator.", readOnly = true)
        private Boolean used;

        @Schema(description = "When the credential expires, or has expired, if it isn't used before, in milliseconds since 1970-01-01 UTC. Absent if it doesn't expire.", readOnly = true)
        private Long deadline;

        @Schema(description = "Whether wrong codes have locked the credential, until an administrator unlocks it.", readOnly = true)
        private Boolean locked;

        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        public String getUserLabel() {
            return userLabel;
        }

        public void setUserLabel(String userLabel) {
            this.userLabel = userLabel;
        }

        public String getMethod() {
            return method;
        }

        public void setMethod(String method) {
            this.method = method;
        }

        public String getAlgorithm() {
            return algorithm;
        }

        public void setAlgorithm(String algorithm) {
            this.algorithm = algorithm;
        }

        public Integer getDigits() {
            return digits;
        }

        public void setDigits(Integer digits) {
            this.digits = digits;
        }

        public Integer getPeriod() {
            return period;
        }

        public void setPeriod(Integer period) {
            this.period = period;
        }

        public Long getCreatedDate() {
            return createdDate;
        }

        public void setCreatedDate(Long createdDate) {
            this.createdDate = createdDate;
        }

        public String getStatus() {
            return status;
        }

        public void setStatus(String status) {
            this.status = status;
        }

        public Boolean isUsed() {
            return used;
        }

        public void setUsed(Boolean used) {
            this.used = used;
        }

        public Long getDeadline() {
            return deadline;
        }

        public void setDeadline(Long deadline) {
            this.deadline = deadline;
        }

        public Boolean isLocked() {
            return locked;
        }

        public void setLocked(Boolean locked) {
            this.locked = locked;
        }
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
