package org.keycloak.testsuite.performance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;

/**
 * A request that is ready to be sent: what it takes to make one is not measured.
 *
 * @param statuses the reply has to have one of them
 * @param text that has to be in the reply
 */
record Call(HttpRequest request, Set<Integer> statuses, String text) {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Call get(URI uri) {
        return new Call(HttpRequest.newBuilder(uri).build(), Set.of(200), "");
    }

    /**
     * @return the reply
     * @throws IOException if the reply isn't the expected one: a failed call must not be measured. The message quotes no reply that may have a
     *     secret
     */
    String send() throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        if (!statuses.contains(response.statusCode()) || !response.body().contains(text)) {
            throw new IOException(request.method() + " " + request.uri().getPath() + " was not replied to as expected: " + response.statusCode()
                    + (response.statusCode() < 400 ? "" : " " + response.body()));
        }
        return response.body();
    }
}
