package org.keycloak.tests.admin.user;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.BadRequestException;

import org.keycloak.admin.client.resource.CreatedCredentials;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.utils.TimeBasedOTP;
import org.keycloak.representations.idm.CreateCredentialsRepresentation;
import org.keycloak.representations.idm.CreateCredentialsRepresentation.UserSelection;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;
import org.keycloak.testframework.annotations.InjectAdminEvents;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.InjectUser;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.events.AdminEventAssertion;
import org.keycloak.testframework.events.AdminEvents;
import org.keycloak.testframework.injection.LifeCycle;
import org.keycloak.testframework.oauth.OAuthClient;
import org.keycloak.testframework.oauth.annotations.InjectOAuthClient;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.realm.ManagedUser;
import org.keycloak.testframework.realm.UserBuilder;
import org.keycloak.testframework.realm.UserConfig;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

@KeycloakIntegrationTest
public class CreateTotpsTest {

    private static final String SECRET = "12345678901234567890";
    private static final String SECRET_IN_HEX = "3132333435363738393031323334353637383930";

    @InjectRealm
    ManagedRealm realm;

    @InjectUser(config = TotpUser.class, lifecycle = LifeCycle.METHOD)
    ManagedUser user;

    @InjectAdminEvents
    AdminEvents adminEvents;

    @InjectOAuthClient
    OAuthClient oauth;

    @Test
    public void selectedUser() throws IOException {
        adminEvents.clear();
        Assertions.assertEquals("creatable", only(selection(true)).getStatus());
        Assertions.assertNull(adminEvents.poll(), "a dry run changes nothing");

        CreatedCredentialRepresentation line = only(selection(false));
        Assertions.assertEquals("created", line.getStatus());
        Assertions.assertEquals(user.getId(), line.getId());
        AdminEventAssertion.assertEvent(adminEvents.poll(), OperationType.ACTION, "users/" + user.getId() + "/create-totp", ResourceType.USER);
        Assertions.assertTrue(login((String) line.getCredential().get("totpSecret")));

        Assertions.assertEquals("exists", only(selection(false)).getStatus());
    }

    @Test
    public void lines() throws IOException {
        String lines = "{\"username\": \"" + user.getUsername() + "\", \"totpSecret\": \"" + SECRET_IN_HEX + "\", \"secretEncoding\": \"HEX\"}\n{}\n{\"id\": \"nobody\"}\n";
        List<CreatedCredentialRepresentation> replies = read(realm.admin().users().createTotps(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8))));

        Assertions.assertEquals(List.of("created", "failed", "failed"), replies.stream().map(CreatedCredentialRepresentation::getStatus).toList());
        Assertions.assertEquals(List.of(1, 2, 3), replies.stream().map(CreatedCredentialRepresentation::getLine).toList());
        Assertions.assertEquals("User not found", replies.get(2).getMessage());
        Assertions.assertTrue(login(SECRET));
    }

    @Test
    public void invalidSelection() {
        Assertions.assertThrows(BadRequestException.class, () -> realm.admin().users().createTotps(new CreateCredentialsRepresentation()));
        Assertions.assertEquals(0, user.admin().credentials().stream().filter(credential -> "otp".equals(credential.getType())).count());
    }

    private InputStream selection(boolean dryRun) {
        UserSelection users = new UserSelection();
        users.setIds(List.of(user.getId()));
        CreateCredentialsRepresentation request = new CreateCredentialsRepresentation();
        request.setUsers(users);
        request.setDryRun(dryRun);
        return realm.admin().users().createTotps(request);
    }

    private static CreatedCredentialRepresentation only(InputStream reply) throws IOException {
        List<CreatedCredentialRepresentation> lines = read(reply);
        Assertions.assertEquals(1, lines.size());
        return lines.get(0);
    }

    private static List<CreatedCredentialRepresentation> read(InputStream reply) throws IOException {
        List<CreatedCredentialRepresentation> lines = new ArrayList<>();
        try (CreatedCredentials created = CreatedCredentials.of(reply)) {
            created.forEachRemaining(lines::add);
            Assertions.assertEquals(lines.size(), created.sums().getTotal());
        }
        return lines;
    }

    private boolean login(String secret) {
        String code = new TimeBasedOTP("HmacSHA1", 6, 30, 1).generateTOTP(secret);
        return oauth.passwordGrantRequest(user.getUsername(), user.getPassword()).otp(code).send().isSuccess();
    }

    public static class TotpUser implements UserConfig {

        @Override
        public UserBuilder configure(UserBuilder user) {
            return user.username("totps-user").password("password").email("totps-user@localhost").name("Totps", "User");
        }
    }
}
