package org.keycloak.handout.enrolment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.NotFoundException;

import org.keycloak.handout.journal.Journal;
import org.keycloak.handout.server.Server;
import org.keycloak.handout.server.StatusPages;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation.Totp;

/**
 * Finds lines whose TOTP was removed or replaced while the run was interrupted, or that the server's database lost. The key on their sheets would give no
 * valid codes.
 */
final class OutdatedLines {

    private OutdatedLines() {
    }

    /**
     * Has the journal leave these lines out.
     *
     * @return the names of their users by id
     */
    static Map<String, String> leaveOut(Journal journal, Server server) {
        Set<Object> there = new HashSet<>();
        StatusPages.read((first, max) -> server.totpStatus().list(null, first, max)).forEach(user -> {
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
        Map<String, String> users = new LinkedHashMap<>();
        outdated.forEach(line -> users.put(line.getId(), Counts.name(line)));
        return users;
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
