package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The real change, to Keycloak's published sources. */
class KeycloakSourcesTest {

    private static final Path REPOSITORY = Path.of("../..");
    private static final Path PUBLISHED = Path.of(System.getProperty("published.sources"));
    private static final Server SERVER = new Server(Path.of(System.getProperty("patched.server")), Path.of(System.getProperty("compile-only")));
    private static final String USER_RESOURCE = "services/src/main/java/org/keycloak/services/resources/admin/UserResource.java";
    private static final String CLIENT = "integration/admin-client/src/main/java";

    /** All that the patch adds to lines of Keycloak's, by file: {@code ", X"} or {@code " implements X"} in a class declaration. */
    private static final Map<String, String> ADDED_TO_A_LINE = Map.of(
            "services/src/main/java/org/keycloak/credential/OTPCredentialProvider.java",
            ", CredentialCreator<OTPCredentialModel, CreateTotpRepresentation>",
            "services/src/main/java/org/keycloak/credential/RecoveryAuthnCodesCredentialProvider.java",
            ", CredentialCreator<RecoveryAuthnCodesCredentialModel, CreateRecoveryAuthnCodesRepresentation>");

    @TempDir
    Path root;

    private Path keycloak;
    private Path patch;

    @BeforeEach
    void copy() throws IOException {
        keycloak = Files.createDirectory(root.resolve("keycloak"));
        patch = root.resolve("create-totp.patch");
        Files.walkFileTree(PUBLISHED, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(keycloak.resolve(PUBLISHED.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, keycloak.resolve(PUBLISHED.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Test
    void gitAppliesThePatchAndMakesWhatTheToolMakes() throws Exception {
        patch(false);
        Git git = new Git(keycloak);
        git.run("add", ".");
        git.run("apply", "--check", patch.toString());
        git.run("apply", "--whitespace=error-all", patch.toString());
        assertEquals(List.of(), changes());
        takeOutAgain(ADDED_TO_A_LINE);
        String removed = git.run("diff", "--numstat", "--", "*.java").lines().filter(line -> !line.matches("\\d+\t0\t.*")).findAny().orElse("");
        assertEquals("", removed, "the patch only adds lines");
    }

    @Test
    void appliesInPlaceOnce() throws IOException {
        patch(true);
        String written = Files.readString(patch);
        String merged = Files.readString(keycloak.resolve(USER_RESOURCE));
        patch(true);
        assertEquals(List.of(), changes());
        assertEquals(written, Files.readString(patch));
        assertEquals(merged, Files.readString(keycloak.resolve(USER_RESOURCE)));
    }

    @Test
    void changesNothingWhereOneThingDoesNotFit() throws IOException {
        Path client = keycloak.resolve(CLIENT + "/org/keycloak/admin/client/resource/UserResource.java");
        Files.writeString(client, Files.readString(client).replace("resetPassword(", "renamed("));
        String before = Files.readString(keycloak.resolve(USER_RESOURCE));
        MergeException refused = assertThrows(MergeException.class, () -> patch(true));
        assertEquals(CLIENT + "/org/keycloak/admin/client/resource/UserResource.java: no UserResource.resetPassword to put the new members after", refused.getMessage());
        assertEquals(before, Files.readString(keycloak.resolve(USER_RESOURCE)));
        assertTrue(Files.notExists(patch));
        assertTrue(Files.notExists(keycloak.resolve("services/src/main/java/org/keycloak/services/resources/admin/CreateTotpResource.java")));
    }

    @Test
    void compiles() throws IOException {
        List<Change> changes = changes();
        new SourceTree(keycloak).write(changes);
        List<String> sources = changes.stream().map(Change::path).filter(path -> path.contains("src/main/java/")).map(path -> keycloak.resolve(path).toString()).toList();
        List<String> options = List.of("--release", "17", "-proc:none", "-Xlint:none", "-nowarn", "-classpath", SERVER.classpath(),
                "-sourcepath", keycloak.resolve(CLIENT).toString(), "-implicit:none", "-d", Files.createDirectory(root.resolve("classes")).toString());
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, Stream.concat(options.stream(), sources.stream()).toArray(String[]::new)));
    }

    private void takeOutAgain(Map<String, String> additions) throws IOException {
        for (Map.Entry<String, String> addition : additions.entrySet()) {
            Path file = keycloak.resolve(addition.getKey());
            String[] around = Files.readString(file).split(Pattern.quote(addition.getValue()), -1);
            assertEquals(2, around.length, addition + " is there once");
            Files.writeString(file, String.join("", around));
        }
    }

    private List<Change> changes() {
        return Contributions.in(REPOSITORY).changesTo(new SourceTree(keycloak));
    }

    private void patch(boolean apply) throws IOException {
        CreateTotpPatch.main(keycloak.toString(), REPOSITORY.toString(), patch.toString(), String.valueOf(apply));
    }
}
