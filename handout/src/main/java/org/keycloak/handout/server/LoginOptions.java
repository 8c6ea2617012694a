package org.keycloak.handout.server;

import java.net.URI;
import java.nio.file.Path;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.handout.ExitCode;

import picocli.CommandLine.Option;

/** The options that say which server, and who logs in. They have the names of kcadm.sh. No secret is on the command line. */
public final class LoginOptions {

    @Option(names = "--server", paramLabel = "URL", description = "URL of Keycloak, such as https://sso.example.org.")
    private URI server;

    @Option(names = { "-r", "--realm" }, paramLabel = "NAME", description = "Realm of the users.")
    private String realm;

    @Option(names = "--login-realm", paramLabel = "NAME", description = "Realm of the one who logs in. Default: the realm of the users.")
    private String loginRealm;

    @Option(names = "--user", paramLabel = "NAME",
            description = "Who logs in. The password comes from --password-file or KC_CLI_PASSWORD, or is asked for.")
    private String user;

    @Option(names = "--password-file", paramLabel = "FILE", description = "File with the password in its first line.")
    private Path passwordFile;

    @Option(names = "--otp", description = { "Ask for a one-time code, too: a login by password needs it if this user has an OTP.",
            "A login that takes longer than the server's session may ask again." })
    private boolean otp;

    @Option(names = "--client", paramLabel = "ID",
            description = "Client that logs in, with the secret of KC_CLI_CLIENT_SECRET if it has one. Without --user, its service account logs in. Default: admin-cli.")
    private String client;

    @Option(names = "--token-file", paramLabel = "FILE",
            description = "File with an access token, in place of a login. KC_CLI_TOKEN may have it, too. It isn't renewed.")
    private Path tokenFile;

    @Option(names = "--truststore", paramLabel = "FILE",
            description = "Certificates that are trusted in place of Java's own: PEM, PKCS12 or JKS. KC_CLI_TRUSTSTORE_PASSWORD has the password.")
    private Path trustStore;

    /** URL of the server; {@code null} if it isn't given. */
    public URI server() {
        return server;
    }

    /** Name of the users' realm; {@code null} if it isn't given. */
    public String realm() {
        return realm;
    }

    /** Takes server and realm from elsewhere, if the command line doesn't name them. */
    public LoginOptions or(URI otherServer, String otherRealm) {
        server = server == null ? otherServer : server;
        realm = realm == null ? otherRealm : realm;
        return this;
    }

    /**
     * Logs in.
     *
     * @throws Refusal if an option is missing, the server can't be reached, or refuses the login
     */
    public Server connect() {
        require(server != null, "--server is missing.");
        require(realm != null, "--realm is missing.");
        require(("http".equals(server.getScheme()) || "https".equals(server.getScheme())) && server.getHost() != null && server.getUserInfo() == null,
                "--server is a URL such as https://sso.example.org, without a user.");
        require(tokenFile == null || user == null && client == null, "--token-file takes the place of --user and --client.");
        require(!otp || user != null, "--otp goes with --user only.");
        warnOfPlainHttp();
        HttpClients clients = HttpClients.of(trustStore);
        KeycloakBuilder login = KeycloakBuilder.builder().serverUrl(server.toString()).realm(loginRealm == null ? realm : loginRealm)
                .resteasyClient(clients.client());
        String token = token();
        if (token != null) {
            return new Server(login.authorization(token).build(), Tokens.given(token), clients, server, realm);
        }
        if (otp) {
            clients.client().register(new OneTimeCode(() -> Secrets.ask("One-time code of " + user + ": ", "Only a terminal can ask for it.")));
        }
        Keycloak keycloak = login(login).build();
        try {
            return new Server(keycloak, Tokens.of(keycloak.tokenManager()), clients, server, realm);
        } catch (WebApplicationException | ProcessingException e) {
            throw ServerErrors.ofLogin(e, server);
        }
    }

    private KeycloakBuilder login(KeycloakBuilder login) {
        require(user != null || client != null, "Who logs in? Give --user, --client or --token-file.");
        login = client == null ? login.clientId("admin-cli") : login.clientId(client).clientSecret(Secrets.environment("KC_CLI_CLIENT_SECRET"));
        return user == null ? login.grantType(OAuth2Constants.CLIENT_CREDENTIALS) : login.grantType(OAuth2Constants.PASSWORD).username(user).password(password());
    }

    private String token() {
        return tokenFile != null ? Secrets.firstLine("--token-file", tokenFile) : user == null && client == null ? Secrets.environment("KC_CLI_TOKEN") : null;
    }

    private String password() {
        if (passwordFile != null) {
            return Secrets.firstLine("--password-file", passwordFile);
        }
        String password = Secrets.environment("KC_CLI_PASSWORD");
        return password != null ? password : Secrets.ask("Password of " + user + ": ", "Give --password-file, or set KC_CLI_PASSWORD.");
    }

    /** The names of this machine need no TLS. */
    private void warnOfPlainHttp() {
        if ("http".equals(server.getScheme()) && !server.getHost().matches("localhost|127\\..*|\\[::1]")) {
            System.err.println("Warning: " + server.getHost() + " is reached by http. Whoever is on the way can read the login and the secrets. Use https.");
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new Refusal(ExitCode.USAGE, otherwise);
        }
    }
}
