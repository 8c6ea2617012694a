package org.keycloak.testsuite.arquillian.browser;

import java.util.Optional;

import org.jboss.arquillian.drone.spi.Destructor;
import org.jboss.arquillian.drone.spi.Instantiator;
import org.jboss.arquillian.drone.webdriver.configuration.WebDriverConfiguration;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;

/**
 * The browser of the tests: what {@code -Dbrowser} names. Otherwise Chromium if it is installed with its driver, and HtmlUnit if not.
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
        // Keycloak's pages have scripts for modern browsers. The tests don't need what fails in HtmlUnit.
        driver.getWebClient().getOptions().setThrowExceptionOnScriptError(false);
        return driver;
    }
}
