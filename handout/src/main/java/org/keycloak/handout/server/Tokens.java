package org.keycloak.handout.server;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Supplier;

import org.keycloak.admin.client.token.TokenManager;
import org.keycloak.util.JsonSerialization;

/** Access tokens of the one who has logged in, and the server's time, which the first of them tells. */
final class Tokens {

    private final Supplier<String> source;
    private final Instant serverTime;
    private final long since = System.nanoTime();

    private Tokens(Supplier<String> source, Instant serverTime) {
        this.source = source;
        this.serverTime = serverTime;
    }

    /** Asks for the first token, so that a wrong password is told before anything else is done. */
    static Tokens of(TokenManager manager) {
        return new Tokens(manager::getAccessTokenString, claim(manager.getAccessTokenString(), "iat", Instant.now()));
    }

    /** A token that isn't renewed. It may be old, so this machine's clock has to do, but the token is valid at the server's time. */
    static Tokens given(String token) {
        return new Tokens(() -> token, within(token, Instant.now()));
    }

    private static Instant within(String token, Instant now) {
        Instant issued = claim(token, "iat", now);
        return now.isBefore(issued) || now.isAfter(claim(token, "exp", now)) ? issued : now;
    }

    /** A token that is valid now. */
    String current() {
        return source.get();
    }

    Instant serverTime() {
        return serverTime.plus(Duration.ofNanos(System.nanoTime() - since));
    }

    /**
     * A time of a JWT in seconds, such as {@code iat}, when it was issued (RFC 7519, section 4.1).
     *
     * @param otherwise for a token of another format, and one without this time
     */
    private static Instant claim(String token, String name, Instant otherwise) {
        try {
            byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
            return Instant.ofEpochSecond(JsonSerialization.mapper.readTree(claims).path(name).asLong(otherwise.getEpochSecond()));
        } catch (IOException | RuntimeException e) {
            return otherwise;
        }
    }
}
