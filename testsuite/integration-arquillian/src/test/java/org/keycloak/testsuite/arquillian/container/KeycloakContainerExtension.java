package org.keycloak.testsuite.arquillian.container;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.enricher.resource.ResourceProvider;

/**
 * Makes Arquillian start and stop Keycloak servers.
 */
public final class KeycloakContainerExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.service(DeployableContainer.class, KeycloakContainer.class);
        builder.service(ResourceProvider.class, KeycloakServerProvider.class);
    }
}
