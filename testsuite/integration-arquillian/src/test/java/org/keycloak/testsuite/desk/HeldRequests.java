package org.keycloak.testsuite.desk;

import org.keycloak.testsuite.pages.Screen;

import org.openqa.selenium.JavascriptExecutor;

/**
 * Requests of the page that wait in the browser until a test lets them go on. All others pass.
 */
record HeldRequests(Screen screen) {

    private static final String HOLD = """
            const [part] = arguments;
            const held = window.held = { send: window.fetch, requests: [], answers: [] };
            window.fetch = async (url, request) => {
                const isHeld = url.includes(part);
                if (isHeld) {
                    await new Promise((goOn, fail) => held.requests.push({ goOn, fail }));
                }
                const response = await held.send.call(window, url, request);
                if (isHeld) {
                    held.answers.push(response.clone().text());
                }
                return response;
            };
            """;
    /** The page has some time to take the answers. */
    private static final String RELEASE = """
            const [how, done] = arguments;
            const { send, requests, answers } = window.held;
            window.fetch = send;
            requests.forEach(request => request[how](new TypeError("Broken off")));
            const settle = () => how === "goOn" && answers.length < requests.length ? setTimeout(settle, 20) : Promise.all(answers).then(() => setTimeout(done, 100));
            settle();
            """;

    /**
     * @param part what the addresses of the requests have
     */
    static HeldRequests hold(DeskPage page, String part) {
        HeldRequests requests = new HeldRequests(page.screen());
        requests.script().executeScript(HOLD, part);
        return requests;
    }

    /** Until the page has sent one. */
    void await() {
        screen.await("request", () -> (boolean) script().executeScript("return window.held.requests.length > 0"));
    }

    /** Until the page has the answers. */
    void goOn() {
        script().executeAsyncScript(RELEASE, "goOn");
    }

    /** As if the connection broke. */
    void fail() {
        script().executeAsyncScript(RELEASE, "fail");
    }

    private JavascriptExecutor script() {
        return (JavascriptExecutor) screen.browser();
    }
}
