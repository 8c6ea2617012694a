package org.keycloak.testsuite.arquillian.container;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jboss.shrinkwrap.api.Archive;

/**
 * A server that one test starts and stops itself. Another server can go on with its data.
 */
public final class OwnServer implements AutoCloseable {

    private static final String DATA = "data";

    /** The server is built once, for itself and for all commands. Otherwise each command would build it for its own defaults. */
    private static final String BUILD_OPTIONS = "--db=dev-file";
    private static final String START_OPTIONS = "--cache=local --http-enabled=true --hostname-strict=false";

    private final KeycloakHome home;
    private final KeycloakConfiguration configuration;
    private KeycloakServer running;

    private OwnServer(KeycloakHome home, KeycloakConfiguration configuration) {
        this.home = home;
        this.configuration = configuration;
    }

    /**
     * A server with the change, in the way that is tested.
     *
     * @param name of its directory
     */
    public static OwnServer changed(String name, Archive<?> change) throws IOException {
        KeycloakConfiguration configuration = configuration(name);
        return new OwnServer(configuration.way().prepare(configuration, change), configuration);
    }

    /** A stock server with the data of this server, which is stopped. */
    public OwnServer withoutTheChange(String name) throws IOException {
        KeycloakConfiguration stock = configuration(name);
        KeycloakHome itsHome = KeycloakHome.unzip(stock.distribution(), stock.directory());
        KeycloakHome.copyFiles(home.directory().resolve(DATA), itsHome.directory().resolve(DATA));
        return new OwnServer(itsHome, stock);
    }

    /** Returns when the server answers. */
    public KeycloakServer start() throws IOException {
        running = KeycloakServer.start(home, configuration);
        return running;
    }

    /** Runs a command of {@code kc.sh} on the data of this server, which was started before and is stopped. */
    public void run(String... command) throws IOException {
        List<String> kc = new ArrayList<>(home.kc());
        kc.addAll(List.of(command));
        kc.add("--optimized");
        Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS_APPEND", KeycloakServer.QUICK_START);
        ServerProcess.start(kc, environment, configuration.besides("-" + command[0] + ".log")).awaitSuccess(KeycloakServer.START_TIMEOUT);
    }

    public void stop() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    private static KeycloakConfiguration configuration(String name) {
        KeycloakConfiguration configuration = new KeycloakConfiguration();
        configuration.setName(name);
        configuration.setBuildOptions(BUILD_OPTIONS);
        configuration.setStartOptions(START_OPTIONS);
        return configuration;
    }
}
