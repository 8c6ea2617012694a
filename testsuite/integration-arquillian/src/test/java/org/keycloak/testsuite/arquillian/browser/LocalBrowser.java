package org.keycloak.testsuite.arquillian.browser;

import java.util.Optional;

import org.jboss.arquillian.drone.spi.Destructor;
import org.jboss.arquillian.drone.spi.Instantiator;
import org.jboss.arquillian.drone.webdriver.configuration.WebDriverConfiguration;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;

/**
 * The browser of the tests: Chromium where it is installed with its driver, HtmlUnit otherwise, or what {@code -Dbrowser} names.
 */
public final class LocalBrowser implements Instantiator<WebDriver, WebDriverConfiguration>, Destructor<WebDriver> {

    /** Before Drone's own way to make a WebDriver. */
    @Override
    public int getPrecedence() {
        return 10;
    }

    @Override
    public WebDriver createInstance(WebDriverConfiguration configuration) {
        String wanted = System.getProperty("browser", "auto");
        Optional<Chromium> chromium = Chromium.find();
        return switch (wanted) {
            case "auto" -> chromium.map(Chromium::start).orElseGet(LocalBrowser::htmlUnit);
            case "chromium" -> chromium.orElseThrow(() -> new IllegalStateException("No chromium and chromedriver on the PATH")).start();
            case "htmlunit" -> htmlUnit();
            default -> throw new IllegalArgumentException("browser is one of chromium, htmlunit, auto, not " + wanted);
        };
    }

    @Override
    public void destroyInstance(WebDriver browser) {
        browser.quit();
    }

    private static WebDriver htmlUnit() {
        HtmlUnitDriver driver = new HtmlUnitDriver(true);
        // Keycloak's pages carry scripts for modern browsers; what they lack in HtmlUnit isn't what is tested.
        driver.getWebClient().getOptions().setThrowExceptionOnScriptError(false);
        return driver;
    }
}
