package org.keycloak.testsuite.kcadm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.testsuite.arquillian.container.KeycloakServer;
import org.keycloak.testsuite.fixture.AbstractTotpTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The documentation's pages work as they stand there, with the kcadm.sh of the server's own distribution: each of their commands succeeds,
 * and prints what the page says.
 */
class ConsolePagesTest extends AbstractTotpTest {

    private static final Path DOCUMENTATION = Path.of("../../docs");
    private static final String SERVER_OF_PAGES = "http://localhost:8080";
    private static final String REALM_OF_PAGES = "demo";
    private static final String USER_OF_PAGES = "alice";

    @TempDir
    private Path directory;

    static List<ConsolePage> pages() throws IOException {
        return ConsolePage.in(DOCUMENTATION);
    }

    @AfterEach
    void removeRealm() {
        if (realm().admin().realms().findAll().stream().anyMatch(realm -> REALM_OF_PAGES.equals(realm.getRealm()))) {
            realm().admin().realm(REALM_OF_PAGES).remove();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void doesWhatThePageSays(ConsolePage page) throws IOException, InterruptedException {
        assertEquals(List.of(), page.elsewhere());
        List<Executable> checks = new ArrayList<>();
        try (Shell shell = new Shell(directory, environment(server()))) {
            shell.run(kcadm());
            if (!page.logsIn()) {
                shell.run("kcadm.sh config credentials --server " + server().url() + " --realm master --user admin");
            }
            if (!page.createsRealm()) {
                createRealm();
            }
            for (ConsoleCommand command : page.commands()) {
                Shell.Result result = shell.run(command.command().replace(SERVER_OF_PAGES, server().url().toString()));

                checks.add(() -> assertEquals(0, result.status(), () -> command.command() + "\n" + result.output()));
                checks.add(() -> assertTrue(command.prints(result.output()), () -> command.command() + "\nprinted:\n" + result.output()));
            }
        }
        assertAll(checks);
    }

    private void createRealm() {
        RealmRepresentation created = new RealmRepresentation();
        created.setRealm(REALM_OF_PAGES);
        created.setEnabled(true);
        UserRepresentation user = new UserRepresentation();
        user.setUsername(USER_OF_PAGES);
        user.setEnabled(true);
        created.setUsers(List.of(user));
        realm().admin().realms().create(created);
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
