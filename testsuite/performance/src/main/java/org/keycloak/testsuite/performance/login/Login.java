package org.keycloak.testsuite.performance.login;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import org.keycloak.testsuite.performance.Call;

/**
 * A token request that is ready to be sent.
 *
 * @param granted what the server has to answer, else nothing was measured
 */
record Login(HttpRequest request, boolean granted) implements Call {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Login of(URI tokenEndpoint, String user, String code, boolean granted) {
        String form = "grant_type=password&client_id=" + LoginRealm.CLIENT + "&username=" + user
                + "&password=" + URLEncoder.encode(LoginUser.PASSWORD, StandardCharsets.UTF_8) + "&totp=" + code;
        return new Login(HttpRequest.newBuilder(tokenEndpoint).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)).build(), granted);
    }

    @Override
    public long send() throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        long time = System.nanoTime() - start;
        // A wrong code is a bad request, or unauthorized, as the version has it.
        if (granted ? response.statusCode() != 200 : !response.body().contains("Invalid user credentials")) {
            throw new IOException("The login should have been " + (granted ? "granted" : "refused") + ": " + response.statusCode() + " " + response.body());
        }
        return time;
    }
}
