package org.keycloak.representations.idm;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an administrator asks for, and gets, when creating a set of recovery codes for a user. The codes are shown here once, and nowhere else.
 */
@Schema(description = "A set of recovery codes that an administrator creates for a user. The codes are shown this once only.")
public class CreateRecoveryAuthnCodesRepresentation extends CreateCredentialRepresentation {

    @Schema(description = "The codes, in the order in which the login page asks for them.", readOnly = true)
    private List<String> codes;

    /**
     * @return the codes, in the order in which the login page asks for them; in a reply only
     */
    public List<String> getCodes() {
        return codes;
    }

    public void setCodes(List<String> codes) {
        this.codes = codes;
    }
}
