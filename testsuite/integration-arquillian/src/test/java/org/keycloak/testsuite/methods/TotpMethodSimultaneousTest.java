package org.keycloak.testsuite.methods;

import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.Simultaneously;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TotpMethodEndpoints;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.RepeatedTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Requests at the same moment are answered as if one came after the other.
 */
class TotpMethodSimultaneousTest extends AbstractTotpMethodTest {

    private static final int REQUESTS = 8;

    @RepeatedTest(10)
    void oneOfManyCreatesTheName() throws Exception {
        TotpMethodEndpoints methods = methods().as(methods().http().withOneToken());
        String name = name();

        List<HttpReply> replies = send(i -> methods.create(Json.object("name", name, "issuer", "Acme " + i)));

        assertEquals(1, replies.stream().filter(reply -> reply.status() == 201).count(), replies::toString);
        assertEquals(REQUESTS - 1, replies.stream().filter(reply -> reply.status() == 409).count(), replies::toString);
        assertEquals(List.of(name), methods.names("?search=" + name));
    }

    @RepeatedTest(3)
    void eachCreatesItsOwnName() throws Exception {
        TotpMethodEndpoints methods = methods().as(methods().http().withOneToken());
        String name = name();

        List<HttpReply> replies = send(i -> methods.create(Json.object("name", name + i, "issuer", "Acme")));

        assertEquals(Collections.nCopies(REQUESTS, 201), replies.stream().map(HttpReply::status).toList());
        assertEquals(REQUESTS, methods.names("?search=" + name).size());
    }

    @RepeatedTest(5)
    void oneOfManyTakesTheName() throws Exception {
        List<String> ids = IntStream.range(0, REQUESTS).mapToObj(i -> id(methods().newMethod())).toList();
        TotpMethodEndpoints methods = methods().as(methods().http().withOneToken()); // it is valid for a minute only
        String name = name();

        List<HttpReply> replies = send(i -> methods.update(ids.get(i), Json.object("name", name)));

        assertEquals(1, replies.stream().filter(reply -> reply.status() == 204).count(), replies::toString);
        assertEquals(List.of(name), methods.names("?search=" + name));
    }

    @RepeatedTest(3)
    void updatesAreAllTaken() throws Exception {
        TotpMethodEndpoints methods = methods().as(methods().http().withOneToken());
        String id = id(methods.newMethod());
        List<String> fields = List.of(Json.object("digits", 8), Json.object("skew", 0), Json.object("period", 60), Json.object("lockAfter", 3),
                Json.object("qrSize", 0), Json.object("keySize", 64), Json.object("algorithm", "SHA512"), Json.object("maxValidationAttempts", 2));

        send(i -> methods.update(id, fields.get(i)));

        JsonNode method = methods.read(id);
        assertEquals(List.of(8, 0, 60, 3, 0, 64, 2), List.of(method.path("digits").asInt(), method.path("skew").asInt(), method.path("period").asInt(),
                method.path("lockAfter").asInt(), method.path("qrSize").asInt(), method.path("keySize").asInt(), method.path("maxValidationAttempts").asInt()));
        assertEquals("HmacSHA512", method.path("algorithm").asText());
    }

    /** Two realms don't wait for each other, and may have methods of the same name. */
    @RepeatedTest(2)
    void realmsAreApart() throws Exception {
        TestRealm other = TestRealm.create(server());
        String name = name();
        List<TotpMethodEndpoints> realms = List.of(methods(), TotpMethodEndpoints.of(other));

        List<HttpReply> replies = send(i -> realms.get(i % 2).create(Json.object("name", name, "issuer", "Acme")));

        assertEquals(2, replies.stream().filter(reply -> reply.status() == 201).count(), replies::toString);
    }

    private interface Request {

        HttpReply of(int i);
    }

    private static List<HttpReply> send(Request request) throws Exception {
        return Simultaneously.send(IntStream.range(0, REQUESTS).<Supplier<HttpReply>>mapToObj(i -> () -> request.of(i)).toList());
    }
}
