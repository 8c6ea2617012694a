package org.keycloak.testsuite.arquillian.container;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

import org.jboss.shrinkwrap.api.Archive;

/**
 * How the change gets into a server.
 */
enum Way {

    /** A stock server. All that is deployed is in {@code providers/}. */
    PROVIDER_JAR {
        @Override
        KeycloakHome prepare(KeycloakConfiguration configuration, Archive<?> archive) throws IOException {
            KeycloakHome home = KeycloakHome.unzip(configuration.distribution(), configuration.directory());
            ProviderJars jars = ProviderJars.of(archive);
            home.addProviders(jars.change());
            home.addProviders(jars.ofTests());
            return home;
        }
    },

    /** A server that has the change in its own jars. The deployed change is left out, because the server must work without it. */
    PATCHED_CORE {
        @Override
        KeycloakHome prepare(KeycloakConfiguration configuration, Archive<?> archive) throws IOException {
            KeycloakHome home = KeycloakHome.copy(configuration.patched(), configuration.directory());
            home.addProviders(ProviderJars.of(archive).ofTests());
            return home;
        }
    };

    abstract KeycloakHome prepare(KeycloakConfiguration configuration, Archive<?> archive) throws IOException;

    static Way of(String name) {
        return Arrays.stream(values()).filter(way -> way.toString().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("way is one of " + Arrays.toString(values()) + ", not " + name));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
