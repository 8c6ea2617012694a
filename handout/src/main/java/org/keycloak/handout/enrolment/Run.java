package org.keycloak.handout.enrolment;

import java.net.URI;

import org.keycloak.handout.sheet.SheetStyle;
import org.keycloak.representations.idm.CreateCredentialsRepresentation.UserSelection;
import org.keycloak.representations.idm.CreateTotpRepresentation;

/**
 * All that is needed to go on with a run. It is at the head of the journal.
 *
 * @param begun when the run began by the server's clock, in milliseconds since 1970-01-01 UTC
 * @param style how sheets look; {@code null} if there are none
 */
record Run(URI server, String realm, UserSelection users, CreateTotpRepresentation credential, Outputs outputs, SheetStyle style, long begun) {

    boolean replaces() {
        return Boolean.TRUE.equals(credential.isReplaceExisting());
    }
}
