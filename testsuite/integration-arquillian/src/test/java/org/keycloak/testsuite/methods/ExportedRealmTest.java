package org.keycloak.testsuite.methods;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.ws.rs.InternalServerErrorException;

import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ComponentExportRepresentation;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.testsuite.arquillian.container.KeycloakServer;
import org.keycloak.testsuite.arquillian.container.OwnServer;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.ChangeUnderTest;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OtpData;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.util.JsonSerialization;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;
import static org.keycloak.testsuite.fixture.Verifications.assertInvalid;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * Methods and the methods of credentials go where the realm goes: through {@code kc.sh export} and {@code import}, to another server, and
 * to a server that knows nothing of methods.
 */
class ExportedRealmTest extends AbstractTotpTest {

    private static final String STAFF = "staff";
    private static final String VAULT = "vault";

    @TempDir
    private static Path directory;

    private OwnServer own;
    private OwnServer stock;
    private TestRealm stockRealm;
    private String adminPassword;
    private String realmName;
    private TestUser kept;
    private TestUser renumbered;
    private Authenticator keptStaff;
    private Authenticator keptVault;
    private Authenticator renumberedStaff;

    @BeforeAll
    void exportAndImport() throws IOException {
        own = OwnServer.changed("exported", ChangeUnderTest.archive());
        KeycloakServer server = own.start();
        adminPassword = server.adminPassword();
        TestRealm realm = TestRealm.create(server);
        realmName = realm.name();
        RealmMethods methods = new RealmMethods(realm);
        methods.add(STAFF, "issuer", "ACME staff", "algorithm", "SHA512", "digits", 8, "period", 60);
        methods.add(VAULT, "issuer", "ACME vault");
        methods.setDefault(STAFF);
        kept = realm.newUser();
        keptStaff = kept.newTotp(Json.object("userLabel", "work phone"));
        keptVault = kept.newTotp(Json.object("method", VAULT, "userLabel", "vault token"));
        renumbered = realm.newUser();
        renumberedStaff = renumbered.newTotp("{}");
        own.stop();
        own.run("export", "--realm", realmName, "--file", file().toString());
        own.run("import", "--override", "true", "--file", file().toString());
    }

    @AfterAll
    void stop() {
        own.close();
        if (stock != null) {
            stock.close();
        }
    }

    @Test
    void anotherServerGoesOnWithThem() {
        TestRealm realm = TestRealm.create(server(), this::readExport);
        TestUser same = at(realm, kept, kept.id());
        String newId = realm.resource().users().searchByUsername(renumbered.name(), true).get(0).getId();
        TestUser other = at(realm, renumbered, newId);

        assertNotEquals(renumbered.id(), newId);
        assertTrue(counters(same, other).allMatch(counter -> counter < 0), "unused");
        Refusals.assertUserHasTotp(same.totp().create());
        Refusals.assertUserHasTotp(same.totp().create(Json.object("method", VAULT)));
        Refusals.assertUserHasTotp(other.totp().create(Json.object("method", STAFF)));
        assertGranted(same.login(keptStaff.code()));
        assertInvalid(same.totp().verify(Json.object("code", keptVault.code(), "method", STAFF)));
        assertValid(same.totp().verify(Json.object("code", keptVault.code(), "method", VAULT)));
        assertGranted(other.login(renumberedStaff.code()));
        assertEquals(200, other.totp().create(Json.object("method", VAULT)).status());
        assertEquals(1, counters(same, other).distinct().count());
        assertTrue(counters(same, other).allMatch(counter -> counter > 0), "used");
    }

    @Test
    void partialExportHasThemToo() {
        TestRealm realm = TestRealm.create(server());
        new RealmMethods(realm).add(STAFF, "issuer", "ACME staff", "digits", 8);

        List<ComponentExportRepresentation> components = realm.resource().partialExport(false, false).getComponents().get(RealmMethods.PROVIDER_TYPE);

        assertEquals(List.of(STAFF), components.stream().map(ComponentExportRepresentation::getName).toList());
        assertEquals("8", components.get(0).getConfig().getFirst("digits"));
    }

    @Test
    void serverWithoutTheChangeLogsThemIn() throws IOException {
        TestUser same = at(stockRealm(), kept, kept.id());
        TestUser other = at(stockRealm(), renumbered, renumbered.id());

        assertRefused(same.login());
        assertRefused(same.login(keptStaff.wrongCode()));
        String code = keptStaff.code();
        assertGranted(same.login(code));
        assertRefused(same.login(code));
        assertGranted(other.login(renumberedStaff.code()));
    }

    /** To find out what is secret, Keycloak looks for the provider of each component. A component without a provider can be deleted. */
    @Test
    void serverWithoutTheChangeExportsTheRealmOnceTheMethodsAreDeleted() throws IOException {
        String url = stockRealm().url().toString();
        try (Keycloak admin = Keycloak.getInstance(url, "master", KeycloakServer.ADMIN, adminPassword, "admin-cli")) {
            RealmResource realm = admin.realm(realmName);
            assertThrows(InternalServerErrorException.class, () -> realm.partialExport(false, false));

            List<ComponentRepresentation> methods = realm.components().query(null, RealmMethods.PROVIDER_TYPE);
            methods.forEach(method -> realm.components().component(method.getId()).remove());

            assertEquals(2, methods.size());
            assertFalse(realm.partialExport(false, false).getComponents().containsKey(RealmMethods.PROVIDER_TYPE));
            assertEquals(List.of("password", "otp", "otp"), realm.users().get(kept.id()).credentials().stream().map(CredentialRepresentation::getType).toList());
        }
    }

    /** The realm on the stock server, which has the data of {@code kc.sh import}. */
    private TestRealm stockRealm() throws IOException {
        if (stock == null) {
            stock = own.withoutTheChange("without-the-change");
            stockRealm = kept.realm().at(stock.start().url());
        }
        return stockRealm;
    }

    private void readExport(RealmRepresentation realm) {
        try {
            JsonSerialization.mapper.readerForUpdating(realm).readValue(Files.readString(file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        realm.getUsers().stream().filter(user -> renumbered.name().equals(user.getUsername())).forEach(user -> user.setId(null));
    }

    private static Path file() {
        return directory.resolve("realm.json");
    }

    private static IntStream counters(TestUser... users) {
        return Stream.of(users).mapToInt(user -> OtpData.of(user.otpCredentials().get(0)).counter());
    }

    private static TestUser at(TestRealm realm, TestUser user, String id) {
        return new TestUser(realm, id, user.name(), user.password());
    }
}
