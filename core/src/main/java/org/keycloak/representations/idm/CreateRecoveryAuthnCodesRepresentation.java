package org.keycloak.representations.idm;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Request and reply for new recovery codes. The schema of each field says its unit, range and default.
 */
@Schema(description = "A set of recovery codes that an administrator creates for a user. The codes are not shown again.")
public class CreateRecoveryAuthnCodesRepresentation extends CreateCredentialRepresentation {

    @Schema(description = "The codes, in the order in which the login page asks for them.", readOnly = true)
    private List<String> codes;

    public List<String> getCodes() {
        return codes;
    }

    public void setCodes(List<String> codes) {
        this.codes = codes;
    }
}
