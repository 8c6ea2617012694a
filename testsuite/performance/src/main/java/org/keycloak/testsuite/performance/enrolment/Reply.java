package org.keycloak.testsuite.performance.enrolment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a reply has to be like.
 */
record Reply(int status, Predicate<byte[]> body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G' };

    static Reply none() {
        return new Reply(204, body -> body.length == 0);
    }

    static Reply json() {
        return new Reply(200, body -> true);
    }

    static Reply png() {
        return new Reply(200, body -> Arrays.mismatch(body, PNG) == PNG.length);
    }

    static Reply refusal(String message) {
        return new Reply(400, body -> read(body).path("errorMessage").asText().contains(message));
    }

    static Reply ofOtps(int number) {
        return new Reply(200, body -> read(body).findValuesAsText("type").stream().filter("otp"::equals).count() == number);
    }

    Reply with(String field) {
        return new Reply(status, body.and(reply -> !read(reply).path(field).asText().isEmpty()));
    }

    Reply without(String field) {
        return new Reply(status, body.and(reply -> read(reply).path(field).isMissingNode()));
    }

    /** Doesn't quote a reply that may hold a secret. */
    void require(int actualStatus, byte[] actualBody) throws IOException {
        if (actualStatus != status) {
            throw new IOException("Status " + actualStatus + " in place of " + status + (actualStatus < 400 ? "" : ": " + new String(actualBody, StandardCharsets.UTF_8)));
        }
        if (!body.test(actualBody)) {
            throw new IOException("Something else was replied than was asked for");
        }
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
