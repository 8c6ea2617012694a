package org.keycloak.testsuite.arquillian.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * The databases that tests can start, under the names that Keycloak's option {@code db} has for them.
 */
enum DatabaseVendor {

    POSTGRES {
        @Override
        Database start(Path directory) throws IOException {
            return Postgres.start(directory);
        }
    },

    MARIADB {
        @Override
        Database start(Path directory) throws IOException {
            return MariaDb.start(directory);
        }
    };

    /**
     * @param directory where the database is unpacked to, and keeps its data
     */
    abstract Database start(Path directory) throws IOException;

    static DatabaseVendor of(String name) {
        return Arrays.stream(values()).filter(vendor -> vendor.toString().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("database is one of " + Arrays.toString(values()) + ", not " + name));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
