package org.keycloak.testsuite.performance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Measures what a login costs with TOTP methods and their limits, and without: by token requests, on a stock server and on one with the jar,
 * side by side. The subjects take turns in rounds, so that each meets the machine in the same state.
 */
public final class LoginMeasurement {

    private LoginMeasurement() {
    }

    public static void main(String[] arguments) throws Exception {
        MeasurementOptions options = MeasurementOptions.read();
        System.out.println("Starting two servers, and creating their users");
        try (MeasuredServer stock = MeasuredServer.start(options.stock(), List.of(), options);
                MeasuredServer withJar = MeasuredServer.start(options.withJar(), List.of(options.jar()), options)) {
            measure(realms(stock, withJar, options), options);
        }
    }

    private record NamedRealm(String name, MeasuredRealm realm) {

        Subject subject(boolean right) {
            return new Subject(name, realm, right);
        }
    }

    /**
     * As many on one server as on the other, in turn: a server is compiled while it serves, so the one that serves less would be slower. What the
     * realms of the stock server differ by is what the measurement can't tell.
     */
    private static List<NamedRealm> realms(MeasuredServer stock, MeasuredServer withJar, MeasurementOptions options) throws Exception {
        return List.of(
                new NamedRealm("stock Keycloak", MeasuredRealm.create(stock, "stock", null, options)),
                new NamedRealm("with the jar, no method", MeasuredRealm.create(withJar, "no-method", null, options)),
                new NamedRealm("stock Keycloak, second realm", MeasuredRealm.create(stock, "stock-2", null, options)),
                new NamedRealm("with the jar, default method", MeasuredRealm.create(withJar, "method", MeasuredRealm.limits(0), options)),
                new NamedRealm("stock Keycloak, third realm", MeasuredRealm.create(stock, "stock-3", null, options)),
                new NamedRealm("with the jar, default method with `lockAfter` " + MeasuredRealm.LOCK_AFTER,
                        MeasuredRealm.create(withJar, "lock", MeasuredRealm.limits(MeasuredRealm.LOCK_AFTER), options)));
    }

    private static void measure(List<NamedRealm> realms, MeasurementOptions options) throws Exception {
        List<Subject> right = realms.stream().map(realm -> realm.subject(true)).toList();
        List<Subject> wrong = realms.stream().map(realm -> realm.subject(false)).toList();
        List<Subject> order = new ArrayList<>(right);
        order.addAll(wrong);
        ExecutorService clients = Executors.newFixedThreadPool(options.clients());
        try {
            measure(order, clients, options);
        } finally {
            clients.shutdownNow();
        }
        System.out.println("\nRight codes\n");
        new Report(right).print();
        System.out.println("Wrong codes\n");
        new Report(wrong).print();
    }

    private static void measure(List<Subject> order, ExecutorService clients, MeasurementOptions options) throws Exception {
        for (int round = 0; round < options.turns(); round++) {
            System.out.println("Round " + (round + 1) + " of " + options.turns() + (round < options.warmUp() ? ", to warm up" : ""));
            for (Subject subject : order) {
                subject.takeTurn(clients, options.clients(), options.logins(), round >= options.warmUp());
            }
            Collections.rotate(order, 1); // nobody is always first
        }
    }
}
