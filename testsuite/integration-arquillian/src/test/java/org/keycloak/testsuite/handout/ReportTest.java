package org.keycloak.testsuite.handout;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A week later: who has begun, who hasn't, and what becomes of the others.
 */
class ReportTest extends AbstractHandoutTest {

    @Test
    void statusCountsAndListsAGroup() throws IOException, InterruptedException {
        TestGroup staff = group();
        List<TestUser> users = members(staff, 3);
        users.get(0).newTotp("{}");
        use(users.get(1));

        HandoutProgram.Run run = program().run("status", "--group", staff.path(), "--list", "--json").assertStatus(0);
        HandoutProgram.Run table = program().run("status", "--group", staff.path(), "--status", "unused", "--csv", "unused.csv").assertStatus(0);

        JsonNode json = Json.parse(run.out().getBytes());
        assertEquals(List.of(1, 1, 1, 3), List.of(json.path("count").path("none").asInt(), json.path("count").path("unused").asInt(),
                json.path("count").path("used").asInt(), json.path("count").path("total").asInt()), run::toString);
        assertEquals(3, json.path("users").size());
        assertTrue(table.out().contains("Haven't used theirs"), table::toString);
        String csv = Files.readString(file("unused.csv"));
        assertEquals(2, csv.lines().count(), csv);
        assertTrue(csv.contains(users.get(0).name()), csv);
    }

    @Test
    void remindNamesThoseWhoHaveNotBegun() throws IOException, InterruptedException {
        TestGroup staff = group();
        List<TestUser> users = members(staff, 2);
        users.get(0).newTotp("{}");
        use(users.get(1));

        HandoutProgram.Run run = program().run("remind", "--group", staff.path()).assertStatus(0);

        assertTrue(run.out().contains(users.get(0).name()), run::toString);
        assertFalse(run.out().contains(users.get(1).name()), run::toString);
    }

    @Test
    void verifyJudgesACode() throws IOException, InterruptedException {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");

        program().run("verify", user.name(), authenticator.wrongCode()).assertStatus(3);
        program().run("verify", user.name(), authenticator.code()).assertStatus(0);
        program().run("verify", "nobody-" + user.name(), "000000").assertStatus(1);
    }

    @Test
    void revokeRemovesOnlyWhatNobodyUsed() throws IOException, InterruptedException {
        TestGroup staff = group();
        List<TestUser> users = members(staff, 2);
        users.get(0).newTotp("{}");
        use(users.get(1));
        List<String> used = users.get(1).otpIds();

        program().run("revoke", "--group", staff.path(), "--unused-since", "1d", "--yes").assertStatus(0);
        assertEquals(1, users.get(0).otpIds().size());

        program().run("revoke", "--group", staff.path(), "--unused-since", "PT0S", "--dry-run").assertStatus(0);
        assertEquals(1, users.get(0).otpIds().size());

        program().run("revoke", "--group", staff.path(), "--unused-since", "PT0S", "--yes").assertStatus(0);
        assertEquals(0, users.get(0).otpIds().size());
        assertEquals(used, users.get(1).otpIds());
    }

    @Test
    void wrongPasswordIsToldInAWord() throws IOException, InterruptedException {
        TestUser user = newUser();

        HandoutProgram.Run run = program().as(server(), realm(), user.name(), "wrong").run("status").assertStatus(1);

        assertTrue(run.err().startsWith("The login is refused: Invalid user credentials."), run::toString);
    }

    @Test
    void whoHasNoRightIsToldSo() throws IOException, InterruptedException {
        TestUser user = newUser();

        HandoutProgram.Run run = program().as(server(), realm(), user.name(), user.password()).run("status").assertStatus(1);

        assertTrue(run.err().startsWith("You have no right to do this."), run::toString);
    }

    private static void use(TestUser user) {
        user.totp().verifyCode(user.newTotp("{}").code());
    }
}
