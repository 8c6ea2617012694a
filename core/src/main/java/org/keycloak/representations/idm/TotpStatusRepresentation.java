package org.keycloak.representations.idm;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The TOTP credentials of a user, as whoever helps the user has to know them.
 */
@Schema(description = "The TOTP credentials of a user")
public class TotpStatusRepresentation {

    @Schema(description = "The user's TOTP credentials in the order that the user has them in. Those that the user's storage keeps are not among them.", readOnly = true)
    private List<Totp> totps;

    /**
     * @return the user's TOTP credentials in the order that the user has them in, without those that the user's storage keeps
     */
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

        @Schema(description = "MAC that makes the codes.", enumeration = { "HmacSHA1", "HmacSHA256", "HmacSHA512" }, readOnly = true)
        private String algorithm;

        @Schema(description = "Length of a code.", readOnly = true)
        private Integer digits;

        @Schema(description = "How long a code is shown, in seconds.", readOnly = true)
        private Integer period;

        @Schema(description = "When the credential was created, in milliseconds since 1970.", readOnly = true)
        private Long createdDate;

        @Schema(description = "Whether wrong codes have locked the credential, until an administrator unlocks it.", readOnly = true)
        private Boolean locked;

        /**
         * @return id of the credential
         */
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        /**
         * @return name of the device, or {@code null}
         */
        public String getUserLabel() {
            return userLabel;
        }

        public void setUserLabel(String userLabel) {
            this.userLabel = userLabel;
        }

        /**
         * @return name of the TOTP method that the credential belongs to, or {@code null}
         */
        public String getMethod() {
            return method;
        }

        public void setMethod(String method) {
            this.method = method;
        }

        /**
         * @return a MAC of the JCA, {@code HmacSHA1} for example
         */
        public String getAlgorithm() {
            return algorithm;
        }

        public void setAlgorithm(String algorithm) {
            this.algorithm = algorithm;
        }

        /**
         * @return length of a code
         */
        public Integer getDigits() {
            return digits;
        }

        public void setDigits(Integer digits) {
            this.digits = digits;
        }

        /**
         * @return how long a code is shown, in seconds
         */
        public Integer getPeriod() {
            return period;
        }

        public void setPeriod(Integer period) {
            this.period = period;
        }

        /**
         * @return when the credential was created, in milliseconds since 1970; {@code null} if it was imported without a date
         */
        public Long getCreatedDate() {
            return createdDate;
        }

        public void setCreatedDate(Long createdDate) {
            this.createdDate = createdDate;
        }

        /**
         * @return whether wrong codes have locked the credential, until an administrator unlocks it
         */
        public Boolean isLocked() {
            return locked;
        }

        public void setLocked(Boolean locked) {
            this.locked = locked;
        }
    }
}
