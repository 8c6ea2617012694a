package org.keycloak.admin.client.resource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.ws.rs.BadRequestException;

import org.keycloak.representations.idm.CreateCredentialsRepresentation;
import org.keycloak.representations.idm.CreateTotpRepresentation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What the client sends, and what it makes of the reply. */
class UsersCredentialsResourceTest {

    private static final String USERS = "POST /admin/realms/a%20realm/users/";
    private static final String LINES = "{\"username\":\"alice\"}\n{\"username\":\"bob\"}\n";

    @RegisterExtension
    private final AdminApi api = new AdminApi("");

    @Test
    void selectsUsers() throws IOException {
        api.reply(200, CreatedCredentials.NDJSON, "{\"status\":\"created\",\"username\":\"alice\"}\n{\"status\":\"done\",\"created\":1,\"total\":1}\n".getBytes());
        CreateCredentialsRepresentation.UserSelection staff = new CreateCredentialsRepresentation.UserSelection();
        staff.setGroup("/staff");
        staff.setSubGroups(true);
        CreateTotpRepresentation totp = new CreateTotpRepresentation();
        totp.setMethod("phones");
        CreateCredentialsRepresentation request = new CreateCredentialsRepresentation();
        request.setUsers(staff);
        request.setCredential(totp);
        request.setDryRun(true);
        request.setAttributes(List.of("department"));
        try (CreatedCredentials created = CreatedCredentials.of(users().createTotps(request))) {
            assertEquals("alice", created.next().getUsername());
            assertEquals(1, created.sums().getCreated());
        }
        assertEquals(USERS + "create-totp {\"users\":{\"group\":\"/staff\",\"subGroups\":true},\"credential\":{\"method\":\"phones\"},\"dryRun\":true,\"attributes\":[\"department\"]}",
                api.request());
        assertEquals(List.of("application/json", CreatedCredentials.NDJSON), List.of(api.sentType(), api.accept()));
    }

    @Test
    @Timeout(60)
    void getsALineBeforeTheNextOneIsSent() throws IOException {
        CompletableFuture<byte[]> rest = new CompletableFuture<>();
        api.replyInParts(CreatedCredentials.NDJSON, "{\"status\":\"created\",\"username\":\"alice\"}\n".getBytes(), rest);
        try (CreatedCredentials created = CreatedCredentials.of(users().createTotps(lines()))) {
            assertEquals("alice", created.next().getUsername());
            rest.complete("{\"status\":\"done\",\"created\":1}\n".getBytes());
            assertEquals(1, created.sums().getCreated());
        }
    }

    @Test
    @Timeout(60)
    void tellsThatTheConnectionBroke() throws IOException {
        CompletableFuture<byte[]> rest = new CompletableFuture<>();
        api.replyInParts(CreatedCredentials.NDJSON, "{\"status\":\"created\",\"username\":\"alice\"}\n".getBytes(), rest);
        try (CreatedCredentials created = CreatedCredentials.of(users().createTotps(lines()))) {
            assertEquals("alice", created.next().getUsername());
            rest.cancel(false);
            assertThrows(UncheckedIOException.class, created::sums);
        }
    }

    @Test
    @Timeout(60)
    void leavesTheRestUnread() throws IOException {
        CompletableFuture<byte[]> rest = new CompletableFuture<>();
        api.replyInParts(CreatedCredentials.NDJSON, "{\"status\":\"created\",\"username\":\"alice\"}\n".getBytes(), rest);
        try (CreatedCredentials created = CreatedCredentials.of(users().createTotps(lines()))) {
            assertEquals("alice", created.next().getUsername());
        } finally {
            rest.cancel(false);
        }
    }

    @Test
    void sendsLines() throws IOException {
        api.reply(200, CreatedCredentials.NDJSON, "{\"status\":\"done\"}\n".getBytes());
        users().createTotps(lines()).close();
        assertEquals(USERS + "create-totp " + LINES, api.request());
        assertEquals(List.of(CreatedCredentials.NDJSON, CreatedCredentials.NDJSON), List.of(api.sentType(), api.accept()));
    }

    @Test
    void createsCredentialsOfAnyType() throws IOException {
        api.reply(200, CreatedCredentials.NDJSON, "{\"status\":\"done\"}\n".getBytes());
        users().createCredentials("recovery-authn-codes", new CreateCredentialsRepresentation()).close();
        assertEquals(USERS + "credential-types/recovery-authn-codes {}", api.request());
        users().createCredentials("recovery-authn-codes", lines()).close();
        assertEquals(USERS + "credential-types/recovery-authn-codes " + LINES, api.request());
    }

    @Test
    void saysWhyItWasRefused() {
        api.reply(400, "{\"errorMessage\": \"Invalid users.\"}");
        BadRequestException refused = assertThrows(BadRequestException.class, () -> users().createTotps(new CreateCredentialsRepresentation()));
        assertEquals("{\"errorMessage\": \"Invalid users.\"}", refused.getResponse().readEntity(String.class));
    }

    private static InputStream lines() {
        return new ByteArrayInputStream(LINES.getBytes(StandardCharsets.UTF_8));
    }

    private UsersCredentialsResource users() {
        return CredentialsClient.of(api.keycloak()).users("a realm");
    }
}
