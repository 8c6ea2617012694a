package org.keycloak.handout.server;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertTrue;

class TokensTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aGivenTokenTellsThatTheClockOfThisMachineIsWrong() {
        Instant now = Instant.now();
        assertNear(now, token(now.minus(HOUR), now.plus(HOUR)));
        assertNear(now.plus(HOUR), token(now.plus(HOUR), now.plus(HOUR).plus(HOUR)));
        assertNear(now.minus(HOUR), token(now.minus(HOUR), now.minusSeconds(60)));
        assertNear(now, "opaque");
    }

    private static void assertNear(Instant expected, String token) {
        Duration difference = Duration.between(expected, Tokens.given(token).serverTime()).abs();
        assertTrue(difference.compareTo(Duration.ofMinutes(1)) < 0, difference.toString());
    }

    private static String token(Instant issued, Instant expires) {
        String claims = "{\"iat\":" + issued.getEpochSecond() + ",\"exp\":" + expires.getEpochSecond() + "}";
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".x";
    }
}
