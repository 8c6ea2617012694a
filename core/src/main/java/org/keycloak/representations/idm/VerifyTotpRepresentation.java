package org.keycloak.representations.idm;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A one-time code to check for a user, and the verdict.
 */
@Schema(description = "A code to check, and what came of it")
public class VerifyTotpRepresentation {

    @Schema(description = "Code to check, as the user reads it off the authenticator.", required = true, minLength = 1, maxLength = 255, writeOnly = true)
    private String code;

    @Schema(description = "Id of the credential: in a request the only one to ask, in a reply the one that accepted the code. Default: all of the user's are "
            + "asked.",
            minLength = 1, maxLength = 255)
    private String id;

    @Schema(description = "Id or name of the TOTP method whose credential is asked. Default: those of any, and of none.",
            minLength = 1, maxLength = 255, writeOnly = true)
    private String method;

    @Schema(description = "Whether the code was accepted.", readOnly = true)
    private Boolean valid;

    @Schema(description = "Why the code was not accepted. invalid: it is wrong, or was used. attempts_exceeded: too many wrong codes in this period, so it was not "
            + "looked at. locked: too many wrong codes one after the other; an administrator unlocks the credential. If several credentials were asked, "
            + "the most severe: locked, then attempts_exceeded, then invalid.",
            enumeration = { "invalid", "attempts_exceeded", "locked" }, readOnly = true)
    private String reason;

    /**
     * @return the code to check, as the user reads it off the authenticator; in a request only
     */
    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    /**
     * @return id of the credential: in a request the only one to check against (all of the user's by default), in a reply the one that the code is of
     */
    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    /**
     * @return id or name of the TOTP method whose credential the code is checked against, any by default; in a request only
     */
    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    /**
     * @return whether the code was accepted; in a reply only
     */
    public Boolean isValid() {
        return valid;
    }

    public void setValid(Boolean valid) {
        this.valid = valid;
    }

    /**
     * @return why the code was not accepted: {@code invalid}, {@code attempts_exceeded} or {@code locked}; in a reply only
     */
    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
