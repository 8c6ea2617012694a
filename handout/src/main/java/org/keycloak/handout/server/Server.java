package org.keycloak.handout.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;

import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.CreatedCredentials;
import org.keycloak.admin.client.resource.CredentialsClient;
import org.keycloak.admin.client.resource.UserCredentialsResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersTotpStatusResource;
import org.keycloak.representations.idm.CreateCredentialsRepresentation;
import org.keycloak.util.JsonSerialization;

/** The users of a realm on a server, for the one who has logged in. A token is renewed when it ends. */
public final class Server implements AutoCloseable {

    private final Keycloak keycloak;
    private final Tokens tokens;
    private final HttpClients clients;
    private final URI url;
    private final String realm;

    Server(Keycloak keycloak, Tokens tokens, HttpClients clients, URI url, String realm) {
        this.keycloak = keycloak;
        this.tokens = tokens;
        this.clients = clients;
        this.url = url;
        this.realm = realm;
    }

    public URI url() {
        return url;
    }

    public String realm() {
        return realm;
    }

    public UsersTotpStatusResource totpStatus() {
        return CredentialsClient.of(keycloak).usersTotpStatus(realm);
    }

    /**
     * @param userId id of a user
     */
    public UserCredentialsResource credentials(String userId) {
        return CredentialsClient.of(keycloak).user(realm, userId);
    }

    /**
     * Keycloak's own endpoints of a user.
     *
     * @param userId id of the user
     */
    public UserResource user(String userId) {
        return keycloak.realm(realm).users().get(userId);
    }

    /**
     * Gives the selected users TOTPs. The connection ends at once if the reply is closed before its end.
     *
     * @throws Refusal if the server can't be reached or refuses the request; nothing is done then
     * @throws UncheckedIOException if there is no reply; some users may have got a TOTP
     */
    public CreatedCredentials createTotps(CreateCredentialsRepresentation request) {
        try {
            return send(MediaType.APPLICATION_JSON, BodyPublishers.ofByteArray(JsonSerialization.writeValueAsBytes(request)));
        } catch (IOException e) {
            throw noReply(e);
        }
    }

    /**
     * Gives each user of a list a TOTP.
     *
     * @param lines NDJSON in UTF-8, 10 MB at most
     * @throws Refusal as above
     * @throws UncheckedIOException as above
     */
    public CreatedCredentials createTotps(byte[] lines) {
        try {
            return send(CreatedCredentials.NDJSON, BodyPublishers.ofByteArray(lines));
        } catch (IOException e) {
            throw noReply(e);
        }
    }

    private CreatedCredentials send(String type, BodyPublisher body) throws IOException {
        HttpResponse<InputStream> reply = send(request("users/create-totp").header("Content-Type", type).header("Accept", CreatedCredentials.NDJSON).POST(body));
        if (reply.statusCode() != 200) {
            try (InputStream in = reply.body()) {
                if (reply.statusCode() >= 500 || reply.statusCode() == 408) { // a proxy that has lost patience says 408 or 504
                    throw new IOException("The server or a proxy failed with status " + reply.statusCode());
                }
                throw ServerErrors.refused(reply.statusCode(), new String(in.readNBytes(100_000), StandardCharsets.UTF_8));
            }
        }
        return CreatedCredentials.of(new LiveReply(reply.body(), HttpClients.SILENCE));
    }

    private RuntimeException noReply(IOException e) {
        boolean nothingWasSent = e instanceof ConnectException || e instanceof HttpConnectTimeoutException || e instanceof SSLHandshakeException;
        return nothingWasSent ? ServerErrors.notReached(url.toString(), e) : new UncheckedIOException("The server didn't reply: " + e.getMessage(), e);
    }

    /** What the server's clock says, to the second: times of credentials are of this clock. */
    public Instant time() {
        return tokens.serverTime();
    }

    private HttpRequest.Builder request(String path) {
        URI uri = UriBuilder.fromUri(url).path("admin/realms/{realm}").path(path).build(realm);
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + tokens.current());
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder request) throws IOException {
        CompletableFuture<HttpResponse<InputStream>> reply = clients.streams().sendAsync(request.build(), BodyHandlers.ofInputStream());
        try {
            // Not the timeout of the request: from Java 26 on, it ends a reply that takes longer.
            return reply.get(HttpClients.SILENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (TimeoutException e) {
            reply.cancel(true);
            throw new IOException("no reply for " + HttpClients.SILENCE.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
