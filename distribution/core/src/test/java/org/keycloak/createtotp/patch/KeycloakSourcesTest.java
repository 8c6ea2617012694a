package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
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

/** The real series, to Keycloak's published sources and a place for documentation. */
class KeycloakSourcesTest {

    private static final Path REPOSITORY = Path.of("../..");
    private static final Path PUBLISHED = Path.of(System.getProperty("published.sources"));
    private static final Server SERVER = new Server(Path.of(System.getProperty("patched.server")), Path.of(System.getProperty("compile-only")));
    private static final String USER_RESOURCE = "services/src/main/java/org/keycloak/services/resources/admin/UserResource.java";
    private static final String CLIENT = "integration/admin-client/src/main/java";

    /**
     * All that the patches change in lines of Keycloak's, patch by patch and by file: text that is there once, and what was in its place.
     * They add {@code ", X"} or {@code " implements X"} to a class declaration, give a method whose place is taken another name, and raise a
     * version.
     */
    private static final List<Map<String, Map<String, String>>> CHANGED_IN_LINES = List.of(
            Map.of(
                    "pom.xml",
                    Map.of("<google.zxing.version>3.5.3<", "<google.zxing.version>3.4.0<"),
                    "services/src/main/java/org/keycloak/credential/OTPCredentialProvider.java",
                    Map.of(", CredentialCreator<OTPCredentialModel, CreateTotpRepresentation>", ""),
                    "services/src/main/java/org/keycloak/credential/RecoveryAuthnCodesCredentialProvider.java",
                    Map.of(", CredentialCreator<RecoveryAuthnCodesCredentialModel, CreateRecoveryAuthnCodesRepresentation>", "")),
            Map.of(
                    "services/src/main/java/org/keycloak/forms/login/freemarker/FreeMarkerLoginFormsProvider.java", // the annotation goes with the body
                    Map.of("    protected Response createResponse(LoginFormsPages", "    @SuppressWarnings(\"incomplete-switch\")\n    protected Response createResponse(LoginFormsPages")));

    @TempDir
    Path root;

    private Path keycloak;

    @BeforeEach
    void copy() throws IOException {
        keycloak = Files.createDirectory(root.resolve("keycloak"));
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
        documentation();
    }

    /** Of Keycloak's repository only what our lines go after: it isn't published. */
    private void documentation() throws IOException {
        new Sources(keycloak).withDocumentation()
                .with("docs/documentation/server_admin/topics.adoc", "include::topics/authentication/flows.adoc[]\n")
                .with("docs/documentation/server_admin/topics/assembly-managing-users.adoc", "include::users/proc-creating-otp.adoc[leveloffset=+3]\n")
                .with("docs/documentation/server_development/topics.adoc", "include::topics/auth-spi.adoc[]\n");
    }

    @Test
    void gitAppliesEachPatchOnTheOneBeforeAndMakesWhatTheToolMakes() throws Exception {
        write("false");
        List<Patch> patches = patches();
        Git git = new Git(keycloak);
        git.run("add", ".");
        String published = git.run("write-tree").strip();
        for (int number = 0; number < patches.size(); number++) {
            if (!patches.get(number).changes().isEmpty()) {
                git.run("apply", "--index", "--whitespace=error-all", file(patches.get(number).name()).toString());
            }
            assertOnlyAddsLines(git, published, number);
        }
        assertTrue(Patch.sum(patches()).isEmpty());
        for (String path : ourFiles()) {
            assertEquals(-1, Files.mismatch(REPOSITORY.resolve(path), keycloak.resolve(path)), path);
        }
    }

    private void assertOnlyAddsLines(Git git, String published, int number) throws Exception {
        for (Map<String, Map<String, String>> changed : CHANGED_IN_LINES.subList(0, number + 1)) {
            takeOutAgain(changed);
        }
        String removed = git.run("diff", "--minimal", "--numstat", published, "--", "*.java", "pom.xml").lines()
                .filter(line -> !line.matches("\\d+\t0\t.*")).findAny().orElse("");
        assertEquals("", removed, "only lines are added");
        git.run("checkout", "--quiet", "--", ".");
    }

    @Test
    void noPatchKnowsOfThoseThatFollow() throws IOException {
        List<Patch> patches = patches();
        for (int number = 1; number < patches.size(); number++) {
            Collection<Change> before = Patch.sum(patches.subList(0, number));
            patches.get(number).changes().stream().filter(Change::isNewFile).map(Change::path).filter(path -> !isServiceFile(path))
                    .forEach(path -> assertNotNamed(path, before));
            Map<String, List<String>> added = Capabilities.in(REPOSITORY).capabilities().get(number).members().members();
            added.forEach((path, members) -> members.forEach(member -> assertNotThere(path, member, before)));
        }
    }

    private static void assertNotNamed(String path, Collection<Change> before) {
        Pattern name = Pattern.compile("\\b" + simpleName(path) + "\\b");
        List<String> naming = before.stream().filter(change -> change.path().equals(path) || name.matcher(change.text()).find()).map(Change::path).toList();
        assertEquals(List.of(), naming, "name " + path);
    }

    private static void assertNotThere(String path, String member, Collection<Change> before) {
        Change file = before.stream().filter(change -> change.path().equals(path)).findFirst().orElseThrow();
        assertTrue(JavaSource.of(path, file.text()).unit().getTypes().stream().flatMap(type -> Member.of(type).stream()).noneMatch(present -> present.isCalled(member)),
                path + " has " + member);
        Pattern use = Pattern.compile("(?s)\\b" + simpleName(path) + "\\b.*[.#:]" + member.replaceFirst("\\(.*", "") + "\\(");
        List<String> using = before.stream().filter(change -> use.matcher(change.text()).find()).map(Change::path).toList();
        assertEquals(List.of(), using, "use " + path + "#" + member);
    }

    private static String simpleName(String path) {
        return Path.of(path).getFileName().toString().replaceFirst("\\..*", "");
    }

    @Test
    void appliesInPlaceOnce() throws IOException {
        write("true");
        String written = Files.readString(file("create-totp"));
        String merged = Files.readString(keycloak.resolve(USER_RESOURCE));
        write("true");
        assertTrue(Patch.sum(patches()).isEmpty());
        assertEquals(written, Files.readString(file("create-totp")));
        assertEquals(merged, Files.readString(keycloak.resolve(USER_RESOURCE)));
    }

    @Test
    void changesNothingWhereOneThingDoesNotFit() throws IOException {
        Path client = keycloak.resolve(CLIENT + "/org/keycloak/admin/client/resource/UserResource.java");
        Files.writeString(client, Files.readString(client).replace("resetPassword(", "renamed("));
        String before = Files.readString(keycloak.resolve(USER_RESOURCE));
        MergeException refused = assertThrows(MergeException.class, () -> write("true"));
        assertEquals(CLIENT + "/org/keycloak/admin/client/resource/UserResource.java: no UserResource.resetPassword to put the new members after", refused.getMessage());
        assertEquals(before, Files.readString(keycloak.resolve(USER_RESOURCE)));
        assertTrue(Files.notExists(file("create-totp")));
        assertTrue(Files.notExists(keycloak.resolve("services/src/main/java/org/keycloak/services/resources/admin/CreateTotpResource.java")));
    }

    @Test
    void compiles() throws IOException {
        Collection<Change> changes = Patch.sum(patches());
        new SourceTree(keycloak).write(changes);
        List<String> sources = changes.stream().map(Change::path).filter(path -> path.contains("src/main/java/")).map(path -> keycloak.resolve(path).toString()).toList();
        List<String> options = List.of("--release", "17", "-proc:none", "-Xlint:none", "-nowarn", "-classpath", SERVER.classpath(),
                "-sourcepath", keycloak.resolve(CLIENT).toString(), "-implicit:none", "-d", Files.createDirectory(root.resolve("classes")).toString());
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, Stream.concat(options.stream(), sources.stream()).toArray(String[]::new)));
    }

    private void takeOutAgain(Map<String, Map<String, String>> changed) throws IOException {
        for (Map.Entry<String, Map<String, String>> file : changed.entrySet()) {
            for (Map.Entry<String, String> text : file.getValue().entrySet()) {
                Path path = keycloak.resolve(file.getKey());
                String[] around = Files.readString(path).split(Pattern.quote(text.getKey()), -1);
                assertEquals(2, around.length, text + " is there once");
                Files.writeString(path, String.join(text.getValue(), around));
            }
        }
    }

    private static List<String> ourFiles() throws IOException {
        return Capabilities.in(REPOSITORY).files().paths().stream().filter(path -> !isServiceFile(path)).toList();
    }

    /** Keycloak may have one of the name. */
    private static boolean isServiceFile(String path) {
        return path.contains("META-INF/services/");
    }

    private List<Patch> patches() throws IOException {
        return Capabilities.in(REPOSITORY).patchesFor(new SourceTree(keycloak));
    }

    private Path file(String capability) {
        return root.resolve("keycloak-" + capability + ".patch");
    }

    private void write(String apply) throws IOException {
        PatchSeries.main(keycloak.toString(), REPOSITORY.toString(), root.resolve("keycloak").toString(), apply);
    }
}
