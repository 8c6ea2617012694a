package org.keycloak.testsuite.performance;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a login costs with TOTP methods and their limits, and without: on a stock server and on one with the jar, side by side.
 */
final class Logins {

    private static final int LOCK_AFTER = 10;

    private Logins() {
    }

    /**
     * Each server has three realms: a server is compiled while it serves, so a server that serves less would be slower. The differences between
     * the realms of the stock server show how exact the measurement is.
     */
    static void measure(Servers servers, Options options) throws Exception {
        try (Server stock = servers.stock(); Server withJar = servers.withJar(); Clients clients = new Clients(options.clients)) {
            List<LoginRealm> realms = List.of(
                    LoginRealm.create(stock, "stock Keycloak", OptionalInt.empty(), options),
                    LoginRealm.create(stock, "stock Keycloak, second realm", OptionalInt.empty(), options),
                    LoginRealm.create(stock, "stock Keycloak, third realm", OptionalInt.empty(), options),
                    LoginRealm.create(withJar, "with the jar, no method", OptionalInt.empty(), options),
                    LoginRealm.create(withJar, "with the jar, default method", OptionalInt.of(0), options),
                    LoginRealm.create(withJar, "with the jar, default method with `lockAfter` " + LOCK_AFTER, OptionalInt.of(LOCK_AFTER), options));
            List<Subject> right = realms.stream().map(LoginRealm::rightCodes).toList();
            List<Subject> wrong = realms.stream().map(LoginRealm::wrongCodes).toList();
            new Rounds(Stream.concat(right.stream(), wrong.stream()).toList(), clients).run(options);
            Table.print("Right codes", right);
            Table.print("Wrong codes", wrong);
        }
    }
}
