package org.keycloak.testsuite.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.interactions.Actions;

/**
 * The pictures of the documentation: parts of what the browser shows, without what distracts from them.
 */
public final class Pictures {

    private static final Path DIRECTORY = Path.of(System.getProperty("repository")).resolve(System.getProperty("pictures"));

    /** High enough that nothing has to be scrolled, and as narrow as the console's menu at the side allows: a page has no room for more. */
    private static final Dimension WINDOW = new Dimension(1280, 1900);

    /** Pixels of the page around the parts. */
    private static final int MARGIN = 16;

    /** Pixels of the picture for one of the page: sharp on screens of high resolution. */
    private static final int SCALE = 2;

    /** Beside the menu, which no picture shows. */
    private static final By CONSOLE_PAGE = By.id("kc-main-content-page-container");

    /** Without messages that come and go, a button that overlaps a table, what is behind a dialog or a login, shadows, and movement. */
    private static final String CALM = """
            [data-testid=global-alerts], [data-testid=credentialResetBtn] { visibility: hidden }
            body:has([role=dialog]) #app { visibility: hidden }
            [class*=backdrop], #keycloak-bg { background: #e0e0e0 none }
            [role=dialog], main { box-shadow: none !important }
            * { transition: none !important; animation: none !important }
            """;

    /** No element of the page: a page may forbid styles in it. */
    private static final String ADD_STYLE = """
            const style = new CSSStyleSheet();
            style.replaceSync(arguments[0]);
            document.adoptedStyleSheets = [style];
            document.activeElement.blur();
            """;

    private static final String AWAIT_PAINT = """
            const done = arguments[arguments.length - 1];
            document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done())));
            """;

    private final WebDriver browser;

    public Pictures(WebDriver browser) {
        this.browser = browser;
        browser.manage().window().setSize(WINDOW);
    }

    /** All that is between the parts, with a margin. */
    public void take(String name, By... parts) {
        JavascriptExecutor script = (JavascriptExecutor) browser;
        script.executeScript(ADD_STYLE, CALM);
        // Nothing is under the mouse there.
        new Actions(browser).moveToLocation(0, 0).perform();
        script.executeAsyncScript(AWAIT_PAINT);
        Object picture = ((HasCdp) browser).executeCdpCommand("Page.captureScreenshot", Map.of("clip", clip(parts))).get("data");
        script.executeScript("document.adoptedStyleSheets = []");
        save(name, Palette.reduce(Base64.getDecoder().decode((String) picture)));
    }

    public void save(String name, byte[] png) {
        try {
            Files.createDirectories(DIRECTORY);
            Files.write(DIRECTORY.resolve(name + ".png"), png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> clip(By... parts) {
        Edges edges = Arrays.stream(parts).map(part -> edges(part)).reduce(Edges::and).orElseThrow().widened(MARGIN);
        Edges clip = browser.findElements(CONSOLE_PAGE).isEmpty() ? edges : edges.within(edges(CONSOLE_PAGE));
        return Map.of("x", clip.left(), "y", clip.top(), "width", clip.right() - clip.left(), "height", clip.bottom() - clip.top(), "scale", SCALE);
    }

    private Edges edges(By element) {
        Rectangle place = browser.findElement(element).getRect();
        return new Edges(place.x, place.y, place.x + place.width, place.y + place.height);
    }

    private record Edges(int left, int top, int right, int bottom) {

        Edges and(Edges other) {
            return new Edges(Math.min(left, other.left), Math.min(top, other.top), Math.max(right, other.right), Math.max(bottom, other.bottom));
        }

        Edges within(Edges other) {
            return new Edges(Math.max(left, other.left), Math.max(top, other.top), Math.min(right, other.right), Math.min(bottom, other.bottom));
        }

        Edges widened(int margin) {
            return new Edges(left - margin, top - margin, right + margin, bottom + margin);
        }
    }
}
