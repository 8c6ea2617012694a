package org.keycloak.testsuite.handout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A run that doesn't come to its end goes on with resume, and nobody gets a second secret.
 */
class InterruptedEnrolmentTest extends AbstractHandoutTest {

    private static final String FILE = "staff.ndjson";
    private static final String JOURNAL = FILE + ".journal";
    /** Several times what the server stores at once, so that it is at work for a while after the first lines. */
    private static final int USERS = 450;
    /** The server stores a hundred at once, so what an interruption damages is found in a sample. */
    private static final int SAMPLE = 10;
    /** The header, how long a TOTP can stay unused, and the users. */
    private static final int LINES_OF_JOURNAL = USERS + 2;

    /** Killed after so many lines, the last of which may be half written. */
    @ParameterizedTest
    @ValueSource(ints = { 1, 3, 90 })
    void killedRunGoesOn(int lines) throws IOException, InterruptedException {
        TestGroup staff = group();
        List<TestUser> users = members(staff, USERS);
        Process run = program().start("enrol", "--group", staff.path(), "--ndjson", FILE);
        awaitLines(run, lines);
        run.destroyForcibly().waitFor();

        program().run("resume", JOURNAL).assertStatus(0);

        assertEquals(List.of(FILE), program().files());
        assertEachHas(users, keyUris(), SAMPLE);
    }

    @Test
    void runThatIsKilledWhileItMakesTheFilesGoesOn() throws IOException, InterruptedException {
        TestGroup staff = group();
        List<TestUser> users = members(staff, USERS);
        String journal = "staff.pdf.journal";
        Process run = program().start("enrol", "--group", staff.path(), "--pdf", "staff.pdf", "--ndjson", FILE);
        awaitLines(run, file(journal), LINES_OF_JOURNAL);
        run.destroyForcibly().waitFor();
        assertFalse(Files.exists(file(FILE)));

        program().run("resume", journal).assertStatus(0);

        assertEquals(List.of(FILE, "staff.pdf"), program().files());
        assertEachHas(users, keyUris(), SAMPLE);
        try (PrintedSheets sheets = PrintedSheets.of(file("staff.pdf"))) {
            assertEquals(USERS, sheets.pages());
        }
    }

    /** As Ctrl-C does it. */
    @Test
    void interruptedRunNamesTheCommandThatGoesOn() throws IOException, InterruptedException {
        TestGroup staff = group();
        members(staff, USERS);
        Process run = program().start("enrol", "--group", staff.path(), "--ndjson", FILE);
        awaitLines(run, 3); // the header is there before the program has sent anything
        run.destroy();

        HandoutProgram.Run ended = HandoutProgram.await(run);

        assertTrue(ended.err().contains("resume " + JOURNAL), ended::toString);
        program().run("resume", JOURNAL).assertStatus(0);
    }

    /** A limit on the size of files is met as a full disk is. */
    @Test
    void fullDiskEndsTheRunAndLosesNothing() throws IOException, InterruptedException {
        TestGroup staff = group();
        List<TestUser> users = members(staff, USERS);

        HandoutProgram.Run run = HandoutProgram.await(program().start(List.of("bash", "-c", "ulimit -f 32; exec \"$@\"", "bash"),
                "enrol", "--group", staff.path(), "--ndjson", FILE)).assertStatus(4);

        assertTrue(run.err().contains("resume " + JOURNAL), run::toString);
        program().run("resume", JOURNAL).assertStatus(0);
        assertEachHas(users, keyUris(), SAMPLE);
    }

    /** Who has a sheet, or set a TOTP up alone, keeps it. */
    @Test
    void resumedRunReplacesOnlyWhatNobodyHas() throws IOException, InterruptedException {
        TestGroup staff = group();
        List<TestUser> users = members(staff, USERS);
        List<TestUser> enrolledBefore = members(staff, 2);
        List<String> theirs = enrolledBefore.stream().map(user -> {
            user.newTotp("{}");
            return user.otpIds().get(0);
        }).toList();
        Process run = program().start("enrol", "--group", staff.path(), "--ndjson", FILE);
        awaitLines(run, 50);
        run.destroyForcibly().waitFor();

        program().run("resume", JOURNAL).assertStatus(0);

        assertEquals(theirs, enrolledBefore.stream().map(user -> user.otpIds().get(0)).toList());
        assertEachHas(users, keyUris(), SAMPLE);
    }

    private List<String> keyUris() throws IOException {
        return Files.readAllLines(file(FILE)).stream().map(line -> Json.parse(line.getBytes()).path("credential").path("keyUri").asText()).toList();
    }

    private void awaitLines(Process run, int lines) throws IOException, InterruptedException {
        awaitLines(run, file(JOURNAL), lines);
    }

    private static void awaitLines(Process run, Path journal, int lines) throws IOException, InterruptedException {
        while (run.isAlive() && (!Files.exists(journal) || Files.readString(journal).lines().count() < lines)) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }
}
