package org.keycloak.testsuite.performance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A realm with users who log in by a token request.
 *
 * @param calls number of logins in a turn
 */
record LoginRealm(String title, URI tokenEndpoint, int calls, List<LoginUser> rightUsers, List<LoginUser> wrongUsers) {

    private static final String CLIENT = "app";
    private static final String METHOD = "measured";
    /** Cheap, so that the other costs of a login show. */
    private static final String CHEAP_PASSWORD = "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)";
    /** Wrong codes of one user in a row: fewer than any limit. */
    private static final int WRONG_CODES = 4;
    /** Each code is good once, so a user can log in every 30 seconds. */
    private static final int TURNS_IN_BETWEEN = 4;

    /**
     * @param lockAfter limit of the default TOTP method; empty for a realm without methods
     */
    static LoginRealm create(Server server, String title, OptionalInt lockAfter, Options options) throws IOException, InterruptedException {
        String name = title.replaceAll("\\W+", "-");
        Admin admin = server.admin();
        admin.post("", Map.of("realm", name, "enabled", true, "passwordPolicy", CHEAP_PASSWORD,
                "clients", List.of(Map.of("clientId", CLIENT, "publicClient", true, "directAccessGrantsEnabled", true))), 201).send();
        if (lockAfter.isPresent()) {
            admin.post(name + "/totp-methods", Map.of("name", METHOD, "issuer", "Measured", "lockAfter", lockAfter.getAsInt()), 201).send();
            admin.put(name, Map.of("attributes", Map.of("totpDefaultMethod", METHOD)), 204, "").send();
        }
        List<LoginUser> right = users("right-", TURNS_IN_BETWEEN * options.calls);
        List<LoginUser> wrong = users("wrong-", (options.warmUp + options.rounds) * wrongUsersOfTurn(options.calls));
        admin.importUsers(name, Stream.concat(right.stream(), wrong.stream()).map(LoginUser::representation).toList());
        return new LoginRealm(title, URI.create(server.url() + "/realms/" + name + "/protocol/openid-connect/token"), options.calls, right, wrong);
    }

    private static List<LoginUser> users(String prefix, int number) {
        return IntStream.range(0, number).mapToObj(index -> LoginUser.of(prefix + index)).toList();
    }

    private static int wrongUsersOfTurn(int calls) {
        return (calls + WRONG_CODES - 1) / WRONG_CODES;
    }

    Subject rightCodes() {
        AtomicInteger next = new AtomicInteger();
        return new Subject(title, () -> IntStream.range(0, calls).mapToObj(call -> rightUsers.get(next.getAndIncrement() % rightUsers.size()))
                .map(user -> login(user, user.freshCode(), Set.of(200), "access_token")).toList());
    }

    /** Each turn has users of its own, so that it has as many first, second, third and fourth wrong codes as the others. */
    Subject wrongCodes() {
        AtomicInteger turn = new AtomicInteger();
        int users = wrongUsersOfTurn(calls);
        return new Subject(title, () -> {
            int first = turn.getAndIncrement() * users;
            return IntStream.range(0, calls).mapToObj(call -> wrongUsers.get(first + call % users))
                    .map(user -> login(user, LoginUser.WRONG_CODE, Set.of(400, 401), "Invalid user credentials")).toList();
        });
    }

    private Call login(LoginUser user, String code, Set<Integer> statuses, String text) {
        String form = "grant_type=password&client_id=" + CLIENT + "&username=" + user.name() + "&password=" + LoginUser.PASSWORD + "&totp=" + code;
        return new Call(HttpRequest.newBuilder(tokenEndpoint).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)).build(), statuses, text);
    }
}
