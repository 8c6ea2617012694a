package org.keycloak.testsuite.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.Simultaneously;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.RepeatedTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Both steps at the same time as others.
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

    /** Whichever is first: what was confirmed is the user's, or what was generated is pending alone. */
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

    private static Map<String, Long> outcomes(List<HttpReply> replies) {
        return replies.stream().collect(Collectors.groupingBy(reply -> reply.status() + " " + reply.errorMessage(), Collectors.counting()));
    }
}
