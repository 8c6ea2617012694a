package org.keycloak.testsuite.users;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.BulkEndpoint;
import org.keycloak.testsuite.fixture.BulkLines;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.ManyUsers;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.Simultaneously;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpEndpoints;
import org.keycloak.testsuite.totp.Authenticator;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Simultaneously.outcomes;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * Requests for many users beside others for the same users.
 */
class BulkSimultaneousTest extends AbstractTotpTest {

    private static final String REPLACE = Json.object("replaceExisting", true);

    /** The second run goes the other way, so that the two meet. */
    @RepeatedTest(3)
    void oneOfTwoRunsCreatesEachUsersTotp() throws Exception {
        List<TestUser> users = ManyUsers.in(realm(), 300);
        List<TestUser> reversed = new ArrayList<>(users);
        Collections.reverse(reversed);
        BulkEndpoint bulk = BulkEndpoint.of(realm());

        List<BulkLines> runs = send(() -> bulk.post(selection(users)), () -> bulk.post(selection(reversed)), () -> bulk.send(lines(users)));

        Map<String, String> created = new HashMap<>();
        runs.stream().flatMap(run -> run.with("created")).forEach(line -> assertEquals(null, created.put(userId(line), credentialId(line)), line::toString));
        assertEquals(users.stream().map(TestUser::id).collect(Collectors.toSet()), created.keySet());
        runs.stream().flatMap(run -> run.with("failed")).forEach(line -> assertEquals(Refusals.OTHER_REQUEST, BulkLines.message(line)));
        // A user with two would be among the last whom both runs work on.
        users.subList(100, 200).forEach(user -> assertEquals(List.of(created.get(user.id())), user.otpIds()));
    }

    /** A run that replaces, and the same endpoints for one user, for all the users at the same time. */
    @RepeatedTest(2)
    void runWithReplacementsLeavesEachUserOneTotpThatWasHandedOut() throws Exception {
        List<TestUser> users = ManyUsers.in(realm(), 120);
        BulkEndpoint bulk = BulkEndpoint.of(realm());
        BulkLines first = bulk.select("ids", ids(users));
        AdminHttp admin = bulk.http();
        Map<String, String> handedOut = new ConcurrentHashMap<>();
        first.users().forEach(line -> handOut(handedOut, line.path("credential")));
        ConcurrentLinkedQueue<HttpReply> singles = new ConcurrentLinkedQueue<>();
        Supplier<HttpReply> oneByOne = () -> users.stream().map(user -> {
            TotpEndpoints totp = user.totp().as(admin);
            String former = first.of(user).path("credential").path("id").asText();
            int kind = users.indexOf(user) % 3;
            HttpReply reply = kind == 0 ? totp.create(REPLACE) : kind == 1 ? totp.remove() : totp.label(former, "phone");
            if (kind < 2) {
                singles.add(reply);
            }
            return reply;
        }).reduce((one, other) -> other).orElseThrow();

        List<HttpReply> replies = Simultaneously.send(List.of(oneByOne, () -> bulk.post(replacement(users)), oneByOne, () -> bulk.post(replacement(users))));

        List<BulkLines> runs = List.of(BulkLines.of(replies.get(1)), BulkLines.of(replies.get(3)));
        runs.forEach(run -> {
            run.with("created").forEach(line -> handOut(handedOut, line.path("credential")));
            run.users().stream().filter(line -> !"created".equals(BulkLines.status(line))).forEach(line -> assertEquals(Refusals.OTHER_REQUEST, BulkLines.message(line)));
        });
        assertTrue(Set.of("200 ", "204 ", "409 " + Refusals.OTHER_REQUEST).containsAll(outcomes(List.copyOf(singles)).keySet()), () -> outcomes(List.copyOf(singles)).toString());
        singles.stream().filter(reply -> reply.status() == 200).forEach(reply -> handOut(handedOut, reply.json()));
        for (TestUser user : users) {
            List<String> present = user.otpIds();
            boolean removed = users.indexOf(user) % 3 == 1;
            assertTrue(present.size() == 1 || removed && present.isEmpty(), () -> user.name() + " has " + present);
            present.forEach(id -> assertValid(id, user.totp().as(admin).verifyCode(Authenticator.scan(handedOut.get(id)).code())));
        }
    }

    /** Nobody else replaces or removes: what a line hands out stays. */
    @Test
    void codeOfALineStaysRightWhileKeycloakChangesLabels() throws Exception {
        List<TestUser> users = ManyUsers.in(realm(), 100);
        BulkEndpoint bulk = BulkEndpoint.of(realm());
        BulkLines former = bulk.select("ids", ids(users));
        Supplier<HttpReply> labels = () -> users.stream().map(user -> user.totp().as(bulk.http()).label(former.of(user).path("credential").path("id").asText(), "phone"))
                .reduce((one, other) -> other).orElseThrow();

        BulkLines run = BulkLines.of(Simultaneously.send(List.of(() -> bulk.post(replacement(users)), labels)).get(0));

        assertEquals(Map.of("created", 100L), run.statuses());
        users.forEach(user -> assertEquals(List.of(credentialId(run.of(user))), user.otpIds()));
    }

    @Test
    void usersWhoAreDeletedMeanwhileEndNoRun() throws Exception {
        List<TestUser> users = ManyUsers.in(realm(), 200);
        BulkEndpoint bulk = BulkEndpoint.of(realm());
        Supplier<HttpReply> deletions = () -> users.stream().filter(user -> users.indexOf(user) % 10 == 0).map(user -> bulk.http().delete(user.totp().user()))
                .reduce((one, other) -> other).orElseThrow();

        BulkLines run = BulkLines.of(Simultaneously.send(List.of(() -> bulk.post(selection(users)), deletions)).get(0));

        assertEquals(200, run.users().size());
        run.with("failed").forEach(line -> assertTrue(Set.of("User not found", Refusals.OTHER_REQUEST).contains(BulkLines.message(line)), line::toString));
        for (TestUser user : users) {
            if (users.indexOf(user) % 10 != 0) {
                assertEquals("created", BulkLines.status(run.of(user)));
            }
        }
    }

    @SafeVarargs
    private static List<BulkLines> send(Supplier<HttpReply>... requests) throws Exception {
        return Simultaneously.send(List.of(requests)).stream().map(BulkLines::of).toList();
    }

    private static void handOut(Map<String, String> handedOut, JsonNode credential) {
        handedOut.put(credential.path("id").asText(), credential.path("keyUri").asText());
    }

    private static String selection(List<TestUser> users) {
        return Json.object("users", Map.of("ids", ids(users)));
    }

    private static String replacement(List<TestUser> users) {
        return Json.object("users", Map.of("ids", ids(users)), "credential", Map.of("replaceExisting", true));
    }

    private static String lines(List<TestUser> users) {
        return users.stream().map(user -> Json.object("username", user.name())).collect(Collectors.joining("\n"));
    }

    private static List<String> ids(List<TestUser> users) {
        return users.stream().map(TestUser::id).toList();
    }

    private static String userId(JsonNode line) {
        return line.path("id").asText();
    }

    private static String credentialId(JsonNode line) {
        return line.path("credential").path("id").asText();
    }
}
