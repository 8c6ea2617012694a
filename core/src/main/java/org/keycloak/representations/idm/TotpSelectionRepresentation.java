package org.keycloak.representations.idm;

/**
 * Which of a user's OTP credentials a request means; all of them where it names none.
 */
public class TotpSelectionRepresentation {

    private String id;
    private String method;

    /**
     * @return id of the only credential that is meant
     */
    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    /**
     * @return id or name of the TOTP method whose credential is meant
     */
    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }
}
