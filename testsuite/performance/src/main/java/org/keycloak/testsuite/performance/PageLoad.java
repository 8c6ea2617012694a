package org.keycloak.testsuite.performance;

import java.util.Map;

/**
 * What a browser says of a page that it has loaded.
 *
 * @param kilobytes of the document and all that it loaded: the bodies as they were sent, and 300 bytes for the headers of each
 * @param requests what came from the network, not from the browser's cache
 * @param painted milliseconds from the login to the first contentful paint
 * @param ready milliseconds from the login until the page can be used
 */
record PageLoad(double kilobytes, double requests, double painted, double ready) {

    /** Runs before the page does. */
    static String observer(String selector) {
        return """
                performance.setResourceTimingBufferSize(2000);
                new MutationObserver((changes, observer) => {
                    if (document.querySelector('%s')) {
                        globalThis.ready = performance.now();
                        observer.disconnect();
                    }
                }).observe(document, { childList: true, subtree: true });
                """.formatted(selector);
    }

    /** Nothing as long as the page isn't ready. The clock began with the form of the login: the browser came from there by redirects. */
    static final String RESULT = """
            const painted = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
            if (!globalThis.ready || !painted) {
                return null;
            }
            const sizes = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].map(entry => entry.transferSize);
            const bytes = sizes.reduce((sum, size) => sum + size, 0);
            return { kilobytes: bytes / 1000, requests: sizes.filter(size => size > 0).length, painted, ready: globalThis.ready };
            """;

    static PageLoad of(Map<?, ?> result) {
        return new PageLoad(number(result, "kilobytes"), number(result, "requests"), number(result, "painted"), number(result, "ready"));
    }

    private static double number(Map<?, ?> result, String name) {
        return ((Number) result.get(name)).doubleValue();
    }
}
