package org.keycloak.testsuite.performance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A realm of users without a password, and with a TOTP method that isn't its default method.
 *
 * @param users paths of the users
 */
record EnrolmentRealm(Admin admin, Clients clients, String name, List<String> users) {

    static final String METHOD = "measured";

    static EnrolmentRealm create(Admin admin, Clients clients, int size) throws IOException, InterruptedException {
        String name = "users-" + size;
        admin.post("", Map.of("realm", name, "enabled", true), 201).send();
        admin.post(name + "/totp-methods", Map.of("name", METHOD, "issuer", "Measured"), 201).send();
        List<String> ids = admin.importUsers(name, IntStream.range(0, size).mapToObj(number -> Users.user("user-" + number, List.of())).toList());
        return new EnrolmentRealm(admin, clients, name, ids.stream().map(id -> name + "/users/" + id).toList());
    }

    /** Each subject has users of its own from all over the realm, one for each call of a turn. */
    List<Subject> subjects(List<Enrolment> enrolments, int calls) {
        int stride = users.size() / (enrolments.size() * calls);
        if (stride == 0) {
            throw new IllegalArgumentException("Too many calls for a realm of " + users.size() + " users");
        }
        List<Subject> subjects = new ArrayList<>();
        for (int group = 0; group < enrolments.size(); group++) {
            int first = group * stride;
            Enrolment enrolment = enrolments.get(group);
            List<String> own = IntStream.range(0, calls).mapToObj(call -> users.get(call * enrolments.size() * stride + first)).toList();
            subjects.add(new Subject(String.format(Locale.ROOT, "%s, %,d users", enrolment.title, users.size()), () -> calls(enrolment, own)));
        }
        return subjects;
    }

    /** The users have no OTP and aren't in the server's cache, as when a whole company is enrolled. */
    private List<Call> calls(Enrolment enrolment, List<String> own) throws Exception {
        clients.send(own.stream().map(user -> admin.put(user + "/remove-totp", Map.of(), 204, "")).toList());
        admin.post(name + "/clear-user-cache", Map.of(), 204).send();
        return own.stream().map(user -> enrolment.call.apply(admin, user)).toList();
    }
}
