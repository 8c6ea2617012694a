package org.keycloak.handout.server;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;

import org.keycloak.admin.client.JacksonProvider;

/**
 * Both trust the same certificates.
 *
 * @param client of Keycloak's Java admin client
 * @param streams for replies that come for minutes: it drops the connection at once if a reply is closed before its end
 */
record HttpClients(Client client, HttpClient streams) {

    private static final int CONNECT_SECONDS = 20;
    /** How long the server may be silent. No single request takes that long. */
    static final Duration SILENCE = Duration.ofMinutes(5);

    /**
     * @param trustStore file; {@code null} for Java's own certificates
     * @throws Refusal if the file can't be read
     */
    static HttpClients of(Path trustStore) {
        ClientBuilder client = ClientBuilder.newBuilder().connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS).readTimeout(SILENCE.toSeconds(), TimeUnit.SECONDS)
                .register(JacksonProvider.class, 100);
        HttpClient.Builder streams = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(CONNECT_SECONDS));
        if (trustStore != null) {
            SSLContext context = TrustStore.context(trustStore);
            client.sslContext(context);
            streams.sslContext(context);
        }
        return new HttpClients(client.build(), streams.build());
    }
}
