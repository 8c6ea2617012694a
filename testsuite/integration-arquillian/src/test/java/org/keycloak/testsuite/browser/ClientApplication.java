package org.keycloak.testsuite.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestRealm;

import com.sun.net.httpserver.HttpServer;

/**
 * The application that users log in to. As any application, it sends the browser to Keycloak, and the browser comes back.
 */
public final class ClientApplication implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("[?&]code=([^&#]+)");

    private final HttpServer server;

    public ClientApplication() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] page = "<!DOCTYPE html><html><head><title>Welcome</title></head><body>Welcome</body></html>".getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** Where a user of the realm begins a login. */
    public String loginUrl(TestRealm realm) {
        return loginUrl(realm, TestRealm.CLIENT);
    }

    public String loginUrl(TestRealm realm, String client) {
        return realm.url() + "/realms/" + realm.name() + "/protocol/openid-connect/auth?client_id=" + client
                + "&response_type=code&scope=openid&redirect_uri=" + url();
    }

    /**
     * @param arrival the URL that the browser came back with
     * @return the name of the user who logged in
     */
    public String userName(TestRealm realm, String arrival) {
        HttpReply token = tokens(realm, TestRealm.CLIENT, arrival);
        return Json.parse(Base64.getUrlDecoder().decode(token.field("id_token").split("\\.")[1])).path("preferred_username").asText();
    }

    public HttpReply tokens(TestRealm realm, String client, String arrival) {
        Matcher code = CODE.matcher(arrival);
        if (!code.find()) {
            throw new AssertionError("no authorization code: " + arrival);
        }
        return realm.token(Map.of("grant_type", "authorization_code", "client_id", client, "redirect_uri", url(), "code", code.group(1)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
