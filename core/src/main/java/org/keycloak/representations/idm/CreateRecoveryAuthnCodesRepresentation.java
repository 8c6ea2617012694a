package org.keycloak.representations.idm;

import java.util.List;

/**
 * What an administrator asks for, and gets, when creating a set of recovery codes for a user. The codes are shown here once, and nowhere else.
 */
public class CreateRecoveryAuthnCodesRepresentation extends CreateCredentialRepresentation {

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
