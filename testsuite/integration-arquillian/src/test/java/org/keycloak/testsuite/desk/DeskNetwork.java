package org.keycloak.testsuite.desk;

import java.util.Map;

import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chromium.HasCdp;

/**
 * The browser's connection to the server.
 */
record DeskNetwork(HasCdp browser) {

    /** Bytes a second. The server sends a hundred sheets at a time, and these take some seconds. */
    private static final int SLOW = 50_000;
    private static final int UNLIMITED = -1;

    static DeskNetwork of(WebDriver browser) {
        DeskNetwork network = new DeskNetwork((HasCdp) browser);
        network.browser.executeCdpCommand("Network.enable", Map.of());
        return network;
    }

    /** A run takes so long that something can happen meanwhile. */
    void slowDown() {
        set(SLOW);
    }

    void restore() {
        set(UNLIMITED);
    }

    private void set(int bytes) {
        browser.executeCdpCommand("Network.emulateNetworkConditions", Map.of("offline", false, "latency", 0, "downloadThroughput", bytes, "uploadThroughput", UNLIMITED));
    }
}
