package org.keycloak.representations.idm;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Reply about a user's TOTP credentials, for those who help the user.
 */
@Schema(description = "The TOTP credentials of a user")
public class TotpStatusRepresentation {

    @Schema(description = "What the best of the user's OTPs is good for, in this order: used, unused, locked, expired. An HOTP counts as used, and so does an OTP that the user's storage keeps. A user with none has no OTP at all.", enumeration = { "used", "unused", "locked", "expired", "none" }, readOnly = true)
    private String status;

    @Schema(description = "The user's TOTP credentials, in the order of the user. Credentials that the user's storage keeps are not among them.", readOnly = true)
    private List<Totp> totps;

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

    /**
     * One of them.
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
}
