package org.keycloak.representations.idm;

/**
 * A one-time code to check for a user, and the verdict.
 */
public class VerifyTotpRepresentation {

    private String code;
    private String id;
    private String method;
    private Boolean valid;

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
}
