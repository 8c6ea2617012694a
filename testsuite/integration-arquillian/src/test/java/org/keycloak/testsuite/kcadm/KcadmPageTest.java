package org.keycloak.testsuite.kcadm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.keycloak.testsuite.arquillian.container.KeycloakServer;
import org.keycloak.testsuite.fixture.AbstractTotpTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * docs/kcadm.md works as it stands there, with the kcadm.sh of the server's own distribution.
 */
class KcadmPageTest extends AbstractTotpTest {

    private static final Path PAGE = Path.of("../../docs/kcadm.md");
    private static final String SERVER_OF_PAGE = "http://localhost:8080";
    private static final String REALM_OF_PAGE = "demo";

    @TempDir
    private Path directory;

    @AfterEach
    void removeRealm() {
        if (realm().admin().realms().findAll().stream().anyMatch(realm -> REALM_OF_PAGE.equals(realm.getRealm()))) {
            realm().admin().realm(REALM_OF_PAGE).remove();
        }
    }

    @Test
    void doesWhatThePageSays() throws IOException, InterruptedException {
        ConsolePage page = ConsolePage.read(PAGE);
        assertFalse(page.commands().isEmpty());
        List<Executable> checks = new ArrayList<>();
        try (Shell shell = new Shell(directory, environment(server()))) {
            shell.run(kcadm());
            for (ConsoleCommand command : page.commands()) {
                Shell.Result result = shell.run(command.command().replace(SERVER_OF_PAGE, server().url().toString()));

                checks.add(() -> assertEquals(0, result.status(), () -> command.command() + "\n" + result.output()));
                checks.add(() -> assertTrue(command.prints(result.output()), () -> command.command() + "\nprinted:\n" + result.output()));
            }
        }
        assertAll(checks);
    }

    /** With what it remembers of a login in a directory of its own, where the page doesn't say so itself. */
    private String kcadm() {
        return "kcadm.sh() { local config='--config kcadm.config'; [[ \"$*\" != *--config* ]] || config=; bash '" + server().kcadm() + "' \"$@\" $config; }";
    }

    /** kcadm.sh takes the password from there, and doesn't ask for it. */
    private static Map<String, String> environment(KeycloakServer server) {
        return Map.of("KC_CLI_PASSWORD", server.adminPassword(), "JAVA_HOME", System.getProperty("java.home"), "KC_OPTS", "-XX:TieredStopAtLevel=1 -Xshare:auto");
    }
}
