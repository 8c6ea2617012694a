package org.keycloak.testsuite.methods;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.keycloak.representations.idm.ComponentExportRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;

/**
 * Methods, and which credential belongs to which, wherever the realm goes: through {@code kc.sh export} and {@code import}, to another
 * server, and to one that knows nothing of methods.
 */
class ExportedRealmTest extends AbstractTotpTest {

    private static final String STAFF = "staff";
    private static final String VAULT = "vault";

    @TempDir
    private static Path directory;

    private OwnServer own;
    private String realmName;
    private TestUser kept;
    private TestUser renumbered;
    private Authenticator keptStaff;
    private Authenticator keptVault;
    private Authenticator renumberedStaff;

    @BeforeAll
    void exportAndImport() throws IOException {
        own = OwnServer.changed("exported", ChangeUnderTest.archive());
        TestRealm realm = TestRealm.create(own.start(), it -> {
        });
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
    }

    @Test
    void anotherServerGoesOnWithThem() {
        TestRealm realm = TestRealm.create(server(), this::readExport);
        TestUser same = at(realm, kept, kept.id());
        String newId = realm.resource().users().searchByUsername(renumbered.name(), true).get(0).getId();
        TestUser other = at(realm, renumbered, newId);

        assertNotEquals(renumbered.id(), newId);
        Refusals.assertUserHasTotp(same.totp().create());
        Refusals.assertUserHasTotp(same.totp().create(Json.object("method", VAULT)));
        Refusals.assertUserHasTotp(other.totp().create(Json.object("method", STAFF)));
        assertGranted(same.login(keptStaff.code()));
        assertEquals("{\"valid\":false,\"reason\":\"invalid\"}", verify(same, keptVault.code(), STAFF));
        assertEquals(true, Json.parse(verify(same, keptVault.code(), VAULT), Map.class).get("valid"));
        assertGranted(other.login(renumberedStaff.code()));
        assertEquals(200, other.totp().create(Json.object("method", VAULT)).status());
        assertEquals(1, List.of(same, other).stream().map(user -> OtpData.of(user.otpCredentials().get(0)).counter()).distinct().count());
    }

    @Test
    void partialExportHasThemToo() {
        TestRealm realm = TestRealm.create(server(), it -> {
        });
        new RealmMethods(realm).add(STAFF, "issuer", "ACME staff", "digits", 8);

        List<ComponentExportRepresentation> components = realm.resource().partialExport(false, false).getComponents().get(RealmMethods.PROVIDER_TYPE);

        assertEquals(List.of(STAFF), components.stream().map(ComponentExportRepresentation::getName).toList());
        assertEquals("8", components.get(0).getConfig().getFirst("digits"));
    }

    /** It has them from {@code kc.sh import}. */
    @Test
    void serverWithoutTheChangeLogsThemIn() throws IOException {
        try (OwnServer stock = own.withoutTheChange("without-the-change")) {
            TestRealm realm = kept.realm().at(stock.start().url());
            TestUser same = at(realm, kept, kept.id());
            TestUser other = at(realm, renumbered, renumbered.id());

            assertRefused(same.login());
            assertRefused(same.login(keptStaff.wrongCode()));
            String code = keptStaff.code();
            assertGranted(same.login(code));
            assertRefused(same.login(code));
            assertGranted(other.login(renumberedStaff.code()));
        }
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

    private static TestUser at(TestRealm realm, TestUser user, String id) {
        return new TestUser(realm, id, user.name(), user.password());
    }

    private static String verify(TestUser user, String code, String method) {
        return user.totp().verify(Json.object("code", code, "method", method)).text();
    }
}
