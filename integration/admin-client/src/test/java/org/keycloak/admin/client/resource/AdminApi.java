package org.keycloak.admin.client.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.keycloak.admin.client.Keycloak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An admin API that keeps the last request and replies what the test says, and a client of it. */
final class AdminApi implements AfterEachCallback {

    private final HttpServer server;
    private final String url;
    private final Keycloak keycloak;
    private int status = 200;
    private String contentType = "application/json";
    private byte[] reply = "{}".getBytes(StandardCharsets.UTF_8);
    private Future<byte[]> rest;
    private String request;
    private String accept;
    private String sentType;
    private String authorization;

    /**
     * @param path where the server has its URLs
     */
    AdminApi(String path) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        url = "http://localhost:" + server.getAddress().getPort() + path;
        keycloak = Keycloak.getInstance(url, "master", "admin-cli", "a-token");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        keycloak.close();
        server.stop(0);
    }

    void reply(int withStatus, String json) {
        reply(withStatus, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    void reply(int withStatus, String type, byte[] body) {
        status = withStatus;
        contentType = type;
        reply = body;
    }

    /** Sends the body at once, and the rest when it is there. If there is no rest in the end, the reply is cut off. */
    void replyInParts(String type, byte[] body, Future<byte[]> rest) {
        reply(200, type, body);
        this.rest = rest;
    }

    private void answer(HttpExchange exchange) throws IOException {
        request = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        accept = exchange.getRequestHeaders().getFirst("Accept");
        sentType = exchange.getRequestHeaders().getFirst("Content-Type");
        authorization = exchange.getRequestHeaders().getFirst("Authorization");
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.getResponseHeaders().set("Location", exchange.getRequestURI() + "/1");
        exchange.sendResponseHeaders(status, rest != null ? 0 : reply.length == 0 ? -1 : reply.length);
        exchange.getResponseBody().write(reply);
        if (rest != null) {
            exchange.getResponseBody().flush();
            exchange.getResponseBody().write(await(rest));
        }
        exchange.close();
    }

    private static byte[] await(Future<byte[]> rest) throws IOException {
        try {
            return rest.get();
        } catch (InterruptedException | ExecutionException | CancellationException e) {
            throw new IOException(e);
        }
    }

    String url() {
        return url;
    }

    Keycloak keycloak() {
        return keycloak;
    }

    /** Method, path and body of the last request. */
    String request() {
        return request;
    }

    String accept() {
        return accept;
    }

    /** Content type of the last request. */
    String sentType() {
        return sentType;
    }

    String authorization() {
        return authorization;
    }
}
