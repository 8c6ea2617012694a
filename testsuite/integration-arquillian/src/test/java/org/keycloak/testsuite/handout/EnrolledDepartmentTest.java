package org.keycloak.testsuite.handout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.keycloak.testsuite.fixture.AdminPermissions;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.KeyUri;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A department gets its sheets.
 */
class EnrolledDepartmentTest extends AbstractHandoutTest {

    private static final int SCREEN = 150;
    private static final int PRINTER = 300;

    @Override
    protected TestRealm newRealm() {
        return AdminPermissions.newRealm(server());
    }

    @Test
    void eachOfFiveHundredLogsInWithTheCodeOfTheOwnSheet() throws IOException, InterruptedException {
        TestGroup staff = group();
        List<TestUser> users = members(staff, 500);

        HandoutProgram.Run run = program().run("enrol", "--group", staff.path(), "--pdf", "staff.pdf", "--json").assertStatus(0);

        assertEquals(500, Json.parse(run.out().getBytes()).path("created").asInt(), run::toString);
        assertEquals(List.of("staff.pdf"), program().files());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file("staff.pdf"))));
        try (PrintedSheets sheets = PrintedSheets.of(file("staff.pdf"))) {
            assertEquals(500, sheets.pages());
            List<String> scanned = new ArrayList<>();
            for (int page = 0; page < 500; page++) {
                scanned.addAll(sheets.scan(page, page % 10 == 0 ? PRINTER : SCREEN)); // a finer picture takes longer
            }
            assertEachHas(users, scanned);
            assertFalse(run.toString().contains(secret(scanned.get(0))));
        }
    }

    @Test
    void whoHasOneGetsNoSheet() throws IOException, InterruptedException {
        TestGroup staff = group();
        List<TestUser> users = members(staff, 3);
        users.get(0).newTotp("{}");

        program().run("enrol", "--group", staff.path(), "--pdf", "staff.pdf", "--per-page", "2").assertStatus(0);

        try (PrintedSheets sheets = PrintedSheets.of(file("staff.pdf"))) {
            assertEquals(1, sheets.pages());
            assertEachHas(users.subList(1, 3), sheets.scan(PRINTER));
        }
    }

    @Test
    void dryRunMakesNothing() throws IOException, InterruptedException {
        TestGroup staff = group();
        List<TestUser> users = members(staff, 2);

        HandoutProgram.Run run = program().run("enrol", "--group", staff.path(), "--dry-run", "--json").assertStatus(0);

        assertEquals(2, Json.parse(run.out().getBytes()).path("creatable").asInt(), run::toString);
        assertEquals(List.of(), program().files());
        users.forEach(user -> assertTrue(user.otpIds().isEmpty()));
    }

    @Test
    void whomTheCallerMayNotManageIsReported() throws IOException, InterruptedException {
        TestGroup staff = group();
        List<TestUser> users = members(staff, 2);
        TestUser helper = realm().newAdmin("query-users");
        AdminPermissions.of(realm()).allow(helper, Set.of("view-members"), staff);
        AdminPermissions.of(realm()).allow(helper, "manage", users.get(0));

        HandoutProgram.Run run = program().as(server(), realm(), helper.name(), helper.password())
                .run("enrol", "--group", staff.path(), "--pdf", "staff.pdf", "--json").assertStatus(3);

        JsonNode failures = Json.parse(run.out().getBytes()).path("failures");
        assertEquals(List.of(users.get(1).name()), Json.elements(failures).map(failure -> failure.path("username").asText()).toList(), run::toString);
        try (PrintedSheets sheets = PrintedSheets.of(file("staff.pdf"))) {
            assertEachHas(users.subList(0, 1), sheets.scan(SCREEN));
        }
    }

    private static String secret(String keyUri) {
        return KeyUri.parse(keyUri).parameter("secret");
    }
}
