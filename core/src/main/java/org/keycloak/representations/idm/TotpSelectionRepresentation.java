package org.keycloak.representations.idm;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which of a user's OTP credentials a request means; all of them where it names none.
 */
@Schema(description = "Which of the user's OTP credentials are meant: all of them by default")
public class TotpSelectionRepresentation {

    @Schema(description = "Id of the only credential that is meant.", minLength = 1, maxLength = 255)
    private String id;

    @Schema(description = "Id or name of the TOTP method whose credential is meant.", minLength = 1, maxLength = 255)
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
