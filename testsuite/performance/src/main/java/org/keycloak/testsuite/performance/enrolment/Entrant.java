package org.keycloak.testsuite.performance.enrolment;

import java.util.ArrayList;
import java.util.List;

import org.keycloak.testsuite.performance.Clients;
import org.keycloak.testsuite.performance.Measured;
import org.keycloak.testsuite.performance.Turn;

/**
 * A subject with users of its own, who takes a turn in each round.
 */
record Entrant(Subject subject, UserGroup users, Clients clients, Measured measured) {

    static Entrant of(Subject subject, UserGroup users, Clients clients) {
        return new Entrant(subject, users, clients, new Measured(subject.name(), new ArrayList<>()));
    }

    /** One for each subject. */
    static List<Entrant> all(EnrolmentRealm realm, int calls, Clients clients) {
        List<Entrant> entrants = new ArrayList<>();
        for (Subject subject : Subject.ALL) {
            entrants.add(of(subject, realm.group(entrants.size(), Subject.ALL.size(), calls), clients));
        }
        return entrants;
    }

    /**
     * Its users are not in the server's cache, as in an enrolment of a whole company. Clearing it forgets all users: the administrator is one.
     */
    void takeTurn(boolean counts) throws Exception {
        users.prepare(subject.before(), clients);
        List<EnrolmentCall> calls = subject.calls(users);
        users.requests().clearUserCache();
        Turn turn = clients.send(calls);
        users.expect(subject.after());
        if (counts) {
            measured.turns().add(turn);
        }
    }

    /** Leaves the users as they were made. */
    void leave() throws Exception {
        users.prepare(false, clients);
    }
}
