package org.keycloak.testsuite.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * What keeps people with a disability from using a page, as far as a program finds it: axe-core, with all of its rules.
 */
final class Axe {

    private static final String SOURCE = source();

    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ["violations"] }).then(
                results => done(results.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}\\n${node.failureSummary}`))),
                error => done([String(error)]));
            """;

    private Axe() {
    }

    /**
     * @param page what the browser shows
     */
    static void assertFindsNothing(String page, WebDriver browser) {
        JavascriptExecutor script = (JavascriptExecutor) browser;
        script.executeScript(SOURCE);
        List<?> found = (List<?>) script.executeAsyncScript(RUN);
        assertEquals(List.of(), found, () -> page + "\n" + String.join("\n", found.stream().map(String::valueOf).toList()));
    }

    private static String source() {
        try (InputStream source = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
