package org.keycloak.testsuite.arquillian.container;

import java.util.ArrayList;
import java.util.List;

import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Filter;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.asset.ArchiveAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/**
 * What a test deploys. A jar is the change itself. An enterprise archive holds the change, and the providers of the tests as libraries.
 */
record ProviderJars(List<Archive<?>> change, List<Archive<?>> ofTests) {

    private static final String LIBRARIES = "/lib/.*";

    static ProviderJars of(Archive<?> archive) {
        if (archive instanceof EnterpriseArchive) {
            return new ProviderJars(within(archive, Filters.exclude(LIBRARIES)), within(archive, Filters.include(LIBRARIES)));
        }
        return new ProviderJars(List.of(archive), List.of());
    }

    private static List<Archive<?>> within(Archive<?> archive, Filter<ArchivePath> where) {
        List<Archive<?>> jars = new ArrayList<>();
        for (Node node : archive.getContent(where).values()) {
            if (node.getAsset() instanceof ArchiveAsset jar) {
                jars.add(jar.getArchive());
            }
        }
        return jars;
    }
}
