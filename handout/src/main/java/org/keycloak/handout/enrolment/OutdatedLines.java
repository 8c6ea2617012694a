package org.keycloak.handout.enrolment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import jakarta.ws.rs.NotFoundException;

import org.keycloak.handout.journal.Journal;
import org.keycloak.handout.server.Server;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;
import org.keycloak.representations.idm.TotpStatusRepresentation.Totp;

/** Finds lines whose TOTP was removed or replaced while the run was interrupted. The key on their sheets would give no valid codes. */
final class OutdatedLines {

    private OutdatedLines() {
    }

    /**
     * Has the journal leave these lines out.
     *
     * @return a warning for each
     */
    static List<String> leaveOut(Journal journal, Server server) {
        Set<Object> there = new HashSet<>();
        TotpStatuses.forEach(server, user -> {
            if (journal.acknowledged().contains(user.getId())) {
                user.getTotps().forEach(totp -> there.add(totp.getId()));
            }
        });
        List<CreatedCredentialRepresentation> outdated = new ArrayList<>();
        for (Iterator<CreatedCredentialRepresentation> lines = journal.lines(); lines.hasNext();) {
            CreatedCredentialRepresentation line = lines.next();
            // A user slips from page to page if others are removed meanwhile: ask once more.
            if (!there.contains(id(line)) && !isThere(line, server)) {
                outdated.add(line);
            }
        }
        outdated.forEach(line -> journal.leaveOut(line.getId()));
        return outdated.stream().map(line -> Counts.name(line) + ": no sheet, because the TOTP of this run has been removed or replaced.").toList();
    }

    private static boolean isThere(CreatedCredentialRepresentation line, Server server) {
        try {
            return server.credentials(line.getId()).totpStatus().getTotps().stream().map(Totp::getId).anyMatch(id(line)::equals);
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static Object id(CreatedCredentialRepresentation line) {
        return line.getCredential().get("id");
    }
}
