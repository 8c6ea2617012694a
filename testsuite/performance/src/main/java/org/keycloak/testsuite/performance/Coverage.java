package org.keycloak.testsuite.performance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How long it takes to list and to count the users of a large realm by the status of their TOTPs, one call at a time.
 */
final class Coverage {

    private static final int LOCK = 1 << 30;
    private static final String REALM = "coverage";

    private Coverage() {
    }

    static void measure(Servers servers, Options options) throws Exception {
        int size = Collections.max(options.sizes);
        try (Server server = servers.withJar(); Clients clients = new Clients(1)) {
            Admin admin = server.admin();
            String group = createRealm(admin, size);
            List<Subject> subjects = new ArrayList<>();
            subjects.add(subject("`GET users`", admin.get(REALM + "/users?max=100", "username")));
            for (String status : List.of("none", "unused", "expired", "used", "locked")) {
                subjects.add(subject("totp-status, " + status, admin.get(REALM + "/users/totp-status?status=" + status, status)));
            }
            subjects.add(subject("totp-status, the last 100", admin.get(REALM + "/users/totp-status?first=" + (size - 100), "username")));
            subjects.add(subject("totp-status, count", admin.get(REALM + "/users/totp-status/count", "\"total\":" + size)));
            subjects.add(subject("totp-status, 10,000 users", admin.get(REALM + "/users/totp-status?max=10000", "username")));
            subjects.add(subject("totp-status, count of a search that finds all", admin.get(REALM + "/users/totp-status/count?search=user", "\"total\":" + size)));
            subjects.add(subject("totp-status, count of a group of all", admin.get(REALM + "/users/totp-status/count?group=" + group, "\"total\":" + size)));
            Rounds rounds = new Rounds(subjects, clients);
            rounds.run(options);
            Table.print(String.format(Locale.ROOT, "%,d users", size), subjects);
            System.out.println("\nMiB that live on the heap: " + server.liveHeap());
        }
    }

    private static Subject subject(String title, Call call) {
        return new Subject(title, () -> List.of(call));
    }

    /**
     * Of a hundred users, 40 have used their TOTP, 40 haven't, 5 were too late, 5 are locked, and 10 have none.
     *
     * @return path of a group that all are members of
     */
    private static String createRealm(Admin admin, int size) throws IOException, InterruptedException {
        admin.post("", Map.of("realm", REALM, "enabled", true), 201).send();
        admin.post(REALM + "/groups", Map.of("name", "all"), 201).send();
        int number = counter(admin, "handed-out", 0);
        int late = counter(admin, "late", 60);
        admin.importUsers(REALM, IntStream.range(0, size).mapToObj(index -> user(index, number, late)).toList());
        return "/all";
    }

    private static int counter(Admin admin, String method, int activateWithin) throws IOException, InterruptedException {
        admin.post(REALM + "/totp-methods", Map.of("name", method, "issuer", "Measured", "activateWithin", activateWithin), 201).send();
        String reply = admin.get(REALM + "/totp-methods?search=" + method, "credentialCounter").send();
        return Integer.parseInt(reply.replaceAll("(?s).*\"credentialCounter\":(\\d+).*", "$1"));
    }

    private static Map<String, Object> user(int index, int number, int late) {
        int part = index % 100;
        List<Map<String, Object>> credentials = part < 40 ? List.of(Users.totp(number)) : part < 80 ? List.of(Users.totp(-number))
                : part < 85 ? List.of(Users.totp(-late)) : part < 90 ? List.of(Users.totp(LOCK | number)) : List.of();
        Map<String, Object> user = Users.user("user-" + index, List.of());
        return Stream.concat(user.entrySet().stream(), Stream.of(Map.entry("credentials", (Object) credentials), Map.entry("groups", List.of("/all"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (old, own) -> own));
    }
}
