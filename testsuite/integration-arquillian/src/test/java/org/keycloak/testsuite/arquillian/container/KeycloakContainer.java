package org.keycloak.testsuite.arquillian.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

    /** By their directories. With several processes, surefire hands a process one class after the other, and Arquillian takes each for a suite. */
    private static final Map<Path, Running> KEPT = new ConcurrentHashMap<>();

    private KeycloakConfiguration configuration;
    private Running running;

    private record Running(KeycloakServer server, String deployed) {
    }

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
            running = configuration.isKept() ? KEPT.get(configuration.directory()) : running;
            if (running == null || !archive.getName().equals(running.deployed())) {
                stopRunning();
                KeycloakHome home = configuration.way().prepare(configuration, archive);
                running = new Running(KeycloakServer.start(home, configuration), archive.getName());
                if (configuration.isKept()) {
                    KEPT.put(configuration.directory(), running);
                }
            }
        } catch (IOException e) {
            throw new DeploymentException("No Keycloak server with " + archive.getName(), e);
        }
        current.set(running.server());
        return new ProtocolMetaData().addContext(new HTTPContext(running.server().url().getHost(), running.server().url().getPort()));
    }

    /** The server stays: the next test class most likely deploys the same. */
    @Override
    public void undeploy(Archive<?> archive) {
    }

    /** A server that is kept ends with the process. */
    @Override
    public void stop() {
        if (!configuration.isKept()) {
            stopRunning();
        }
    }

    private void stopRunning() {
        if (running != null) {
            running.server().stop();
            running = null;
        }
    }
}
