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
        return new Tokens(manager::getAccessTokenString, issued(manager.getAccessTokenString()));
    }

    /** A token that isn't renewed. It may be old, so this machine's clock has to do. */
    static Tokens given(String token) {
        return new Tokens(() -> token, Instant.now());
    }

    /** A token that is valid now. */
    String current() {
        return source.get();
    }

    Instant serverTime() {
        return serverTime.plus(Duration.ofNanos(System.nanoTime() - since));
    }

    /** The claim {@code iat} of a JWT (RFC 7519, section 4.1.6), in seconds. The server has just issued it. */
    private static Instant issued(String token) {
        try {
            byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
            return Instant.ofEpochSecond(JsonSerialization.mapper.readTree(claims).path("iat").asLong());
        } catch (IOException | RuntimeException e) {
            return Instant.now(); // a token of another format: this machine's clock has to do
        }
    }
}
