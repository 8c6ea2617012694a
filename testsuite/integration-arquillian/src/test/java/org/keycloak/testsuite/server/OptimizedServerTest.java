package org.keycloak.testsuite.server;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.keycloak.admin.client.resource.AuthorizationResource;
import org.keycloak.representations.idm.authorization.ScopePermissionRepresentation;
import org.keycloak.representations.idm.authorization.UserPolicyRepresentation;
import org.keycloak.testsuite.desk.DeskTour;
import org.keycloak.testsuite.fixture.AbstractServerTest;
import org.keycloak.testsuite.fixture.ChangeUnderTest;
import org.keycloak.testsuite.fixture.DeskResources;
import org.keycloak.testsuite.fixture.Http;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpEndpoints;
import org.keycloak.testsuite.totp.Authenticator;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.drone.api.annotation.Drone;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chromium.HasCdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * A server as it runs in production: built first, then started with {@code --optimized}. All its URLs are below {@code /auth}, and administration
 * has an address of its own.
 */
class OptimizedServerTest extends AbstractServerTest {

    @Drone
    private WebDriver browser;

    @Deployment(testable = false)
    @TargetsContainer("optimized")
    public static Archive<?> change() {
        return ChangeUnderTest.archive();
    }

    @Test
    void totpIsCreatedVerifiedAndRemoved() {
        assertTrue(server().url().getPath().startsWith("/auth"));
        TestUser user = newUser();

        Authenticator authenticator = user.newTotp("{}");

        assertRefused(user.login());
        assertGranted(user.login(authenticator.code()));
        assertValid(user.totp().verifyCode(authenticator.code()));
        assertEquals(204, user.totp().remove().status());
        assertGranted(user.login());
    }

    @Test
    void rightsAreCheckedAsEverywhere() {
        TestUser user = newUser();

        assertEquals(403, user.totp().as(realm().newAdmin("view-users").http()).create().status());
    }

    /** The first version of fine-grained permissions has no scope for passwords. The right to manage the user is enough. */
    @Test
    void permissionOfTheFirstVersionIsEnough() {
        TestRealm realm = TestRealm.create(server());
        TestUser delegate = realm.newUser();
        TestUser user = realm.newUser();
        assertEquals(403, user.totp().as(delegate.http()).create().status());
        allowToManageUsers(realm, delegate);
        TotpEndpoints totp = user.totp().as(delegate.http());

        assertEquals(200, totp.create().status());
        assertEquals(200, totp.verifyCode("123456").status());
        assertEquals(204, totp.remove().status());
    }

    private static void allowToManageUsers(TestRealm realm, TestUser delegate) {
        HttpReply enabled = realm.http().put(realm.name() + "/users-management-permissions", Json.object("enabled", true));
        String permission = enabled.json().path("scopePermissions").path("manage").asText();
        AuthorizationResource authorization = realm.resource().clients()
                .get(realm.resource().clients().findByClientId("realm-management").get(0).getId()).authorization();
        UserPolicyRepresentation policy = new UserPolicyRepresentation();
        policy.setName("is " + delegate.name());
        policy.setUsers(Set.of(delegate.id()));
        authorization.policies().user().create(policy).close();
        ScopePermissionRepresentation allowed = authorization.permissions().scope().findById(permission).toRepresentation();
        allowed.setPolicies(Set.of(policy.getName()));
        authorization.permissions().scope().findById(permission).update(allowed);
    }

    /** Metrics by URL would grow with the number of users, and tell who they are. */
    @Test
    void metricsNameTheEndpointAndNotTheUser() {
        TestUser user = newUser();
        assertEquals(200, user.totp().create().status());
        assertEquals(400, user.totp().create().status());
        assertEquals(200, user.totp().verifyCode("123456").status());
        assertEquals(204, user.totp().remove().status());
        assertEquals(200, realm().http().get(user.totp().path("credential-types")).status());
        assertEquals(201, realm().http().send("POST", user.totp().path("credential-types/otp"), null).status());

        String metrics = Http.send("GET", URI.create(server().url() + "/metrics"), null).text();

        assertFalse(metrics.contains(user.id()));
        Set<String> uris = Pattern.compile("uri=\"([^\"]*)\"").matcher(metrics).results().map(uri -> uri.group(1)).collect(Collectors.toSet());
        for (String path : List.of(TotpEndpoints.CREATE, TotpEndpoints.VERIFY, TotpEndpoints.REMOVE, "credential-types", "credential-types/{type}")) {
            assertTrue(uris.stream().anyMatch(uri -> uri.matches("(/auth)?/admin/(realms|\\{realms})/\\{realm}/users/\\{user-id}/" + Pattern.quote(path))),
                    () -> path + " in " + uris);
        }
    }

    /** What browsers keep for long must have another address after an update. */
    @Test
    void helpDesksPageIsSmallAndItsFilesAreKept() {
        DeskResources desk = new DeskResources(realm());
        int bytes = desk.get("/messages").bytes().length;
        for (URI uri : desk.all()) {
            HttpReply reply = Http.send("GET", uri, null, "Accept-Encoding", "gzip, deflate, br");
            assertEquals(200, reply.status(), uri::toString);
            assertTrue(uri.getPath().startsWith("/auth/"), uri::toString);
            if (!uri.equals(desk.uri(""))) {
                assertEquals("gzip", reply.header("Content-Encoding").orElse(null), uri::toString);
                assertTrue(reply.header("Cache-Control").orElseThrow().matches("max-age=\\d{6,}"), uri::toString);
            }
            bytes += reply.bytes().length;
        }
        assertTrue(bytes < 290_000, "The page loads " + bytes + " bytes");
    }

    /** The login is at one address, and the page with the admin API at the other: the browser takes them for two servers. */
    @Test
    void helpDesksPageIsAtTheAddressForAdministration() {
        assumeTrue(browser instanceof HasCdp, "the page needs Chromium");
        URI administration = URI.create(server().url().toString().replace("localhost", "127.0.0.1"));

        List<String> requests = new DeskTour(browser, server()).take(administration);

        Set<String> expected = Set.of(server().url() + "/realms/", administration + "/admin/", administration + "/resources/");
        Set<String> others = requests.stream().filter(uri -> expected.stream().noneMatch(uri::startsWith)).collect(Collectors.toSet());
        assertEquals(Set.of(), others);
        expected.forEach(start -> assertTrue(requests.stream().anyMatch(uri -> uri.startsWith(start)), start));
    }

    @Test
    void nothingIsOutsideOfThePath() {
        TestUser user = newUser();

        HttpReply reply = Http.send("PUT", server().url().resolve("/admin/realms/" + user.totp().path(TotpEndpoints.CREATE)), null,
                "Authorization", "Bearer " + realm().http().token().get());

        assertEquals(404, reply.status(), reply::toString);
        assertTrue(user.otpCredentials().isEmpty());
    }
}
