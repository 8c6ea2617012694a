package org.keycloak.handout.enrolment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.keycloak.admin.client.resource.CreatedCredentials;
import org.keycloak.handout.Progress;
import org.keycloak.handout.journal.Journal;
import org.keycloak.handout.journal.Reason;
import org.keycloak.handout.output.CreatedTotp;
import org.keycloak.handout.server.Server;
import org.keycloak.representations.idm.CreateCredentialsRepresentation;
import org.keycloak.representations.idm.CreateCredentialsRepresentation.UserSelection;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;

/**
 * Enrols users, and keeps each line of the reply as it comes. It knows who has a TOTP already, and who got none and why.
 */
final class Enrolment {

    /** As many as the server stores at once. */
    private static final int LINES_BETWEEN_SYNCS = 100;

    private final Server server;
    private final Run run;
    private final Journal journal;
    private final Set<String> existing = new LinkedHashSet<>();
    private final Set<String> failed = new HashSet<>();
    private final Map<String, String> failures = new LinkedHashMap<>();
    private int notSynced;

    Enrolment(Server server, Run run, Journal journal) {
        this.server = server;
        this.run = run;
        this.journal = journal;
    }

    /**
     * @throws UncheckedIOException if the reply was cut off, or a line can't be kept; some users may have a TOTP whose secret is lost
     */
    void enrol(UserSelection users, CreateTotpRepresentation credential, Progress progress) {
        CreateCredentialsRepresentation request = new CreateCredentialsRepresentation();
        request.setUsers(users);
        request.setCredential(credential);
        request.setAttributes(run.outputs().attributes());
        try (CreatedCredentials lines = server.createTotps(request)) {
            while (lines.hasNext()) {
                keep(lines.next());
                progress.step();
            }
            journal.sync();
        } catch (IOException e) {
            throw new UncheckedIOException(journal.path() + " can't be written: " + Reason.of(e), e);
        }
    }

    private void keep(CreatedCredentialRepresentation line) throws IOException {
        switch (String.valueOf(line.getStatus())) {
            case "created" -> {
                if (!new CreatedTotp(line, null).isComplete()) {
                    throw new UncheckedIOException("The server sent a line that lacks what a sheet needs", new IOException());
                }
                journal.append(line);
                noteTimeToUse(line);
                sync();
                existing.remove(line.getId());
                failed.remove(line.getId());
            }
            case "exists" -> {
                if (!journal.acknowledged().contains(line.getId())) {
                    existing.add(line.getId());
                }
            }
            default -> {
                existing.remove(line.getId());
                if (!journal.acknowledged().contains(line.getId())) {
                    failed.add(line.getId());
                }
                failures.put(Counts.name(line), Objects.requireNonNullElse(line.getMessage(), "The server doesn't say why."));
            }
        }
    }

    /** So that a failure of the machine loses few lines, and waiting for the disk takes little of the time. */
    private void sync() throws IOException {
        if (++notSynced == LINES_BETWEEN_SYNCS) {
            journal.sync();
            notSynced = 0;
        }
    }

    /** All TOTPs of a run are of one method, so that they have the same time. Sheets can do without it. */
    private void noteTimeToUse(CreatedCredentialRepresentation line) throws IOException {
        if (journal.notes().containsKey(Notes.TIME_TO_USE)) {
            return;
        }
        long time = Notes.NO_LIMIT;
        try {
            Object id = line.getCredential().get("id");
            time = server.credentials(line.getId()).totpStatus().getTotps().stream().filter(totp -> totp.getId().equals(id) && totp.getDeadline() != null)
                    .mapToLong(totp -> totp.getDeadline() - totp.getCreatedDate()).findFirst().orElse(Notes.NO_LIMIT);
        } catch (RuntimeException e) {
            // Who is removed in the meantime has no status, and what else may be wrong, the next request tells.
        }
        journal.note(Notes.TIME_TO_USE, time);
    }

    /** The ids of users who have a TOTP, and no line of this run. */
    Set<String> existing() {
        return existing;
    }

    /** The ids of users who got no TOTP, and have no line of this run. */
    Set<String> failed() {
        return failed;
    }

    Counts counts() {
        return new Counts(journal.acknowledged().size(), null, existing.size(), failures);
    }
}
