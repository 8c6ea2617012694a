package org.keycloak.handout.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;

import jakarta.ws.rs.ProcessingException;

import org.keycloak.handout.ExitCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The bodies are replies of Keycloak, of its token endpoint, and of other servers. */
class ServerErrorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
            "400 | {\"errorMessage\":\"User has no totp.\"} | The server refuses this: User has no totp.",
            "409 | {\"errorMessage\":\"Try again\"} | The server refuses this: Try again.",
            "413 | '' | The server refuses this: status 413.",
            "400 | [1] | The server refuses this: status 400.",
            "401 | {\"error\":\"HTTP 401 Unauthorized\"} | The login has ended, or the token isn't valid. Log in again.",
            "403 | {\"error\":\"HTTP 403 Forbidden\"} | You have no right to do this.",
            "404 | {\"error\":\"Realm not found.\"} | There is no such realm.",
            "404 | {\"error\":\"User not found\"} | The server has no create-totp.",
            "405 | {\"error\":\"HTTP 405 Method Not Allowed\"} | The server has no create-totp.",
            "404 | <html>nginx</html> | There is no Keycloak at this URL.",
            "502 | <html>nginx</html> | The server or a proxy failed (502)." })
    void aRefusalSaysWhatIsWrong(int status, String body, String expected) {
        assertBeginsWith(expected, ServerErrors.refused(status, body));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
            "400 | {\"error\":\"invalid_grant\",\"error_description\":\"Invalid user credentials\"} | The login is refused: Invalid user credentials. If this user has an OTP, give --otp.",
            "401 | {\"error\":\"invalid_client\",\"error_description\":\"Invalid client or Invalid client credentials\"} | The login is refused: Invalid client or Invalid client credentials. --client names",
            "400 | {\"error\":\"unauthorized_client\",\"error_description\":\"Client not allowed for direct access grants\"} | The login is refused: Client not allowed for direct access grants. Name",
            "404 | {\"error\":\"Realm does not exist\"} | There is no such realm.",
            "404 | {\"error\":\"Unable to find matching target resource method\"} | There is no Keycloak at this URL.",
            "404 | <html>nginx</html> | There is no Keycloak at this URL.",
            "503 | '' | The server or a proxy failed (503)." })
    void aRefusedLoginSaysWhatToDo(int status, String body, String expected) {
        assertBeginsWith(expected, ServerErrors.loginRefused(status, body));
    }

    @Test
    void noMessageOfAServerCommandsTheTerminal() {
        assertEquals("The server refuses this: a\ufffd[2J.", ServerErrors.refused(400, "{\"errorMessage\":\"a\\u001b[2J\"}").getMessage());
    }

    @Test
    void aServerThatIsNotReachedIsNamed() {
        assertEquals("https://sso.example.org can't be reached: unknown host sso.example.org.",
                ServerErrors.ofLogin(new ProcessingException(new UnknownHostException("sso.example.org")), URI.create("https://sso.example.org")).getMessage());
    }

    @Test
    void aCertificateThatIsNotTrustedPointsToTheOption() {
        assertTrue(ServerErrors.of(new ProcessingException(new SSLHandshakeException("no path"))).getMessage().contains("--truststore"));
    }

    @Test
    void whatWentWrongKeepsItsExitCodeOrFails() {
        Refusal refusal = new Refusal(ExitCode.PARTLY, "text");
        assertSame(refusal, ServerErrors.of(new ExecutionException(refusal)));
        assertEquals(ExitCode.FAILED, ServerErrors.of(new UncheckedIOException("The server didn't reply: reset", new IOException("reset"))).exitCode());
    }

    @Test
    void aFaultOfTheProgramIsNoRefusal() {
        assertNull(ServerErrors.of(new IllegalStateException("fault")));
    }

    private static void assertBeginsWith(String expected, Refusal refusal) {
        assertTrue(refusal.getMessage().startsWith(expected), refusal::getMessage);
    }
}
