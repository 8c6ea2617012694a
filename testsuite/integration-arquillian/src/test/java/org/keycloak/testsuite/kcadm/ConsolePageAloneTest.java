package org.keycloak.testsuite.kcadm;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One page is read, by a reader who is logged in and has what pages say that they need: the realm, and its users alice and bob.
 */
class ConsolePageAloneTest extends AbstractConsolePagesTest {

    static Stream<ConsolePage> pagesWithoutRealm() throws IOException {
        return pages().stream().filter(page -> !page.createsRealm());
    }

    @ParameterizedTest
    @MethodSource("pagesWithoutRealm")
    void pageWorksAlone(ConsolePage page) throws IOException, InterruptedException {
        createRealm();
        if (!page.logsIn()) {
            logIn();
        }
        assertWork(List.of(page));
    }
}
