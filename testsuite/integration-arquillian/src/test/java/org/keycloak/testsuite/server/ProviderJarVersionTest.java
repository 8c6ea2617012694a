package org.keycloak.testsuite.server;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.testsuite.arquillian.container.KeycloakServer;
import org.keycloak.testsuite.arquillian.container.OwnServer;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.ChangeUnderTest;
import org.keycloak.testsuite.fixture.Http;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.providers.BadgeCredentialProvider;
import org.keycloak.testsuite.providers.BadgeCredentialProviderFactory;

import com.fasterxml.jackson.databind.JsonNode;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The version of the jar, where administrators look for it. A patched server has Keycloak's own version only.
 */
@EnabledIfSystemProperty(named = "way", matches = "provider-jar")
class ProviderJarVersionTest extends AbstractTotpTest {

    private static final String NAME = "keycloak-create-totp";
    private static final String RECOVERY_CODES = "keycloak-recovery-authn-codes";

    @Test
    void manifestHasVersionAndCommit() throws IOException {
        assertTrue(version().matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"), version());
        String commit = manifest("Scm-Revision");
        assertTrue(commit.matches("[0-9a-f]{40}(-dirty)?|unknown"), commit);
    }

    @Test
    void serverInfoShowsTheVersion() throws IOException {
        JsonNode providers = providers(server(), realm());

        assertEquals(version(), version(providers, "create-totp", "provider-jar"));
        assertEquals(version(), version(providers, "credential", "keycloak-otp"));
        assertEquals(version(), version(providers, "credential", RECOVERY_CODES));
        assertEquals(version(), version(providers, "required-action", "CONFIGURE_TOTP"));
        assertEquals(version(), version(providers, "login", "freemarker"));
        assertEquals("", version(providers, "credential", "keycloak-password"));
    }

    @Test
    void logHasOneLineThatNamesWhatIsReplaced() throws IOException {
        List<String> lines = lines(server());

        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.get(0).contains(" INFO "), lines::toString);
        assertTrue(lines.get(0).endsWith(NAME + " " + version() + " takes the place of Keycloak's providers: "
                + "CONFIGURE_TOTP (required-action), freemarker (login), keycloak-otp (credential), keycloak-recovery-authn-codes (credential)"), lines::toString);
    }

    @Test
    void whatAnotherJarReplacesIsNotNamed() throws IOException {
        JavaArchive anothers = ShrinkWrap.create(JavaArchive.class, "another.jar").addClass(AnothersFactory.class)
                .addAsServiceProvider(CredentialProviderFactory.class, AnothersFactory.class);
        Archive<?> both = ChangeUnderTest.withTestProviders().addAsLibrary(anothers);

        try (OwnServer own = OwnServer.changed("beside-another", both)) {
            KeycloakServer server = own.start();
            JsonNode providers = providers(server, TestRealm.create(server, realm -> {
            }));

            assertTrue(lines(server).get(0).endsWith(": CONFIGURE_TOTP (required-action), freemarker (login), keycloak-otp (credential)"), lines(server)::toString);
            assertEquals(version(), version(providers, "credential", "keycloak-otp"));
            assertEquals("", version(providers, "credential", RECOVERY_CODES));
        }
    }

    /** Replaces the same provider of Keycloak's, with an order that is higher still. */
    public static class AnothersFactory implements CredentialProviderFactory<BadgeCredentialProvider> {

        @Override
        public String getId() {
            return RECOVERY_CODES;
        }

        @Override
        public int order() {
            return 2;
        }

        @Override
        public BadgeCredentialProvider create(KeycloakSession session) {
            return new BadgeCredentialProviderFactory().create(session);
        }
    }

    private static String version() throws IOException {
        return manifest(Attributes.Name.IMPLEMENTATION_VERSION.toString());
    }

    private static String manifest(String name) throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("provider.jar"))) {
            return jar.getManifest().getMainAttributes().getValue(name);
        }
    }

    private static String version(JsonNode providers, String spi, String id) {
        JsonNode provider = providers.path(spi).path("providers").path(id);
        assertTrue(provider.isObject(), () -> spi + " " + id + " in " + providers);
        return provider.path("operationalInfo").path(NAME).asText();
    }

    private static JsonNode providers(KeycloakServer server, TestRealm realm) {
        HttpReply info = Http.send("GET", URI.create(server.url() + "/admin/serverinfo"), null, "Authorization", "Bearer " + realm.http().token().get());
        assertEquals(200, info.status(), info::toString);
        return info.json().path("providers");
    }

    private static List<String> lines(KeycloakServer server) throws IOException {
        return Files.readString(server.log(), StandardCharsets.UTF_8).lines().filter(line -> line.contains(NAME + " ")).toList();
    }
}
