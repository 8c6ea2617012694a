package org.keycloak.testsuite.performance.login;

import java.nio.file.Path;

import org.keycloak.testsuite.performance.Options;
import org.keycloak.testsuite.performance.ServerOptions;

/**
 * What the command line says of the measurement of logins.
 */
record LoginOptions(Path stock, Path withJar, Path jar, ServerOptions server, int clients, int logins, int warmUp, int rounds, String passwordPolicy) {

    static LoginOptions read() {
        return new LoginOptions(Options.path("stock"), Options.path("withJar"), Options.path("jar"), ServerOptions.read(), Options.number("clients"),
                Options.number("logins"), Options.number("warmUp"), Options.number("rounds"), Options.text("passwordPolicy"));
    }

    int turns() {
        return warmUp + rounds;
    }
}
