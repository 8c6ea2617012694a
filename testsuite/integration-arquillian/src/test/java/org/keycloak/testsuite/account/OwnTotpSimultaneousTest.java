package org.keycloak.testsuite.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.Simultaneously;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpEndpoints;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Simultaneously.outcomes;

/**
 * Both steps at the same time as other requests.
 */
class OwnTotpSimultaneousTest extends AbstractOwnTotpTest {

    private static final String CONFIRMED = "201 ";
    private static final String GENERATED = "200 ";
    private static final Set<String> REFUSALS = Set.of("409 " + Refusals.OTHER_REQUEST, "400 " + Refusals.USER_HAS_TOTP, "400 " + NONE_PENDING, "400 " + INVALID_CODE);

    @RepeatedTest(5)
    void oneOfManyConfirmationsSucceeds() throws Exception {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        Authenticator authenticator = generate(own);
        String code = authenticator.code();

        Map<String, Long> outcomes = outcomes(Simultaneously.send(Collections.nCopies(16, () -> own.confirmCode(code))));

        assertEquals(1, outcomes.remove(CONFIRMED), outcomes::toString);
        assertTrue(REFUSALS.containsAll(outcomes.keySet()), outcomes::toString);
        assertEquals(1, user.otpCredentials().size());
        user.totp().remove();
        assertRefused(NONE_PENDING, own.confirmCode(authenticator.code()));
    }

    /** Either the confirmed TOTP is the user's, or only the newly generated one is pending. */
    @RepeatedTest(5)
    void secretIsGeneratedBesideConfirmations() throws Exception {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        String code = generate(own).code();
        List<Supplier<HttpReply>> requests = new ArrayList<>(Collections.nCopies(4, () -> own.confirmCode(code)));
        requests.add(2, own::generate);

        Map<String, Long> outcomes = outcomes(Simultaneously.send(requests));

        boolean confirmed = outcomes.containsKey(CONFIRMED);
        boolean replaced = outcomes.containsKey(GENERATED);
        assertTrue(confirmed ^ replaced, outcomes::toString);
        assertEquals(confirmed ? 1 : 0, user.otpCredentials().size());
        outcomes.keySet().removeAll(Set.of(CONFIRMED, GENERATED));
        assertTrue(REFUSALS.containsAll(outcomes.keySet()), outcomes::toString);
    }

    @RepeatedTest(5)
    void administratorCreatesOneBesideConfirmations() throws Exception {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        String code = generate(own).code();
        List<Supplier<HttpReply>> requests = new ArrayList<>(Collections.nCopies(4, () -> own.confirmCode(code)));
        requests.add(2, user.totp()::create);

        Map<String, Long> outcomes = outcomes(Simultaneously.send(requests));

        assertTrue(outcomes.containsKey(CONFIRMED) ^ outcomes.containsKey(GENERATED), outcomes::toString);
        assertEquals(1, user.otpCredentials().size());
    }

    /** However many requests the user sends meanwhile. */
    @Test
    void administratorIsNotToldToTryAgain() throws Exception {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        String large = Json.object("qrSize", 1000);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Map<String, Long>>> hammering = Stream.generate(() -> threads.submit(() -> outcomes(Stream.generate(() -> own.generate(large))
                    .takeWhile(reply -> !over.get()).toList()))).limit(16).toList();
            TotpEndpoints totp = user.totp(); // with a token that is valid, however long this takes
            Map<String, Long> outcomes = outcomes(IntStream.range(0, 40).mapToObj(call -> switch (call % 4) {
                case 0 -> totp.create();
                case 2 -> totp.remove();
                default -> totp.unlock();
            }).toList());
            over.set(true);

            assertEquals(Map.of(GENERATED, 10L, "204 ", 30L), outcomes);
            Set<String> users = new HashSet<>();
            for (Future<Map<String, Long>> each : hammering) {
                users.addAll(each.get().keySet());
            }
            users.removeAll(REFUSALS);
            assertTrue(Set.of(GENERATED).containsAll(users), users::toString);
        } finally {
            over.set(true);
            threads.shutdown();
        }
    }
}
