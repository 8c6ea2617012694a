package org.keycloak.handout.server;

import java.net.URI;

import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.KeycloakBuilder;

import picocli.CommandLine.Option;

/** The options that say which server, and who logs in. They have the names of kcadm.sh. No secret is on the command line. */
public final class LoginOptions {

    @Option(names = "--server", required = true, paramLabel = "URL", description = "URL of Keycloak, such as https://sso.example.org.")
    private URI server;

    @Option(names = { "-r", "--realm" }, required = true, paramLabel = "NAME", description = "Realm of the users.")
    private String realm;

    @Option(names = "--login-realm", paramLabel = "NAME", description = "Realm of the one who logs in. Default: the realm of the users.")
    private String loginRealm;

    @Option(names = "--user", paramLabel = "NAME", description = "Who logs in. The password is in KC_CLI_PASSWORD.")
    private String user;

    @Option(names = "--client", paramLabel = "ID", description = "Client that logs in. Default: ${DEFAULT-VALUE}.", defaultValue = "admin-cli")
    private String client;

    /**
     * Logs in.
     *
     * @throws Refusal if the server can't be reached, or refuses the login
     */
    public Server connect() {
        return new Server(KeycloakBuilder.builder().serverUrl(server.toString()).realm(loginRealm == null ? realm : loginRealm)
                .grantType(OAuth2Constants.PASSWORD).clientId(client).username(user).password(System.getenv("KC_CLI_PASSWORD")).build(), realm);
    }
}
