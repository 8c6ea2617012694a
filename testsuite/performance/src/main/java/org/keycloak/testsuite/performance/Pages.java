package org.keycloak.testsuite.performance;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * What a browser loads until users can be searched for, and how long that takes: in the help desk's page and in the admin console of the
 * same server.
 */
final class Pages {

    private static final String REALM = "pages";
    private static final String NAME = "desk";
    private static final String PASSWORD = "password";

    /** A page, in one state of the browser's cache. */
    private record Row(String title, String path, String field, boolean cold, List<PageLoad> loads) {

        Row(String title, String path, String field, boolean cold) {
            this(title + (cold ? ", empty cache" : ", filled cache"), path, field, cold, new ArrayList<>());
        }

        String line() {
            return "|" + title + column("%.0f", PageLoad::kilobytes) + column("%.0f", PageLoad::requests) + column("%.0f", PageLoad::painted)
                    + column("%.0f", PageLoad::ready);
        }

        private String column(String format, ToDoubleFunction<PageLoad> value) {
            DescriptiveStatistics values = new DescriptiveStatistics(loads.stream().mapToDouble(value).toArray());
            return String.format(Locale.ROOT, " |" + format + " (" + format + " to " + format + ")", values.getPercentile(50), values.getMin(), values.getMax());
        }
    }

    private Pages() {
    }

    /** The empty cache comes before the filled one. */
    static void measure(Servers servers, Options options) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (boolean cold : List.of(true, false)) {
            rows.add(new Row("help desk's page", "totp-desk", "#search", cold));
            rows.add(new Row("admin console, users", "#/" + REALM + "/users", "[data-testid=table-search-input]", cold));
        }
        try (Server server = servers.withJar(); Visitor visitor = Visitor.start(NAME, PASSWORD)) {
            createRealm(server.admin());
            for (int round = 0; round < options.warmUp + options.rounds; round++) {
                for (Row row : rows) {
                    PageLoad load = visitor.load(URI.create(server.url() + "/admin/" + REALM + "/console/" + row.path()), row.field(), row.cold());
                    if (round >= options.warmUp) {
                        row.loads().add(load);
                    }
                }
            }
        }
        System.out.println("\n.Medians (least to greatest)\n[cols=\"3,2,2,2,2\",options=\"header\"]\n|===\n"
                + "|page |kB |requests |first contentful paint, ms |search field, ms\n");
        rows.forEach(row -> System.out.println(row.line()));
        System.out.println("|===");
    }

    private static void createRealm(Admin admin) throws IOException, InterruptedException {
        admin.post("", Map.of("realm", REALM, "enabled", true), 201).send();
        Map<String, Object> desk = new HashMap<>(Users.user(NAME, List.of(Users.password(PASSWORD))));
        desk.put("clientRoles", Map.of("realm-management", List.of("manage-users", "view-users", "query-users", "query-groups")));
        admin.importUsers(REALM, List.of(desk));
    }
}
