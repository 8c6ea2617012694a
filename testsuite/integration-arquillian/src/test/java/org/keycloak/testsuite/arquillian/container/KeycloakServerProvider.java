package org.keycloak.testsuite.arquillian.container;

import java.lang.annotation.Annotation;

import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.arquillian.test.spi.enricher.resource.ResourceProvider;

/**
 * Gives tests the server that their archive is deployed on.
 */
public final class KeycloakServerProvider implements ResourceProvider {

    @Inject
    private Instance<KeycloakServer> current;

    @Override
    public boolean canProvide(Class<?> type) {
        return type == KeycloakServer.class;
    }

    @Override
    public Object lookup(ArquillianResource resource, Annotation... qualifiers) {
        return current.get();
    }
}
