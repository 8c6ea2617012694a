package org.keycloak.admin.client.resource;

import java.util.List;

import org.keycloak.representations.idm.TotpStatusCountRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** What the client sends, and what it makes of the reply. */
class UsersTotpStatusResourceTest {

    private static final String PATH = "GET /admin/realms/a%20realm/users/totp-status";

    @RegisterExtension
    private final AdminApi api = new AdminApi("");

    @Test
    void lists() {
        api.reply(200, "[{\"id\": \"1\", \"username\": \"alice\", \"status\": \"unused\", \"totps\": [{\"id\": \"2\", \"used\": false, \"deadline\": 5}]}]");
        UserTotpStatusRepresentation user = users().list("unused", null, 10).get(0);
        assertEquals(PATH + "?status=unused&max=10 ", api.request());
        assertEquals(List.of("1", "alice", "unused"), List.of(user.getId(), user.getUsername(), user.getStatus()));
        assertFalse(user.getTotps().get(0).isUsed());
        assertEquals(5, user.getTotps().get(0).getDeadline());
    }

    @Test
    void selects() {
        api.reply(200, "[]");
        users().list("none,expired", "/staff", true, "a b", 1, 2);
        assertEquals(PATH + "?status=none%2Cexpired&group=%2Fstaff&subGroups=true&search=a+b&first=1&max=2 ", api.request());
    }

    @Test
    void getsCsvAsItIs() {
        api.reply(200, "text/csv;charset=UTF-8", "id\r\n".getBytes());
        assertEquals("id\r\n", users().listAsCsv(null, null, null, null, null, null));
        assertEquals("text/csv", api.accept());
        assertEquals(PATH + " ", api.request());
    }

    @Test
    void counts() {
        api.reply(200, "{\"used\": 1, \"unused\": 2, \"locked\": 3, \"expired\": 4, \"none\": 5, \"total\": 15}");
        TotpStatusCountRepresentation count = users().count();
        assertEquals(PATH + "/count ", api.request());
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 15L),
                List.of(count.getUsed(), count.getUnused(), count.getLocked(), count.getExpired(), count.getNone(), count.getTotal()));
        users().count("/staff", null, "b");
        assertEquals(PATH + "/count?group=%2Fstaff&search=b ", api.request());
    }

    private UsersTotpStatusResource users() {
        return CredentialsClient.of(api.keycloak()).usersTotpStatus("a realm");
    }
}
