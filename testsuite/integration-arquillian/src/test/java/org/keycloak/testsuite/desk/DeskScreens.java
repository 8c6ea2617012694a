package org.keycloak.testsuite.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chromium.HasCdp;

/**
 * What the page looks like on a desk's screen and on a phone's, in light and in dark. For people there are pictures, and axe-core judges it.
 *
 * @param directory of the pictures
 */
record DeskScreens(WebDriver browser, Path directory) {

    private static final int DESK = 1280;
    private static final int PHONE = 390;
    private static final int HEIGHT = 900;

    private static final String AWAIT_PAINT = """
            const done = arguments[arguments.length - 1];
            requestAnimationFrame(() => requestAnimationFrame(() => done()));
            """;

    /** A page is no wider than the screen. */
    private static final String WIDTH = "return document.documentElement.scrollWidth";

    static DeskScreens of(WebDriver browser) {
        return new DeskScreens(browser, Path.of(System.getProperty("work.directory"), "screens"));
    }

    void lookAt(String name) {
        cdp("Emulation.setScrollbarsHidden", Map.of("hidden", true));
        for (int width : List.of(PHONE, DESK)) {
            cdp("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
            for (String colours : List.of("dark", "light")) {
                cdp("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
                ((JavascriptExecutor) browser).executeAsyncScript(AWAIT_PAINT);
                String picture = name + "-" + width + "-" + colours;
                save(picture);
                assertFits(picture, width);
                Axe.assertFindsNothing(picture, browser);
            }
        }
    }

    private void assertFits(String picture, int width) {
        long needed = (Long) ((JavascriptExecutor) browser).executeScript(WIDTH);
        if (needed > width) {
            throw new AssertionError(picture + " is " + needed + " pixels wide");
        }
    }

    private void save(String name) {
        Object picture = cdp("Page.captureScreenshot", Map.of("captureBeyondViewport", true)).get("data");
        try {
            Files.createDirectories(directory);
            Files.write(directory.resolve(name + ".png"), Base64.getDecoder().decode((String) picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> cdp(String command, Map<String, Object> parameters) {
        return ((HasCdp) browser).executeCdpCommand(command, parameters);
    }
}
