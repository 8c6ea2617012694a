package org.keycloak.testsuite.performance;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Somebody with a Chromium of this machine, who has to log in.
 */
record Visitor(ChromeDriver browser, String name, String password) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Visitor start(String name, String password) {
        ChromeOptions options = new ChromeOptions().setBinary(onPath("chromium", "chromium-browser", "google-chrome"))
                .addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update");
        return new Visitor(new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(onPath("chromedriver")).build(), options), name, password);
    }

    private static File onPath(String... names) {
        return Stream.of(names).flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable).findFirst().orElseThrow(() -> new IllegalStateException("Not installed: " + names[0])).toFile();
    }

    /**
     * Opens the page and logs in. What counts is the load after the login.
     *
     * @param field selector of what the page is opened for
     * @param cold whether the browser's cache is emptied before the load
     */
    PageLoad load(URI page, String field, boolean cold) {
        command("Network.clearBrowserCookies", Map.of());
        Object observer = command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", PageLoad.observer(field))).get("identifier");
        browser.get(page.toString());
        WebDriverWait wait = new WebDriverWait(browser, PATIENCE, Duration.ofMillis(100));
        wait.until(it -> !it.findElements(By.id("kc-login")).isEmpty());
        browser.findElement(By.id("username")).sendKeys(name);
        browser.findElement(By.id("password")).sendKeys(password);
        if (cold) {
            command("Network.clearBrowserCache", Map.of());
        }
        browser.findElement(By.id("kc-login")).click();
        PageLoad load = PageLoad.of((Map<?, ?>) wait.until(it -> browser.executeScript(PageLoad.RESULT)));
        command("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", observer));
        return load;
    }

    private Map<String, Object> command(String name, Map<String, Object> parameters) {
        return browser.executeCdpCommand(name, parameters);
    }

    @Override
    public void close() {
        browser.quit();
    }
}
