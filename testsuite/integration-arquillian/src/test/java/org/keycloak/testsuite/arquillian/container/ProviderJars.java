package org.keycloak.testsuite.arquillian.container;

import java.util.List;

import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/**
 * What a test deploys. A jar is the change itself; an enterprise archive holds the change, and as its libraries the providers that the
 * tests bring.
 */
record ProviderJars(List<? extends Archive<?>> change, List<? extends Archive<?>> ofTests) {

    private static final String LIBRARIES = "/lib/.*";

    static ProviderJars of(Archive<?> archive) {
        if (archive instanceof EnterpriseArchive enterprise) {
            return new ProviderJars(
                    List.copyOf(enterprise.getAsType(JavaArchive.class, Filters.exclude(LIBRARIES))),
                    List.copyOf(enterprise.getAsType(JavaArchive.class, Filters.include(LIBRARIES))));
        }
        return new ProviderJars(List.of(archive), List.of());
    }
}
