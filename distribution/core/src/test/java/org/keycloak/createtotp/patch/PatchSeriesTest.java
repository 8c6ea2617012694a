package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The real series, on a checkout of what it touches: Keycloak's published sources, and a place for documentation. */
class PatchSeriesTest {

    private static final Path REPOSITORY = Path.of("../..");
    private static final Path PUBLISHED = Path.of(System.getProperty("published.sources"));
    private static final String CLIENT = "integration/admin-client/src/main/java/org/keycloak/admin/client/resource/UserResource.java";
    /**
     * Lines of Keycloak's that aren't there any more, by patch: the declarations of the two providers have an interface more, and an annotation
     * stands elsewhere.
     */
    private static final List<Map<String, Integer>> REMOVED = List.of(
            Map.of("OTPCredentialProvider.java", 1, "RecoveryAuthnCodesCredentialProvider.java", 1),
            Map.of("OTPCredentialProvider.java", 1, "RecoveryAuthnCodesCredentialProvider.java", 1, "FreeMarkerLoginFormsProvider.java", 1),
            Map.of("OTPCredentialProvider.java", 1, "RecoveryAuthnCodesCredentialProvider.java", 1, "FreeMarkerLoginFormsProvider.java", 1),
            Map.of("OTPCredentialProvider.java", 1, "RecoveryAuthnCodesCredentialProvider.java", 1, "FreeMarkerLoginFormsProvider.java", 1));

    @TempDir
    Path root;

    private List<Capability> series;
    private Path keycloak;

    @BeforeEach
    void checkout() throws IOException {
        series = Capability.in(REPOSITORY);
        keycloak = Files.createDirectory(root.resolve("keycloak"));
        for (String path : series.stream().flatMap(Capability::paths).toList()) {
            Path published = PUBLISHED.resolve(path.replace("src/main/resources", "src/main/java"));
            if (Files.exists(published)) {
                write(path, Files.readString(published));
            }
        }
        write("docs/documentation/server_admin/topics.adoc", "include::topics/authentication/flows.adoc[]\n");
        write("docs/documentation/server_admin/topics/assembly-managing-users.adoc", "include::users/proc-creating-otp.adoc[leveloffset=+3]\n");
        write("docs/documentation/server_development/topics.adoc", "include::topics/auth-spi.adoc[]\n");
        git("init", "--quiet");
        commit();
    }

    @Test
    void eachPatchAppliesOnTheOneBeforeAndKeepsKeycloaksLines() throws IOException {
        make("false");
        String published = git("rev-parse", "HEAD").strip();
        for (int number = 0; number < series.size(); number++) {
            git("apply", "--index", "--whitespace=error-all", patch(series.get(number).name()).toString());
            assertEquals(new TreeMap<>(REMOVED.get(number)), removed(published));
        }
        for (Capability capability : series) {
            for (String path : capability.newFiles()) {
                assertEquals(-1, Files.mismatch(capability.files().get(path), keycloak.resolve(path)), path);
            }
        }
    }

    private Map<String, Integer> removed(String published) throws IOException {
        return git("diff", "--cached", "--minimal", "--numstat", published, "--", "*.java").lines().map(line -> line.split("\t")).filter(line -> !line[1].equals("0"))
                .collect(Collectors.toMap(line -> line[2].replaceFirst(".*/", ""), line -> Integer.valueOf(line[1]), Integer::sum, TreeMap::new));
    }

    @Test
    void noPatchNamesAFileOfALaterOne() throws IOException {
        for (int number = 1; number < series.size(); number++) {
            String later = series.get(number).newFiles().stream().filter(path -> !path.contains("/theme-resources/")).map(path -> path.replaceFirst(".*/", "").replaceFirst("\\..*", "")).collect(Collectors.joining("|"));
            Pattern names = Pattern.compile("\\b(" + later + ")\\b");
            for (Capability earlier : series.subList(0, number)) {
                for (String path : earlier.paths().filter(path -> !path.endsWith(".png")).toList()) {
                    Path file = earlier.fragments().getOrDefault(path, earlier.files().get(path));
                    assertEquals(List.of(), names.matcher(Files.readString(file)).results().map(name -> name.group()).toList(), path);
                }
            }
        }
    }

    @Test
    void changesACheckoutCapabilityByCapability() throws IOException {
        for (Capability capability : series) {
            make(capability.name());
            assertTrue(Files.exists(patch(capability.name())));
            assertTrue(Files.exists(keycloak.resolve(capability.newFiles().get(0))));
            commit();
        }
        make("true");
        assertEquals("", git("status", "--porcelain"));
        assertTrue(Files.notExists(patch(series.get(0).name())));
    }

    @Test
    void changesNothingIfAMemberIsMissing() throws IOException {
        write(CLIENT, Files.readString(keycloak.resolve(CLIENT)).replace("resetPassword(", "renamed("));
        commit();
        assertRefused(CLIENT + ": there is no resetPassword");
        assertEquals("", git("status", "--porcelain"));
    }

    @Test
    void changesNothingIfAFileIsThereAlready() throws IOException {
        String first = series.get(0).newFiles().get(0);
        write(first, "");
        commit();
        assertRefused(first + " is there already, but not all of create-totp");
    }

    @Test
    void takesNoChangesThatAreNotCommitted() throws IOException {
        write("new", "");
        assertRefused(keycloak + " has changes that aren't committed");
    }

    private void assertRefused(String reason) {
        assertEquals(reason, assertThrows(IllegalStateException.class, () -> make("true")).getMessage());
        assertTrue(Files.notExists(patch(series.get(0).name())));
    }

    private void make(String apply) throws IOException {
        PatchSeries.main(keycloak.toString(), REPOSITORY.toString(), root.resolve("work").toString(), root.resolve("keycloak").toString(), apply);
    }

    private Path patch(String capability) {
        return root.resolve("keycloak-" + capability + ".patch");
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(keycloak.resolve(path).getParent());
        Files.writeString(keycloak.resolve(path), text);
    }

    private void commit() throws IOException {
        git("add", "--all");
        git("-c", "user.name=test", "-c", "user.email=test@localhost", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", "Keycloak");
    }

    private String git(String... arguments) throws IOException {
        return new String(PatchSeries.git(keycloak, arguments), StandardCharsets.UTF_8);
    }
}
