package org.keycloak.testsuite.performance;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Runs the measurements that are asked for, on each of the databases that are asked for.
 */
public final class Measurements {

    /** Their names in {@code -Dmeasure}. */
    enum Name {
        PICTURE, THROUGHPUT, BULK, GROWTH, LOGINS, COVERAGE, PAGE
    }

    private Measurements() {
    }

    /**
     * @param arguments Keycloak's distribution, the provider jar, and the options
     */
    public static void main(String[] arguments) throws Exception {
        Path distribution = Path.of(arguments[0]);
        Options options = Options.parse(arguments[2]);
        for (Name name : options.measurements) {
            if (name == Name.PICTURE) {
                printTitle("picture");
                QrCodeBenchmark.measure();
                continue;
            }
            for (String database : options.databases) {
                printTitle(name.toString().toLowerCase(Locale.ROOT) + ", " + distribution.getFileName() + ", " + database);
                run(name, new Servers(distribution, Path.of(arguments[1]), database, options.features), options);
            }
        }
    }

    private static void run(Name name, Servers servers, Options options) throws Exception {
        switch (name) {
            case THROUGHPUT -> Throughput.measure(servers, options);
            case BULK -> Bulk.measure(servers, options);
            case GROWTH -> Growth.measure(servers, options);
            case COVERAGE -> Coverage.measure(servers, options);
            case PAGE -> Pages.measure(servers, options);
            default -> Logins.measure(servers, options);
        }
    }

    /** The load before the measurement shows what else the machine does. */
    private static void printTitle(String title) {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(Locale.ROOT, "%n== %s (Java %s, %d processors, load before it %.1f)%n", title, Runtime.version(),
                machine.getAvailableProcessors(), machine.getSystemLoadAverage());
    }
}
