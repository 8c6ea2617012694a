package org.keycloak.testsuite.arquillian.container;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port that nobody listens on. Servers bind it some time later, so it isn't among the ports that systems give to those who ask for any, from
 * 32768 on Linux. Browsers refuse some of the ports below the first.
 */
final class FreePort {

    private static final int FIRST = 11_000;
    private static final int END = 32_768;

    private FreePort() {
    }

    static int find() throws IOException {
        while (true) {
            try (ServerSocket socket = new ServerSocket(ThreadLocalRandom.current().nextInt(FIRST, END), 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) { // another one, then
            }
        }
    }
}
