package org.keycloak.testsuite.performance;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.keycloak.testsuite.performance.Clients.Turn;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * One request for all users of a realm beside create-totp by all clients, on one server with the jar. Nobody has an OTP before, and no picture is
 * drawn. All figures are of users.
 */
final class Bulk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Object> TOTP = Map.of("method", EnrolmentRealm.METHOD, "qrSize", 0);

    private Bulk() {
    }

    static void measure(Servers servers, Options options) throws Exception {
        try (Server server = servers.withJar(); Clients clients = new Clients(options.clients)) {
            EnrolmentRealm realm = EnrolmentRealm.create(server.admin(), clients, options.users);
            List<Call> single = singleCalls(realm, Math.min(options.calls, options.users));
            Call bulk = realm.admin().post(realm.name() + "/users/create-totp", Map.of("users", Map.of("all", true), "credential", TOTP), 200);
            List<Call> bulkOfAll = List.of(new Call(bulk.request(), bulk.statuses(), "\"created\":" + options.users + ","));
            Subject one = new Subject("create-totp, a call for each user", () -> withoutOtps(realm, single));
            Subject all = new Subject(String.format(Locale.ROOT, "one call for %,d users", options.users), () -> withoutOtps(realm, bulkOfAll));
            new Rounds(List.of(one, all), clients).run(options);
            Table.print("Many users", List.of(one, perUser(all, options.users)));
            System.out.println("\nMiB that live on the heap: " + server.liveHeap());
        }
    }

    /** For users from all over the realm. */
    private static List<Call> singleCalls(EnrolmentRealm realm, int number) {
        int stride = realm.users().size() / number;
        return IntStream.range(0, number).mapToObj(index -> realm.admin().put(realm.users().get(index * stride) + "/create-totp", TOTP, 200, "\"totpSecret\"")).toList();
    }

    /** Removing the method with its credentials takes much less time than removing the users' OTPs one by one. */
    private static List<Call> withoutOtps(EnrolmentRealm realm, List<Call> calls) throws IOException, InterruptedException {
        String methods = realm.name() + "/totp-methods";
        String method = JSON.readTree(realm.admin().get(methods, EnrolmentRealm.METHOD).send()).path(0).path("id").asText();
        realm.admin().delete(methods + "/" + method + "?removeCredentials=true").send();
        realm.admin().post(methods, Map.of("name", EnrolmentRealm.METHOD, "issuer", "Measured"), 201).send();
        realm.admin().post(realm.name() + "/clear-user-cache", Map.of(), 204).send();
        return calls;
    }

    private static Subject perUser(Subject subject, int users) {
        return new Subject(subject.name(), subject.calls(), subject.turns().stream()
                .map(turn -> new Turn(turn.callsPerSecond() * users, Arrays.stream(turn.milliseconds()).map(time -> time / users).toArray())).toList());
    }
}
