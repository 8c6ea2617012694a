package org.keycloak.handout.enrolment;

import java.time.Duration;
import java.util.Iterator;
import java.util.TreeMap;

import org.keycloak.handout.journal.Journal;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;

/**
 * When the run was at work: from its beginning, and from each resume's, until a while after the last line that came. What was created at another time is of
 * somebody else. All times are of the server's clock, in milliseconds since 1970-01-01 UTC.
 */
final class WorkingTimes {

    /** How long the server may go on after the last line: it ends a batch, and gives up after two minutes without a reader. */
    static final long AFTERWARDS = Duration.ofMinutes(10).toMillis();

    /** The last line by the beginning. */
    private final TreeMap<Long, Long> lastLines = new TreeMap<>();

    /**
     * @param begun when the run began
     */
    WorkingTimes(long begun) {
        resumed(begun);
    }

    static WorkingTimes of(Run run, Journal journal) {
        WorkingTimes times = new WorkingTimes(run.begun());
        journal.notes().forEach((name, value) -> {
            if (name.startsWith(Notes.RESUMED)) {
                times.resumed(((Number) value).longValue());
            }
        });
        for (Iterator<CreatedCredentialRepresentation> lines = journal.lines(); lines.hasNext();) {
            times.line(((Number) lines.next().getCredential().get("createdDate")).longValue());
        }
        return times;
    }

    void resumed(long begun) {
        lastLines.put(begun, begun);
    }

    void line(long created) {
        Long begun = lastLines.floorKey(created);
        if (begun != null) {
            lastLines.merge(begun, created, Math::max);
        }
    }

    boolean include(long created) {
        Long begun = lastLines.floorKey(created);
        return begun != null && created <= lastLines.get(begun) + AFTERWARDS;
    }
}
