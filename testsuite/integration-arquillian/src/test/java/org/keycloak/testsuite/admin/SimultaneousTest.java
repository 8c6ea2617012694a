package org.keycloak.testsuite.admin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.CredentialTypeEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.Simultaneously;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpEndpoints;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Simultaneously.granted;
import static org.keycloak.testsuite.fixture.Simultaneously.outcomes;

/**
 * Many calls for one user at the same time, of our endpoints and of Keycloak's own.
 */
class SimultaneousTest extends AbstractTotpTest {

    private static final String REPLACE = Json.object("replaceExisting", true);
    private static final String GRANTED = "200 ";
    private static final String OTHER_REQUEST = "409 " + Refusals.OTHER_REQUEST;
    private static final String USER_HAS_TOTP = "400 " + Refusals.USER_HAS_TOTP;

    @RepeatedTest(5)
    void oneOfManyCreatesSucceeds() throws Exception {
        TestUser user = newUser();
        TotpEndpoints totp = withOneToken(user);

        List<HttpReply> replies = Simultaneously.send(Collections.nCopies(32, totp::create));

        Map<String, Long> outcomes = outcomes(replies);
        assertEquals(1, outcomes.remove(GRANTED));
        assertTrue(Set.of(OTHER_REQUEST, USER_HAS_TOTP).containsAll(outcomes.keySet()), outcomes::toString);
        HttpReply granted = granted(replies).get(0);
        assertEquals(List.of(granted.field("id")), user.otpIds());
        assertGranted(user.login(Authenticator.scan(granted.field("keyUri")).code()));
    }

    /** A caller who asked for a replacement isn't told to remove first. */
    @RepeatedTest(5)
    void replacementsLeaveOneAuthenticatorThatWasHandedOut() throws Exception {
        TestUser user = newUser();
        user.newTotp("{}");
        TotpEndpoints totp = withOneToken(user);

        List<HttpReply> replies = Simultaneously.send(Collections.nCopies(16, () -> totp.create(REPLACE)));

        assertTrue(Set.of(GRANTED, OTHER_REQUEST).containsAll(outcomes(replies).keySet()), () -> outcomes(replies).toString());
        assertFalse(granted(replies).isEmpty());
        assertEquals(1, user.otpCredentials().size());
        long working = granted(replies).stream().filter(reply -> user.login(Authenticator.scan(reply.field("keyUri")).code()).status() == 200).count();
        assertEquals(1, working);
    }

    /**
     * When Keycloak changes a credential's label or place, it writes the whole credential back by its id. A replaced credential must not
     * come back this way.
     */
    @RepeatedTest(10)
    void replacedAuthenticatorDoesNotComeBack() throws Exception {
        TestUser user = newUser();
        Authenticator former = user.newTotp("{}");
        String formerId = user.otpCredentials().get(0).getId();
        TotpEndpoints totp = withOneToken(user);
        List<Supplier<HttpReply>> requests = new ArrayList<>(List.of(
                () -> totp.create(REPLACE),
                () -> totp.label(formerId, "one"),
                () -> totp.moveToFirst(formerId),
                () -> totp.label(formerId, "two")));
        Collections.shuffle(requests);

        List<HttpReply> granted = granted(Simultaneously.send(requests));

        // Keycloak's own write may have been first. Then nothing is replaced, and the caller is told.
        Authenticator valid = granted.isEmpty() ? former : Authenticator.scan(granted.get(0).field("keyUri"));
        assertEquals(1, user.otpCredentials().size());
        assertGranted(user.login(valid.code()));
        if (!granted.isEmpty()) {
            assertNotEquals(200, user.login(former.code()).status());
        }
    }

    /** When Keycloak moves a credential, it writes the user's whole order back, without a lease. */
    @RepeatedTest(10)
    void nothingIsLostOrDoubledWhileKeycloakMovesTheOthers() throws Exception {
        TestUser user = newUser();
        String former = user.totp().create().field("id");
        String codes = CredentialTypeEndpoints.of(user).create("recovery-authn-codes").field("id");
        TotpEndpoints totp = withOneToken(user);
        List<Supplier<HttpReply>> requests = new ArrayList<>(List.of(
                () -> totp.create(REPLACE),
                () -> totp.label(codes, "one"),
                () -> totp.moveToFirst(codes),
                () -> totp.http().send("POST", totp.path("credentials/" + codes + "/moveAfter/" + former), null)));
        Collections.shuffle(requests);

        List<HttpReply> replies = Simultaneously.send(requests);

        List<HttpReply> created = replies.stream().filter(reply -> reply.bytes().length > 0 && reply.json().has("totpSecret")).toList();
        String present = created.isEmpty() ? former : created.get(0).field("id");
        assertEquals(Set.of("password", present, codes), user.resource().credentials().stream()
                .map(credential -> "password".equals(credential.getType()) ? "password" : credential.getId()).collect(Collectors.toSet()));
        assertEquals(3, user.resource().credentials().size());
        assertTrue(created.size() == 1 || outcomes(replies).containsKey(OTHER_REQUEST), () -> outcomes(replies).toString());
    }

    @RepeatedTest(5)
    void deletedUserIsNotFound() throws Exception {
        TestUser user = newUser();
        TotpEndpoints totp = withOneToken(user);
        List<Supplier<HttpReply>> requests = new ArrayList<>(Collections.nCopies(6, totp::create));
        requests.add(3, () -> totp.http().delete(totp.user()));

        List<HttpReply> replies = Simultaneously.send(requests);

        HttpReply deletion = replies.remove(3); // Keycloak itself has a 409 if a credential came in between
        Map<String, Long> outcomes = outcomes(replies);
        outcomes.keySet().removeAll(Set.of(GRANTED, OTHER_REQUEST, USER_HAS_TOTP, "404 User not found"));
        assertEquals(Map.of(), outcomes);
        assertEquals(deletion.status() == 204 ? 404 : 400, totp.create().status(), deletion::toString);
    }

    /** Which request has the lease must not depend on which key it sees. */
    @Test
    void oneOfManyCreatesSucceedsWhileTheRealmsKeysChange() throws Exception {
        TestRealm realm = TestRealm.create(server());
        for (int round = 0; round < 8; round++) {
            TestUser user = realm.newUser();
            TotpEndpoints totp = withOneToken(user);
            List<Supplier<HttpReply>> requests = new ArrayList<>(Collections.nCopies(8, totp::create));
            requests.add(4, () -> addHmacKey(realm, totp.http()));

            List<HttpReply> replies = Simultaneously.send(requests);

            assertEquals(1, granted(replies).size(), () -> outcomes(replies).toString());
            assertEquals(1, user.otpCredentials().size());
        }
    }

    private static HttpReply addHmacKey(TestRealm realm, AdminHttp admin) {
        String id = UUID.randomUUID().toString();
        String key = Json.object("name", id, "providerId", "hmac-generated", "providerType", "org.keycloak.keys.KeyProvider", "config", Map.of(
                "priority", List.of(String.valueOf(1000 + System.nanoTime() % 1_000_000)), "algorithm", List.of("HS512")));
        return admin.post(realm.name() + "/components", key);
    }

    @RepeatedTest(3)
    void removalsAndCreationsComeOneAfterTheOther() throws Exception {
        TestUser user = newUser();
        TotpEndpoints totp = withOneToken(user);
        List<Supplier<HttpReply>> requests = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            requests.addAll(List.of(totp::create, totp::remove, () -> totp.create(REPLACE)));
        }

        Map<String, Long> outcomes = outcomes(Simultaneously.send(requests));

        outcomes.keySet().removeAll(Set.of(GRANTED, OTHER_REQUEST, USER_HAS_TOTP, "204 "));
        assertEquals(Map.of(), outcomes);
        assertTrue(user.otpCredentials().size() <= 1);
    }

    /** Keycloak's own endpoint for labels takes no lease. */
    @Test
    void administratorIsNotToldToTryAgainWhileTheUserChangesTheLabel() throws Exception {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        TotpEndpoints totp = user.totp(); // with a token that is valid, however long this takes
        String body = Json.object("method", new RealmMethods(user.realm()).addAny("lockAfter", 1, "maxValidationAttempts", 20), "replaceExisting", true);
        AtomicReference<String> id = new AtomicReference<>(totp.create(body).field("id"));
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Long>> renaming = Stream.generate(() -> threads.submit(() -> Stream.generate(() -> own.label(id.get(), UUID.randomUUID().toString()))
                    .limit(10_000).takeWhile(reply -> !over.get()).filter(reply -> reply.status() == 204).count())).limit(4).toList();
            List<HttpReply> replies = new ArrayList<>();
            for (int round = 0; round < 15; round++) {
                totp.verifyCode("000000"); // locks
                replies.add(totp.unlock());
                HttpReply created = totp.create(body);
                replies.add(created);
                id.set(created.field("id"));
            }
            replies.add(totp.remove());
            over.set(true);

            assertEquals(Map.of(GRANTED, 15L, "204 ", 16L), outcomes(replies));
            long renamed = 0;
            for (Future<Long> each : renaming) {
                renamed += each.get();
            }
            assertNotEquals(0, renamed);
            assertEquals(List.of(), user.otpCredentials());
        } finally {
            over.set(true);
            threads.shutdown();
        }
    }

    @Test
    void anotherUserNeedNotWait() throws Exception {
        List<Supplier<HttpReply>> requests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            requests.add(withOneToken(newUser())::create);
        }

        assertEquals(Map.of(GRANTED, 8L), outcomes(Simultaneously.send(requests)));
    }

    private static TotpEndpoints withOneToken(TestUser user) {
        return user.totp().as(user.realm().http().withOneToken());
    }
}
