package org.keycloak.handout.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Keycloak can't be made to fall silent in the middle of a line. */
@Timeout(60)
class LiveReplyTest {

    @Test
    void aReplyWhoseServerFallsSilentIsCutOff() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Integer> hungUp = CompletableFuture.supplyAsync(() -> beginAndFallSilent(server));
            URI uri = URI.create("http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort());
            InputStream body = HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream()).body();
            try (LiveReply reply = new LiveReply(body, Duration.ofSeconds(1))) {
                assertEquals("line", new String(reply.readNBytes(4), StandardCharsets.US_ASCII));

                IOException e = assertThrows(IOException.class, reply::read);

                assertTrue(e.getMessage().contains("sent nothing for 1 seconds"), e::getMessage);
                assertEquals(-1, hungUp.get());
            }
        }
    }

    /** @return what comes after the request: -1 if the client has hung up */
    private static int beginAndFallSilent(ServerSocket server) {
        try (var client = server.accept()) {
            InputStream in = client.getInputStream();
            for (int ends = 0; ends < 4;) {
                ends = "\r\n".indexOf(in.read()) < 0 ? 0 : ends + 1;
            }
            client.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nline".getBytes(StandardCharsets.US_ASCII));
            return in.read();
        } catch (IOException e) {
            return -1;
        }
    }

    @Test
    void aReplyThatComesIsReadAsItIs() throws IOException {
        byte[] bytes = { 1, -1, 0 };
        try (LiveReply reply = new LiveReply(new ByteArrayInputStream(bytes), Duration.ofMinutes(1))) {
            assertEquals(1, reply.read());
            assertEquals(255, reply.read());
            assertArrayEquals(new byte[1], reply.readAllBytes());
        }
    }
}
