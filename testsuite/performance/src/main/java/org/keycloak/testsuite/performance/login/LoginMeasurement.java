package org.keycloak.testsuite.performance.login;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.keycloak.testsuite.performance.Clients;
import org.keycloak.testsuite.performance.Measured;
import org.keycloak.testsuite.performance.MeasuredServer;
import org.keycloak.testsuite.performance.Report;

/**
 * Measures what a login costs with TOTP methods and their limits, and without: by token requests, on a stock server and on one with the jar,
 * side by side. The subjects take turns in rounds, so that each meets the machine in the same state.
 */
public final class LoginMeasurement {

    private LoginMeasurement() {
    }

    public static void main(String[] arguments) throws Exception {
        LoginOptions options = LoginOptions.read();
        System.out.println("Starting two servers, and creating their users");
        try (MeasuredServer stock = MeasuredServer.start(options.stock(), List.of(), options.server());
                MeasuredServer withJar = MeasuredServer.start(options.withJar(), List.of(options.jar()), options.server())) {
            measure(realms(stock, withJar, options), options);
        }
    }

    private record NamedRealm(String name, LoginRealm realm) {

        LoginSubject subject(boolean right) {
            return new LoginSubject(name, realm, right);
        }
    }

    /**
     * As many on one server as on the other, in turn: a server is compiled while it serves, so the one that serves less would be slower. What the
     * realms of the stock server differ by is what the measurement can't tell.
     */
    private static List<NamedRealm> realms(MeasuredServer stock, MeasuredServer withJar, LoginOptions options) throws Exception {
        return List.of(
                new NamedRealm("stock Keycloak", LoginRealm.create(stock, "stock", null, options)),
                new NamedRealm("with the jar, no method", LoginRealm.create(withJar, "no-method", null, options)),
                new NamedRealm("stock Keycloak, second realm", LoginRealm.create(stock, "stock-2", null, options)),
                new NamedRealm("with the jar, default method", LoginRealm.create(withJar, "method", LoginRealm.limits(0), options)),
                new NamedRealm("stock Keycloak, third realm", LoginRealm.create(stock, "stock-3", null, options)),
                new NamedRealm("with the jar, default method with `lockAfter` " + LoginRealm.LOCK_AFTER,
                        LoginRealm.create(withJar, "lock", LoginRealm.limits(LoginRealm.LOCK_AFTER), options)));
    }

    private static void measure(List<NamedRealm> realms, LoginOptions options) throws Exception {
        List<LoginSubject> right = realms.stream().map(realm -> realm.subject(true)).toList();
        List<LoginSubject> wrong = realms.stream().map(realm -> realm.subject(false)).toList();
        List<LoginSubject> order = new ArrayList<>(right);
        order.addAll(wrong);
        try (Clients clients = new Clients(options.clients())) {
            measure(order, clients, options);
        }
        System.out.println("\nRight codes\n\n" + report(right));
        System.out.println("Wrong codes\n\n" + report(wrong));
    }

    private static Report report(List<LoginSubject> subjects) {
        List<Measured> measured = subjects.stream().map(LoginSubject::measured).toList();
        return new Report("logins", measured, measured.get(0));
    }

    private static void measure(List<LoginSubject> order, Clients clients, LoginOptions options) throws Exception {
        for (int round = 0; round < options.turns(); round++) {
            System.out.println("Round " + (round + 1) + " of " + options.turns() + (round < options.warmUp() ? ", to warm up" : ""));
            for (LoginSubject subject : order) {
                subject.takeTurn(clients, options.logins(), round >= options.warmUp());
            }
            Collections.rotate(order, 1); // nobody is always first
        }
    }
}
