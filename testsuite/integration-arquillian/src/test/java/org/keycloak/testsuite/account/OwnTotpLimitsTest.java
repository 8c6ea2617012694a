package org.keycloak.testsuite.account;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.Simultaneously;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The limits on guessing the codes of a credential hold for a pending TOTP too.
 */
class OwnTotpLimitsTest extends AbstractOwnTotpTest {

    @Test
    void methodLimitsWrongCodesWithinAPeriod() {
        String method = Json.object("method", new RealmMethods(realm()).addAny("maxValidationAttempts", "3", "period", "10"));
        OwnTotpEndpoints own = OwnTotpEndpoints.of(newUser());
        Authenticator first = generated(own.generate(method));
        for (int attempt = 0; attempt < 3; attempt++) {
            assertRefused(INVALID_CODE, own.confirmCode(first.wrongCode()));
        }

        assertRefused(TOO_MANY, own.confirmCode(first.code()));
        Authenticator second = generated(own.generate(method));
        assertRefused(TOO_MANY, own.confirmCode(second.code()));
        OwnTotpEndpoints other = OwnTotpEndpoints.of(newUser());
        assertConfirmed(other.confirmCode(generated(other.generate(method)).code()));

        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(11));
        assertConfirmed(own.confirmCode(second.code()));
    }

    @Test
    void fiveWhereThereIsNoMethod() {
        OwnTotpEndpoints own = OwnTotpEndpoints.of(newUser());
        Authenticator authenticator = generate(own);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertRefused(INVALID_CODE, own.confirmCode(authenticator.wrongCode()));
        }

        assertRefused(TOO_MANY, own.confirmCode(authenticator.code()));
    }

    /** The label is checked after the code. A right code ends the count even if the label is taken. */
    @Test
    void rightCodeBeginsAnew() {
        String other = Json.object("method", new RealmMethods(realm()).addAny());
        OwnTotpEndpoints own = OwnTotpEndpoints.of(newUser());
        assertConfirmed(own.confirm(Json.object("code", generate(own).code(), "userLabel", "phone")));
        Authenticator authenticator = generated(own.generate(other));
        for (int attempt = 0; attempt < 4; attempt++) {
            assertRefused(INVALID_CODE, own.confirmCode(authenticator.wrongCode()));
        }

        assertEquals(409, own.confirm(Json.object("code", authenticator.code(), "userLabel", "phone")).status());

        for (int attempt = 0; attempt < 4; attempt++) {
            assertRefused(INVALID_CODE, own.confirmCode(authenticator.wrongCode()));
        }
        assertConfirmed(own.confirmCode(authenticator.code()));
    }

    @Test
    void attemptsAtTheSameTimeAreNoMore() throws Exception {
        OwnTotpEndpoints own = OwnTotpEndpoints.of(newUser());
        Authenticator authenticator = generate(own);
        String wrong = authenticator.wrongCode();

        List<HttpReply> replies = Simultaneously.send(Collections.nCopies(32, () -> own.confirmCode(wrong)));
        List<HttpReply> more = Stream.generate(() -> own.confirmCode(wrong)).limit(6).toList();

        List<String> outcomes = Stream.concat(replies.stream(), more.stream()).map(HttpReply::errorMessage).toList();
        assertEquals(5, Collections.frequency(outcomes, INVALID_CODE), outcomes::toString);
        assertTrue(List.of(INVALID_CODE, TOO_MANY, Refusals.OTHER_REQUEST).containsAll(outcomes), outcomes::toString);
        assertRefused(TOO_MANY, own.confirmCode(authenticator.code()));
    }
}
