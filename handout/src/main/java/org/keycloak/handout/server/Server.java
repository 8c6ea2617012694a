package org.keycloak.handout.server;

import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.CredentialsClient;

/** The users of a realm on a server, for the one who has logged in. */
public final class Server implements AutoCloseable {

    private final Keycloak keycloak;
    private final String realm;

    Server(Keycloak keycloak, String realm) {
        this.keycloak = keycloak;
        this.realm = realm;
    }

    public String realm() {
        return realm;
    }

    /** Our endpoints; all of their methods take {@link #realm()}. */
    public CredentialsClient credentials() {
        return CredentialsClient.of(keycloak);
    }

    public Keycloak keycloak() {
        return keycloak;
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
