package org.keycloak.testsuite.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.keycloak.testsuite.fixture.AbstractServerTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.Logins;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.Simultaneously;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;
import static org.keycloak.testsuite.fixture.Simultaneously.granted;
import static org.keycloak.testsuite.fixture.Simultaneously.outcomes;

/**
 * Many calls for one user at the same time, at both nodes of a cluster.
 */
abstract class AbstractClusterTest extends AbstractServerTest {

    private static final String GRANTED = "200 ";
    private static final String USER_HAS_TOTP = "400 " + Refusals.USER_HAS_TOTP;
    private static final String OTHER_REQUEST = "409 " + Refusals.OTHER_REQUEST;

    /** Otherwise the other tests would be about two servers with one database. */
    @Test
    void nodesKnowEachOther() throws IOException {
        assertEquals(2, server().nodes().size());
        String log = Files.readString(server().log());

        assertTrue(log.lines().anyMatch(line -> line.contains("Received new cluster view") && line.contains("(2)")), "a cluster of two");
    }

    @Test
    void authenticatorOfOneNodeIsKnownAtTheOther() {
        TestUser user = newUser();
        TestUser there = user.at(server().nodes().get(1));
        assertGranted(there.login()); // now the node has in its caches whatever it keeps there

        Authenticator authenticator = user.newTotp("{}");

        Refusals.assertUserHasTotp(there.totp().create());
        assertGranted(there.login(authenticator.code()));
        assertEquals(204, there.totp().remove().status());
        assertGranted(user.login());
    }

    @Test
    void codeThatWasUsedAtOneNodeIsUsedUpAtTheOther() {
        TestUser user = newUser();
        String code = user.newTotp("{}").code();

        assertGranted(user.login(code));

        assertRefused(user.at(server().nodes().get(1)).login(code));
    }

    @RepeatedTest(8)
    void oneOfManyCreatesSucceeds() throws Exception {
        TestUser user = newUser();

        List<HttpReply> replies = createAtOnce(32, user, "{}");

        assertOutcomes(Set.of(GRANTED, USER_HAS_TOTP, OTHER_REQUEST), replies);
        assertEquals(1, granted(replies).size(), () -> outcomes(replies).toString());
        HttpReply granted = granted(replies).get(0);
        assertEquals(List.of(granted.field("id")), user.otpIds());
        Authenticator authenticator = Authenticator.scan(granted.field("keyUri"));
        for (URI node : server().nodes()) {
            assertGranted(user.at(node).login(authenticator.code()));
        }
    }

    @RepeatedTest(4)
    void replacementsLeaveOneAuthenticatorThatWasHandedOut() throws Exception {
        TestUser user = newUser();
        user.newTotp("{}");

        List<HttpReply> replies = createAtOnce(16, user, Json.object("replaceExisting", true));

        assertOutcomes(Set.of(GRANTED, OTHER_REQUEST), replies);
        assertEquals(1, user.otpCredentials().size());
        assertEquals(1, granted(replies).stream()
                .filter(reply -> user.login(Authenticator.scan(reply.field("keyUri")).code()).status() == 200).count(), () -> outcomes(replies).toString());
    }

    @RepeatedTest(3)
    void threeOfManyAttemptsAreJudged() throws Exception {
        TestUser user = guessedUser("maxValidationAttempts", 3, "period", 300);
        Authenticator authenticator = user.newTotp("{}");

        loginAtOnce(64, user, authenticator::wrongCode).forEach(Logins::assertRefused);

        assertEquals(64, user.loginErrors("invalid_user_credentials").size());
        assertEquals(61, user.loginErrors("totp_attempts_exceeded").size());
        for (URI node : server().nodes()) {
            assertRefused(user.at(node).login(authenticator.code()));
        }
    }

    @Test
    void lockHoldsAtBothNodesAndSoDoesItsEnd() throws Exception {
        TestUser user = guessedUser("maxValidationAttempts", 20, "lockAfter", 5);
        Authenticator authenticator = user.newTotp("{}");

        loginAtOnce(16, user, authenticator::wrongCode).forEach(Logins::assertRefused);

        assertEquals(12, user.loginErrors("totp_locked").size(), "the fifth, and each one after");
        TestUser there = user.at(server().nodes().get(1));
        String code = authenticator.code();
        assertRefused(user.login(code));
        assertRefused(there.login(code));
        assertEquals(204, there.totp().unlock().status());
        assertGranted(user.login(code));
        assertGranted(there.login(authenticator.code()));
    }

    /** The later login has a used code. The earlier may still be under judgement then. */
    @RepeatedTest(4)
    void rightCodeThatIsSentToBothNodesAtOnceDoesNotLock() throws Exception {
        TestUser user = guessedUser("maxValidationAttempts", 20, "lockAfter", 3);
        Authenticator authenticator = user.newTotp("{}");
        assertRefused(user.login(authenticator.wrongCode()));
        assertRefused(user.login(authenticator.wrongCode()));
        String code = authenticator.code();

        List<HttpReply> replies = loginAtOnce(2, user, () -> code);

        assertEquals(1, replies.stream().filter(reply -> reply.status() == 200).count(), replies::toString);
        assertEquals(List.of(), user.loginErrors("totp_locked"));
        assertGranted(user.login(authenticator.code()));
    }

    /** On the database that many run in production. */
    @Test
    void credentialsOfAMethodAreCountedAndRemovedAtBothNodes() {
        TestUser user = newUser();
        TestUser there = user.at(server().nodes().get(1));
        String method = new RealmMethods(user.realm()).addAny();
        user.newTotp(Json.object("method", method));
        String path = user.realm().name() + "/totp-methods";
        JsonNode listed = there.realm().http().get(path + "?search=" + method).json().get(0);

        assertEquals(1, listed.path("credentials").asInt(), listed::toString);
        assertRefused(there.login());

        assertEquals(204, there.realm().http().delete(path + "/" + listed.path("id").asText() + "?removeCredentials=true").status());
        assertEquals(List.of(), user.otpCredentials());
        assertGranted(there.login());
    }

    /** In a realm whose default method is this one. */
    TestUser guessedUser(Object... method) {
        return RealmMethods.realmWithDefault(server(), method).newUser();
    }

    /** At each node in turn. */
    private List<HttpReply> loginAtOnce(int calls, TestUser user, Supplier<String> code) throws InterruptedException, ExecutionException {
        List<URI> nodes = server().nodes();
        return Simultaneously.send(IntStream.range(0, calls)
                .mapToObj(number -> user.at(nodes.get(number % nodes.size())))
                .map(there -> (Supplier<HttpReply>) () -> there.login(code.get()))
                .toList());
    }

    /** In turn at each node. */
    private List<HttpReply> createAtOnce(int calls, TestUser user, String json) throws InterruptedException, ExecutionException {
        List<URI> nodes = server().nodes();
        String token = user.realm().http().token().get();
        return Simultaneously.send(IntStream.range(0, calls)
                .mapToObj(number -> new AdminHttp(nodes.get(number % nodes.size()), () -> token))
                .map(http -> (Supplier<HttpReply>) () -> user.totp().as(http).create(json))
                .toList());
    }

    private static void assertOutcomes(Set<String> expected, List<HttpReply> replies) {
        assertTrue(expected.containsAll(outcomes(replies).keySet()), () -> outcomes(replies).toString());
    }
}
