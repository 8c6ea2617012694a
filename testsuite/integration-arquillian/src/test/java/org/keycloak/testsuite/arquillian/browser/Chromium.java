package org.keycloak.testsuite.arquillian.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * Chromium and its driver as they are installed on this machine. Nothing is fetched.
 */
record Chromium(Path browser, Path driver) {

    static Optional<Chromium> find() {
        Optional<Path> browser = Stream.of("chromium", "chromium-browser", "google-chrome").flatMap(name -> onPath(name).stream()).findFirst();
        return browser.flatMap(found -> onPath("chromedriver").map(driver -> new Chromium(found, driver)));
    }

    WebDriver start() {
        ChromeOptions options = new ChromeOptions().setBinary(browser.toFile()).addArguments(
                "--headless=new",
                "--no-sandbox", // without it, Chromium doesn't start as root, as in most containers
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--window-size=1280,1024",
                "--lang=en",
                "--user-data-dir=" + newProfile());
        ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(driver.toFile()).usingAnyFreePort().build();
        return new ChromeDriver(service, options);
    }

    private static Path newProfile() {
        try {
            Path profiles = Files.createDirectories(Path.of(System.getProperty("work.directory"), "browser").toAbsolutePath());
            return Files.createTempDirectory(profiles, "profile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> onPath(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
