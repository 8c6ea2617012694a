package org.keycloak.representations.idm;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A code to check for a user (RFC 6238), and the result. The schema of each field says its unit, range and default.
 */
@Schema(description = "A code to check, and the result")
public class VerifyTotpRepresentation {

    @Schema(description = "The code to check, as the authenticator shows it.", required = true, minLength = 1, maxLength = 255, writeOnly = true)
    private String code;

    @Schema(description = "Id of a credential. In a request, the only credential that is asked. In a reply, the credential that accepted the code. "
            + "Default: all of the user's credentials are asked.",
            minLength = 1, maxLength = 255)
    private String id;

    @Schema(description = "Id or name of the TOTP method whose credential is asked. Default: the credentials of all methods, and of none, are asked.",
            minLength = 1, maxLength = 255, writeOnly = true)
    private String method;

    @Schema(description = "Whether the code was accepted.", readOnly = true)
    private Boolean valid;

    @Schema(description = "Why the code was not accepted. `invalid`: it is wrong, or was used already. `attempts_exceeded`: it was not looked at, "
            + "because there were too many wrong codes within the period. `locked`: it was not looked at, because consecutive wrong codes locked the "
            + "credential until an administrator unlocks it. `expired`: it was not looked at, because the credential was not used for the first time in "
            + "time. Of several reasons, the reply has the last one of this list.",
            enumeration = { "invalid", "attempts_exceeded", "locked", "expired" }, readOnly = true)
    private String reason;

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    public Boolean isValid() {
        return valid;
    }

    public void setValid(Boolean valid) {
        this.valid = valid;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
