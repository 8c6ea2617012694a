package org.keycloak.testsuite.arquillian.container;

import java.io.IOException;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.context.annotation.ContainerScoped;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.shrinkwrap.api.Archive;

/**
 * A managed Keycloak server. Keycloak takes in providers when it is built, so the server starts with the first deployment. The server is
 * kept for later deployments of an archive of the same name: a build and a start cost most of a minute.
 */
public final class KeycloakContainer implements DeployableContainer<KeycloakConfiguration> {

    @Inject
    @ContainerScoped
    private InstanceProducer<KeycloakServer> current;

    private KeycloakConfiguration configuration;
    private KeycloakServer server;
    private String deployed;

    @Override
    public Class<KeycloakConfiguration> getConfigurationClass() {
        return KeycloakConfiguration.class;
    }

    @Override
    public void setup(KeycloakConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return ProtocolDescription.DEFAULT;
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        try {
            if (!archive.getName().equals(deployed)) {
                stop();
                KeycloakHome home = configuration.way().prepare(configuration, archive);
                server = KeycloakServer.start(home, configuration);
                deployed = archive.getName();
            }
        } catch (IOException e) {
            throw new DeploymentException("No Keycloak server with " + archive.getName(), e);
        }
        current.set(server);
        return new ProtocolMetaData().addContext(new HTTPContext(server.url().getHost(), server.url().getPort()));
    }

    /** The server stays: the next test class most likely deploys the same. */
    @Override
    public void undeploy(Archive<?> archive) {
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
            server = null;
            deployed = null;
        }
    }
}
