package org.keycloak.testsuite.performance.enrolment;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.keycloak.testsuite.performance.Call;

/**
 * A request of the admin API, and the reply that proves that it was done.
 */
record EnrolmentCall(HttpRequest request, Reply expected) implements Call {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public long send() throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
        long time = System.nanoTime() - start;
        expected.require(response.statusCode(), response.body());
        return time;
    }
}
