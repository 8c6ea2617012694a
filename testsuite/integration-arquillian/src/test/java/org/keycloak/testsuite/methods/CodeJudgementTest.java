package org.keycloak.testsuite.methods;

import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;

import org.keycloak.testsuite.browser.AbstractBrowserTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;

/**
 * Which codes are right: the skew of their method decides, and nothing may be around them. The realm's policy has a window of 2.
 */
class CodeJudgementTest extends AbstractBrowserTest {

    private static final int PERIOD = 300;

    @Override
    protected TestRealm newRealm() {
        TestRealm created = TestRealm.create(server(), it -> {
            TestRealm.setOtpPolicy(it, "totp", "HmacSHA1", 6, 30);
            it.setOtpPolicyLookAheadWindow(2);
        });
        for (int skew : new int[] { 0, 1 }) {
            new RealmMethods(created).add("skew-" + skew, "issuer", "ACME", "skew", skew, "period", PERIOD, "maxValidationAttempts", 20);
        }
        return created;
    }

    @Test
    void neighbouringPeriodsAreRefusedAtSkewZero() {
        assertEquals(List.of(false, false, false, true), withinAPeriod(now -> {
            TestUser user = newUser();
            Authenticator authenticator = user.newTotp(ofSkew(0));
            return List.of(logsIn(user, authenticator.codeOf(now - 1)), logsIn(user, authenticator.codeOf(now + 1)), isVerified(user, authenticator.codeOf(now - 1)),
                    logsIn(user, authenticator.codeOf(now)));
        }));
    }

    @Test
    void neighbouringPeriodsAreAcceptedAtSkewOne() {
        assertEquals(List.of(false, true, true, true, false), withinAPeriod(now -> {
            TestUser user = newUser();
            Authenticator authenticator = user.newTotp(ofSkew(1));
            return List.of(logsIn(user, authenticator.codeOf(now - 2)), logsIn(user, authenticator.codeOf(now - 1)), logsIn(user, authenticator.codeOf(now)),
                    isVerified(user, authenticator.codeOf(now + 1)), isVerified(user, authenticator.codeOf(now + 2)));
        }));
    }

    @Test
    void skewIsThatOfEachCredentialsMethod() {
        assertEquals(List.of(false, true), withinAPeriod(now -> {
            TestUser user = newUser();
            Authenticator strict = user.newTotp(ofSkew(0));
            Authenticator lenient = user.newTotp(ofSkew(1));
            return List.of(isVerified(user, strict.codeOf(now - 1)), isVerified(user, lenient.codeOf(now - 1)));
        }));
    }

    @Test
    void withoutAMethodTheWindowIsTheRealms() {
        assertEquals(List.of(false, true, true), withinAPeriod(now -> {
            TestUser user = newUser();
            Authenticator authenticator = user.newTotp(Json.object("period", PERIOD));
            return List.of(logsIn(user, authenticator.codeOf(now - 3)), logsIn(user, authenticator.codeOf(now - 2)), isVerified(user, authenticator.codeOf(now + 2)));
        }));
    }

    /** Such a code is wrong before and after the right code was used. It must not be a second way to use a code. */
    @ParameterizedTest
    @ValueSource(strings = { " %s", "%s ", "\t%s", "%s\t", "%s\u00a0", "\u2003%s", "0%s", "%s0", "+%s", "%s\u0000" })
    void codeWithSomethingAroundItIsWrong(String padded) {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp(ofSkew(1));
        String code = authenticator.code();

        assertRefused(user.login(padded.formatted(code)));
        assertFalse(isVerified(user, padded.formatted(code)));
        assertGranted(user.login(code));
        assertRefused(user.login(padded.formatted(code)));
        assertFalse(isVerified(user, padded.formatted(code)));
        assertRefused(user.login(code));
    }

    @Test
    void codeWithSpacesIsWrongInTheBrowser() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp(ofSkew(1));
        String code = authenticator.code();

        for (boolean used : new boolean[] { false, true }) {
            enterPassword(user);
            for (String padded : List.of(" " + code, code + " ", "  " + code + "  ")) {
                otpPage.enter(padded);
                assertTrue(otpPage.isOpen(), browser::getPageSource);
                assertNotIn();
            }
            otpPage.enter(code);
            if (used) {
                assertNotIn();
            } else {
                assertIn(user);
            }
        }
    }

    /**
     * What is answered within one period. If the next period begins meanwhile, all is asked again, and of another user, as codes are used up.
     *
     * @param ask gets the number of the present period
     */
    private static <T> T withinAPeriod(LongFunction<T> ask) {
        while (true) {
            long now = now();
            T answer = ask.apply(now);
            if (now() == now) {
                return answer;
            }
        }
    }

    private static long now() {
        return Instant.now().getEpochSecond() / PERIOD;
    }

    private static String ofSkew(int skew) {
        return Json.object("method", "skew-" + skew);
    }

    private static boolean logsIn(TestUser user, String code) {
        HttpReply reply = user.login(code);
        if (reply.status() != 200) {
            assertRefused(reply);
        }
        return reply.status() == 200;
    }

    private static boolean isVerified(TestUser user, String code) {
        HttpReply reply = user.totp().verify(Json.object("code", code));
        return reply.status() == 200 && reply.json().path("valid").booleanValue();
    }
}
