package org.keycloak.handout.enrolment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.admin.client.resource.CreatedCredentials;
import org.keycloak.handout.output.CreatedTotp;
import org.keycloak.handout.output.PdfPerUserOutput;
import org.keycloak.handout.server.Refusal;
import org.keycloak.handout.server.Server;
import org.keycloak.representations.idm.CreateCredentialsRepresentation;
import org.keycloak.representations.idm.CreateCredentialsRepresentation.UserSelection;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;

/** Asks the server who would get a TOTP. */
final class DryRun {

    private DryRun() {
    }

    static Counts of(Server server, UserSelection users, CreateTotpRepresentation credential) {
        Map<String, String> failures = new LinkedHashMap<>();
        try (CreatedCredentials lines = ask(server, users, credential, null)) {
            while (lines.hasNext()) {
                CreatedCredentialRepresentation line = lines.next();
                if (line.getMessage() != null && "failed".equals(line.getStatus())) {
                    failures.put(Counts.name(line), line.getMessage());
                }
            }
            CreatedCredentialRepresentation sums = lines.sums();
            return new Counts(null, sums.getCreatable(), sums.getExists(), failures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws Refusal if a user who would get a TOTP has no password for the file
     */
    static void checkPasswords(Server server, UserSelection users, CreateTotpRepresentation credential, String attribute) {
        List<String> without = new ArrayList<>();
        try (CreatedCredentials lines = ask(server, users, credential, attribute)) {
            while (lines.hasNext()) {
                CreatedCredentialRepresentation line = lines.next();
                if ("creatable".equals(line.getStatus()) && !PdfPerUserOutput.isPassword(new CreatedTotp(line, null).attribute(attribute))) {
                    without.add(Counts.name(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!without.isEmpty()) {
            throw new Refusal(without.size() + " users have no attribute " + attribute + ", or you may not view it, so that no password would protect their files: "
                    + Summary.some(without) + ". Nothing was done. Give them one, or a file such as --pdf to this command, too.");
        }
    }

    private static CreatedCredentials ask(Server server, UserSelection users, CreateTotpRepresentation credential, String attribute) {
        CreateCredentialsRepresentation request = new CreateCredentialsRepresentation();
        request.setUsers(users);
        request.setCredential(credential);
        request.setDryRun(true);
        request.setAttributes(attribute == null ? null : List.of(attribute));
        return server.createTotps(request);
    }
}
