package org.keycloak.testsuite.admin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpEndpoints;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.RepeatedTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;

/**
 * Many calls for one user at the same time.
 */
class SimultaneousTest extends AbstractTotpTest {

    @RepeatedTest(5)
    void oneOfManyCreatesSucceeds() throws Exception {
        TestUser user = newUser();

        List<HttpReply> replies = atOnce(32, user, "{}");

        List<HttpReply> granted = replies.stream().filter(reply -> reply.status() == 200).toList();
        assertEquals(Map.of("200 ", 1L, "400 " + SecondTotpTest.REFUSAL, 31L), outcomes(replies));
        assertEquals(1, user.otpCredentials().size());
        assertEquals(granted.get(0).field("id"), user.otpCredentials().get(0).getId());
        assertGranted(user.login(Authenticator.scan(granted.get(0).field("keyUri")).code()));
    }

    @RepeatedTest(5)
    void replacementsLeaveOneAuthenticatorThatWasHandedOut() throws Exception {
        TestUser user = newUser();
        user.newTotp("{}");

        List<HttpReply> replies = atOnce(16, user, Json.object("replaceExisting", true));

        List<HttpReply> granted = replies.stream().filter(reply -> reply.status() == 200).toList();
        assertFalse(granted.isEmpty(), () -> outcomes(replies).toString());
        assertTrue(replies.stream().allMatch(reply -> reply.status() == 200 || reply.status() / 100 == 4), () -> outcomes(replies).toString());
        assertEquals(1, user.otpCredentials().size());
        long working = granted.stream().filter(reply -> user.login(Authenticator.scan(reply.field("keyUri")).code()).status() == 200).count();
        assertEquals(1, working);
    }

    private static Map<String, Long> outcomes(List<HttpReply> replies) {
        return replies.stream().collect(Collectors.groupingBy(reply -> reply.status() + " " + reply.errorMessage(), Collectors.counting()));
    }

    private static List<HttpReply> atOnce(int calls, TestUser user, String json) throws InterruptedException, ExecutionException {
        String token = user.realm().http().token().get();
        TotpEndpoints totp = user.totp().as(new AdminHttp(user.realm().url(), () -> token));
        CountDownLatch ready = new CountDownLatch(calls);
        Callable<HttpReply> call = () -> {
            ready.countDown();
            ready.await();
            return totp.create(json);
        };
        ExecutorService threads = Executors.newFixedThreadPool(calls);
        try {
            List<HttpReply> replies = new ArrayList<>();
            for (Future<HttpReply> reply : threads.invokeAll(Collections.nCopies(calls, call))) {
                replies.add(reply.get());
            }
            return replies;
        } finally {
            threads.shutdown();
        }
    }
}
