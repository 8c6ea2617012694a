package org.keycloak.testsuite.account;

import java.util.List;
import java.util.Map;

import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Refusals.assertExplained;
import static org.keycloak.testsuite.fixture.Refusals.assertNames;

/**
 * Bad input gets a message that names what is allowed. It doesn't change what is pending.
 */
class OwnTotpInputTest extends AbstractOwnTotpTest {

    private OwnTotpEndpoints own;

    @BeforeEach
    void login() {
        if (own == null) {
            own = OwnTotpEndpoints.of(newUser());
        }
    }

    /** Above all, no secret is taken. */
    @ParameterizedTest
    @ValueSource(strings = {"totpSecret", "secretEncoding", "keyUri", "issuer", "algorithm", "digits", "period", "keySize", "userLabel", "replaceExisting", "id", "colour"})
    void nothingElseIsTaken(String field) {
        HttpReply reply = own.generate(Json.object(field, "12345678901234567890"));

        assertNames(field, reply);
        assertEquals("Unknown field " + field + ". Allowed: method, qrSize.", reply.errorMessage());
        assertNames(field.equals("userLabel") ? "code" : field, own.confirm(Json.object(field, "12345678901234567890")));
    }

    @Test
    void valuesAreChecked() {
        assertNames("method", own.generate(Json.object("method", "no-such-method")));
        assertNames("method", own.generate(Json.object("method", 1)));
        assertNames("qrSize", own.generate(Json.object("qrSize", 99)));
        assertNames("qrSize", own.generate(Json.object("qrSize", 1001)));
        assertNames("qrSize", own.generate(Json.object("qrSize", "246")));
        assertNames("code", own.confirm("{}"));
        assertNames("code", own.confirm(Json.object("code", 123456)));
        assertNames("code", own.confirm(Json.object("code", "")));
        assertNames("code", own.confirm(Json.object("code", "1".repeat(256))));
        assertNames("code", own.confirm(Json.object("code", List.of("123456"))));
        assertNames("userLabel", own.confirm(Json.object("code", "123456", "userLabel", " ")));
        assertNames("userLabel", own.confirm(Json.object("code", "123456", "userLabel", "x".repeat(256))));
        assertNames("userLabel", own.confirm(Json.object("code", "123456", "userLabel", Map.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"123456\"", "{} {}", "{\"code\": \"1\", \"code\": \"2\"}", "null"})
    void bodiesThatAreNoObjectAreExplained(String body) {
        assertExplained(own.generate(body));
        assertExplained(own.confirm(body));
    }

    @Test
    void largeBodiesAreRefused() {
        String large = Json.object("method", "x".repeat(300_000));

        assertExplained(own.generate(large));
        assertExplained(own.confirm(large));
    }

    @Test
    void otherTypesAreRefused() {
        assertEquals(415, own.send("POST", OwnTotpEndpoints.GENERATE, "method=x".getBytes(), "Content-Type", "application/x-www-form-urlencoded").status());
        assertEquals(406, own.send("POST", OwnTotpEndpoints.GENERATE, "{}".getBytes(), "Content-Type", AdminHttp.JSON, "Accept", "image/png").status());
        assertEquals(406, own.send("POST", OwnTotpEndpoints.CONFIRM, "{}".getBytes(), "Content-Type", AdminHttp.JSON, "Accept", "image/png").status());
    }

    @Test
    void nullIsAbsent() {
        assertEquals(200, own.generate("{\"method\": null, \"qrSize\": null}").status());
    }

    @Test
    void whatIsPendingStays() {
        TestUser other = newUser();
        OwnTotpEndpoints pending = OwnTotpEndpoints.of(other);
        String code = generate(pending).code();

        pending.generate("{");
        pending.generate(Json.object("qrSize", 1));
        pending.confirm("{}");

        assertConfirmed(pending.confirmCode(code));
        assertTrue(other.otpCredentials().size() == 1);
    }
}
