package org.keycloak.handout.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

import org.keycloak.handout.Terminal;
import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** What went wrong between the program and the server, in words for the person who called the program. */
public final class ServerErrors {

    private static final String NO_SUCH_ENDPOINT = "The server has no create-totp. Its administrator has to install the provider jar keycloak-create-totp, in this version or a later one.";
    private static final String NO_KEYCLOAK = "There is no Keycloak at this URL. A path such as /auth may be missing in --server, or be too much.";
    private static final String NO_REALM = "There is no such realm. --realm names the users' realm, and --login-realm the one of the login if it is another.";

    private ServerErrors() {
    }

    /**
     * @return what to tell the person; {@code null} if the exception is a fault of the program
     */
    public static Refusal of(Throwable thrown) {
        Refusal refusal = find(thrown, Refusal.class);
        if (refusal != null) {
            return refusal;
        }
        WebApplicationException reply = find(thrown, WebApplicationException.class);
        if (reply != null) {
            return refused(reply.getResponse().getStatus(), body(reply));
        }
        IOException cause = find(thrown, IOException.class);
        if (cause == null) {
            return null;
        }
        return thrown instanceof ProcessingException || cause instanceof SSLException ? notReached("The server", cause)
                : new Refusal(sentence(thrown instanceof UncheckedIOException ? thrown.getMessage() : reason(cause)));
    }

    /**
     * What went wrong when the first token was asked for.
     *
     * @return as above
     */
    static Refusal ofLogin(Throwable thrown, URI url) {
        WebApplicationException reply = find(thrown, WebApplicationException.class);
        if (reply != null) {
            return loginRefused(reply.getResponse().getStatus(), body(reply));
        }
        IOException cause = find(thrown, IOException.class);
        return thrown instanceof ProcessingException && cause != null ? notReached(url.toString(), cause) : of(thrown);
    }

    static Refusal notReached(String server, IOException e) {
        if (e instanceof SSLException) {
            return new Refusal("The server's certificate isn't trusted, or TLS failed: " + sentence(reason(e)) + " --truststore names certificates of your own.");
        }
        return new Refusal(e instanceof JsonProcessingException ? NO_KEYCLOAK : server + " can't be reached: " + sentence(reason(e)));
    }

    /**
     * @param status HTTP status, 300 to 599
     * @param body JSON with {@code error} and {@code error_description} (RFC 6749, section 5.2)
     */
    static Refusal loginRefused(int status, String body) {
        JsonNode json = parse(body);
        String why = "The login is refused: " + sentence(Terminal.line(json.path("error_description").asText(json.path("error").asText("status " + status))));
        return switch (json.path("error").asText("")) {
            case "invalid_grant" -> new Refusal(why + " If this user has an OTP, give --otp.");
            case "unauthorized_client" -> new Refusal(why + (status == 401 ? " KC_CLI_CLIENT_SECRET has the secret of the client."
                    : " Name a client that may log in like this with --client, or have its setting changed."));
            case "invalid_client" -> new Refusal(why + " --client names the client, and KC_CLI_CLIENT_SECRET has its secret.");
            default -> status == 404 || status == 405 ? new Refusal(isRealmMissing(json) ? NO_REALM : NO_KEYCLOAK) : status == 401 ? new Refusal(why) : refused(status, body);
        };
    }

    /**
     * @param status HTTP status, 300 to 599
     * @param body JSON with {@code errorMessage}, as our endpoints reply, or with {@code error}
     */
    static Refusal refused(int status, String body) {
        JsonNode json = parse(body);
        String message = sentence(Terminal.line(json.path("errorMessage").asText("")));
        return new Refusal(switch (status) {
            case 401 -> "The login has ended, or the token isn't valid. Log in again.";
            case 403 -> ("You have no right to do this. " + message).strip();
            case 404, 405 -> !message.isEmpty() ? message : isRealmMissing(json) ? NO_REALM : json.isEmpty() ? NO_KEYCLOAK : NO_SUCH_ENDPOINT;
            default -> status >= 500 ? "The server or a proxy failed (" + status + "). Its log says why."
                    : "The server refuses this: " + (message.isEmpty() ? "status " + status + "." : message);
        });
    }

    private static boolean isRealmMissing(JsonNode json) {
        return json.path("error").asText("").startsWith("Realm ");
    }

    private static String reason(IOException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return Terminal.line(e instanceof UnknownHostException ? "unknown host " + message : message);
    }

    private static String sentence(String text) {
        return text.isEmpty() || text.endsWith(".") ? text : text + ".";
    }

    private static JsonNode parse(String body) {
        try {
            JsonNode json = JsonSerialization.mapper.readTree(body);
            return json.isObject() ? json : JsonSerialization.mapper.createObjectNode();
        } catch (IOException e) {
            return JsonSerialization.mapper.createObjectNode();
        }
    }

    private static String body(WebApplicationException e) {
        try {
            return e.getResponse().hasEntity() ? e.getResponse().readEntity(String.class) : "";
        } catch (IllegalStateException | ProcessingException alreadyRead) {
            return "";
        }
    }

    private static <T extends Throwable> T find(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
