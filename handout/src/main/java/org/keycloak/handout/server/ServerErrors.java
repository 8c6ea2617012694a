package org.keycloak.handout.server;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

import org.keycloak.handout.ExitCode;
import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.databind.JsonNode;

/** What went wrong between the program and the server, in words for the person who called the program. */
public final class ServerErrors {

    private static final String NO_SUCH_ENDPOINT = "The server has no create-totp. Its administrator has to install the provider jar keycloak-create-totp, in this version or a later one.";

    private ServerErrors() {
    }

    /**
     * @return what to tell the person; {@code null} if the exception is a fault of the program
     */
    public static Refusal of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof WebApplicationException e) {
                return refused(e.getResponse().getStatus(), e.getResponse().hasEntity() ? body(e) : "");
            }
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return new Refusal("The server's certificate isn't trusted, or TLS failed: " + cause.getMessage() + " Give --truststore if it is a certificate of your own.");
            }
            if (cause instanceof IOException e && thrown instanceof ProcessingException) {
                return notReached(null, e);
            }
        }
        return null;
    }

    static Refusal notReached(URI url, IOException e) {
        String server = url == null ? "The server" : url.toString();
        if (e instanceof SSLException) {
            return of(e);
        }
        String reason = e instanceof UnknownHostException ? "unknown host " + e.getMessage() : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new Refusal(server + " can't be reached: " + reason + ".");
    }

    /**
     * @param status HTTP status, 300 to 599
     * @param body JSON with {@code errorMessage}, as from an endpoint, or with {@code error} and {@code error_description}, as from the token endpoint
     */
    static Refusal refused(int status, String body) {
        JsonNode json = parse(body);
        String message = json.path("errorMessage").asText(json.path("error_description").asText(""));
        String error = json.path("error").asText("");
        return switch (status) {
            case 401 -> new Refusal(message.isEmpty() ? "The login has ended, or the token isn't valid. Log in again." : "The login is refused: " + message + ".");
            case 403 -> new Refusal("You have no right to do this. " + sentence(message));
            case 404, 405 -> new Refusal(!message.isEmpty() ? sentence(message)
                    : error.startsWith("Realm") ? "There is no such realm." : json.isEmpty() ? "There is no Keycloak at this URL. A path such as /auth may be missing." : NO_SUCH_ENDPOINT);
            default -> new Refusal(ExitCode.FAILED, status >= 500 ? "The server failed (" + status + "). Its log says why." : "The server refuses this: "
                    + (message.isEmpty() ? error.isEmpty() ? "status " + status : error : message) + (message.endsWith(".") ? "" : "."));
        };
    }

    private static String sentence(String message) {
        return message.isEmpty() || message.endsWith(".") ? message : message + ".";
    }

    private static JsonNode parse(String body) {
        try {
            return JsonSerialization.mapper.readTree(body.isEmpty() ? "{}" : body);
        } catch (IOException e) {
            return JsonSerialization.mapper.createObjectNode();
        }
    }

    private static String body(WebApplicationException e) {
        try {
            return e.getResponse().readEntity(String.class);
        } catch (IllegalStateException | ProcessingException alreadyRead) {
            return "";
        }
    }
}
