package org.keycloak.testsuite.kcadm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.handout.PrintedSheets;
import org.keycloak.testsuite.totp.QrCode;

import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The book's commands work as they are printed there, with the kcadm.sh of the server's own distribution, and with the hand-out program: each succeeds,
 * prints what the page says, and leaves its reader with what it made.
 */
abstract class AbstractConsolePagesTest extends AbstractTotpTest {

    private static final Path BOOK = Path.of(System.getProperty("book"));
    private static final String SERVER_OF_PAGES = "http://localhost:8080";
    private static final String REALM_OF_PAGES = "demo";
    private static final String MASTER = "master";
    private static final String PICTURE = ".png";
    private static final String SHEETS = ".pdf";
    private static final int DPI = 150;
    private static final String NOTHING = "nothing that can be scanned";

    /** Begins a line that does nothing where no command reads it. */
    private static final String COMMENT = "# ";

    private final List<Executable> checks = new ArrayList<>();
    private List<String> otherRealms;
    private List<String> otherGroups;
    private NewCredentials newCredentials;

    @TempDir
    private Path directory;

    @TempDir
    private Path logs;

    /** The pages that have commands, in the order of the book. */
    static List<ConsolePage> pages() throws IOException {
        return ConsolePage.in(BOOK);
    }

    @BeforeEach
    void begin() {
        otherRealms = realms();
        otherGroups = groupsOfMaster().map(GroupRepresentation::getId).toList();
        newCredentials = new NewCredentials(realm());
        checks.clear();
    }

    @AfterEach
    void removeRealmsAndGroups() {
        realmsOfPages().forEach(realm -> realm().admin().realm(realm).remove());
        groupsOfMaster().map(GroupRepresentation::getId).filter(id -> !otherGroups.contains(id)).forEach(id -> master().groups().group(id).remove());
    }

    /** Reads the pages one after the other, with a terminal for each. */
    protected void assertWork(List<ConsolePage> pages) throws IOException, InterruptedException {
        for (ConsolePage page : pages) {
            read(page);
        }
        assertAll(checks);
    }

    protected void logIn() throws IOException, InterruptedException {
        try (Shell shell = shell()) {
            paste(shell, ConsoleBlock.parse("$ kcadm.sh config credentials --server " + SERVER_OF_PAGES + " --realm master --user admin"));
        }
    }

    private void read(ConsolePage page) throws IOException, InterruptedException {
        checks.add(() -> assertEquals(List.of(), page.elsewhere()));
        try (Shell shell = shell()) {
            for (ConsoleBlock block : page.blocks()) {
                paste(shell, block);
            }
        }
    }

    private void paste(Shell shell, ConsoleBlock block) throws IOException, InterruptedException {
        List<String> commands = block.commands().stream().map(command -> command.command().replace(SERVER_OF_PAGES, server().url().toString())).toList();
        List<Shell.Result> results = shell.paste(commands, COMMENT + server().adminPassword());
        StringBuilder printed = new StringBuilder();
        for (int i = 0; i < results.size(); i++) {
            ConsoleCommand command = block.commands().get(i);
            Shell.Result result = results.get(i);
            checks.add(() -> assertEquals(0, result.status(), () -> command.command() + "\n" + result.output()));
            checks.add(() -> assertTrue(command.prints(result.output()), () -> command.command() + "\nprinted:\n" + result.output()));
            printed.append(result.output());
        }
        List<String> lost = newCredentials.lost(realmsOfPages(), printed + files());
        checks.add(() -> assertEquals(List.of(), lost, () -> "The reader hasn't got what this made: " + block));
    }

    private Shell shell() throws IOException, InterruptedException {
        Shell shell = new Shell(directory, logs, Map.of("JAVA_HOME", System.getProperty("java.home"), "KC_OPTS", "-XX:TieredStopAtLevel=1 -Xshare:auto"));
        shell.paste(List.of("true"), typedPassword(), kcadm(), totpHandout());
        return shell;
    }

    /** Without a terminal, neither program can ask for a password, so this does. */
    private static String typedPassword() {
        return "typed_password() { read -r KC_CLI_PASSWORD; KC_CLI_PASSWORD=${KC_CLI_PASSWORD#'" + COMMENT + "'}; }";
    }

    /** With what it remembers of a login in the reader's directory, where the page doesn't say so itself. */
    private String kcadm() {
        return "kcadm.sh() { local config='--config kcadm.config'; [[ \"$*\" != *--config* ]] || config=; "
                + "local -x KC_CLI_PASSWORD; [[ \"$*\" != *\\ --user\\ * || \"$*\" = *\\ --password\\ * ]] || typed_password; "
                + "bash '" + server().kcadm() + "' \"$@\" $config; }";
    }

    /** It logs in with the options of a file. */
    private static String totpHandout() {
        return "totp-handout() { local -x KC_CLI_PASSWORD; [[ \"$*\" != *@login.txt* ]] || typed_password; "
                + "\"$JAVA_HOME/bin/java\" -XX:TieredStopAtLevel=1 -jar '" + System.getProperty("handout.jar") + "' \"$@\"; }";
    }

    /** What the reader finds in the directory. */
    private String files() throws IOException {
        StringBuilder texts = new StringBuilder();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.append(read(file)).append('\n');
            }
        }
        return texts.toString();
    }

    private static String read(Path file) throws IOException {
        return file.toString().endsWith(PICTURE) ? scan(Files.readAllBytes(file)) : file.toString().endsWith(SHEETS) ? scan(file) : Files.readString(file);
    }

    private static String scan(byte[] picture) {
        try {
            return QrCode.of(picture).text();
        } catch (IllegalArgumentException | IllegalStateException e) {
            return NOTHING;
        }
    }

    /** The reader doesn't know the password of a sheet that has one. */
    private static String scan(Path pdf) throws IOException {
        try (PrintedSheets sheets = PrintedSheets.of(pdf)) {
            return String.join("\n", sheets.scan(DPI));
        } catch (InvalidPasswordException | IllegalStateException e) {
            return NOTHING;
        }
    }

    protected void createRealm() {
        RealmRepresentation created = new RealmRepresentation();
        created.setRealm(REALM_OF_PAGES);
        created.setEnabled(true);
        created.setUsers(Stream.of("alice", "bob").map(AbstractConsolePagesTest::user).toList());
        realm().admin().realms().create(created);
    }

    private static UserRepresentation user(String name) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(name);
        user.setEnabled(true);
        return user;
    }

    private List<String> realmsOfPages() {
        return realms().stream().filter(realm -> !otherRealms.contains(realm)).toList();
    }

    private Stream<GroupRepresentation> groupsOfMaster() {
        return master().groups().groups().stream();
    }

    private RealmResource master() {
        return realm().admin().realm(MASTER);
    }

    private List<String> realms() {
        return realm().admin().realms().findAll().stream().map(RealmRepresentation::getRealm).toList();
    }
}
