package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A series of two patches, made up. */
class CapabilitiesTest {

    private static final String SERIES = "distribution/core/src/main/series/";
    private static final String FRAGMENTS = "/fragments/" + Sources.GREETER;
    private static final String WORDS = "services/src/main/java/demo/Words.java";
    private static final String TONGUE = "model/jpa/src/main/java/demo/tongue/Tongue.java";
    private static final String GESTURE = "services/src/main/java/demo/Gesture.java";
    private static final String TOPIC = "docs/documentation/topics/greeting.adoc";
    private static final String HAND = "docs/documentation/images/hand.png";
    private static final String FLAGS = "docs/documentation/images/flags.png";
    private static final String SERVICES = "services/src/main/resources/META-INF/services/demo.Spi";

    @TempDir
    Path root;

    private Path repository;
    private Path keycloak;

    @BeforeEach
    void sources() throws IOException {
        repository = Files.createDirectory(root.resolve("repository"));
        keycloak = Files.createDirectory(root.resolve("keycloak"));
        new Sources(keycloak)
                .withDocumentation()
                .with(SERVICES, "demo.Theirs\n")
                .with(Sources.GREETER, "package demo;\n\nclass Greeter extends Guest {\n\n    @Override\n    public String hello() {\n        return \"hello\";\n    }\n}\n");
        new Sources(repository)
                .with(TOPIC, "In many tongues.\n")
                .with(HAND, Sources.picture(5))
                .with(FLAGS, Sources.picture(500))
                .with(GESTURE, "package demo;\n\nclass Gesture {\n}\n")
                .with(TONGUE, "package demo.tongue;\n\npublic class Tongue {\n}\n")
                .with(SERVICES, "demo.Gesture\ndemo.tongue.Tongue\n")
                .with(WORDS, """
                        package demo;

                        import demo.tongue.Tongue;

                        class Words {

                            private Tongue tongue;

                            String of(String text) {
                                return text;
                            }

                            String in(Tongue other) {
                                return "";
                            }
                        }
                        """)
                .with(SERIES + "1-greeting/earlier/" + TOPIC, "In one tongue.\n")
                .with(SERIES + "1-greeting" + FRAGMENTS, """
                        import java.util.List;

                        class Greeter implements Polite {

                            // after: hello
                            /** To all. */
                            public List<String> goodbye() {
                                return List.of(words().of("goodbye"));
                            }

                            private Words words() {
                                return new Words();
                            }
                        }
                        """)
                .with(SERIES + "2-tongues/files", "# what comes with tongues\n\n**/tongue/*.java\n**/flags.png\n")
                .with(SERIES + "2-tongues/members", "# what they add\n" + WORDS + "\n    tongue\n    in(Tongue)\n")
                .with(SERIES + "2-tongues" + FRAGMENTS, """
                        import java.util.Set;

                        import demo.tongue.Tongue;

                        class Greeter {

                            // in place of: hello, which becomes: helloInOneTongue
                            @Override
                            public String hello() {
                                return words().in(new Tongue());
                            }

                            /** To each. */
                            public Set<String> goodbye() {
                                return Set.of(words().of("goodbye"));
                            }

                            // after: words
                            void goodbye(Tongue tongue) {
                            }
                        }
                        """);
    }

    @Test
    void eachPatchAppliesOnTheOneBefore() throws Exception {
        List<Patch> patches = patches();
        assertEquals(List.of("greeting", "tongues"), patches.stream().map(Patch::name).toList());
        Git git = new Git(keycloak);
        git.run("add", ".");
        for (Patch patch : patches) {
            Path file = Files.writeString(root.resolve(patch.name()), GitPatch.of(patch.changes()));
            git.run("apply", "--index", "--whitespace=error-all", file.toString());
        }
        assertEquals("", paths(patches()));
        for (String path : List.of(TOPIC, GESTURE, TONGUE, WORDS, HAND, FLAGS)) {
            assertEquals(-1, Files.mismatch(repository.resolve(path), keycloak.resolve(path)), path);
        }
        assertEquals("demo.Theirs\ndemo.Gesture\ndemo.tongue.Tongue\n", text(SERVICES));
        assertEquals("""
                package demo;

                import java.util.Set;

                import demo.tongue.Tongue;

                class Greeter extends Guest implements Polite {

                    @Override
                    public String hello() {
                        return words().in(new Tongue());
                    }

                    private String helloInOneTongue() {
                        return "hello";
                    }

                    /** To each. */
                    public Set<String> goodbye() {
                        return Set.of(words().of("goodbye"));
                    }

                    private Words words() {
                        return new Words();
                    }

                    void goodbye(Tongue tongue) {
                    }
                }
                """, text(Sources.GREETER));
    }

    @Test
    void theFirstPatchKnowsNothingOfTheSecond() throws IOException {
        Patch first = patches().get(0);
        String patch = GitPatch.of(first.changes()).toLowerCase();
        assertTrue(patch.contains(HAND) && !patch.contains(FLAGS), patch);
        assertTrue(!patch.replace("in one tongue", "").contains("tongue"), patch);
        String words = first.changes().stream().filter(change -> change.path().equals(WORDS)).findFirst().orElseThrow().text();
        assertEquals("package demo;\n\nclass Words {\n\n    String of(String text) {\n        return text;\n    }\n}\n", words);
    }

    @Test
    void theFirstPatchHasMembersAsTheyWere() throws IOException {
        new Sources(repository).with(SERIES + "1-greeting/earlier-members/" + WORDS, """
                import java.util.Locale;

                class Words {

                    String of(String text) {
                        return text.toLowerCase(Locale.ROOT);
                    }

                    // after: of
                    /** In one tongue. */
                    String loud(String text) {
                        return text;
                    }
                }
                """);
        apply("greeting");
        assertEquals("""
                package demo;

                import java.util.Locale;

                class Words {

                    String of(String text) {
                        return text.toLowerCase(Locale.ROOT);
                    }

                    /** In one tongue. */
                    String loud(String text) {
                        return text;
                    }
                }
                """, text(WORDS));
        apply("true");
        assertEquals(Files.readString(repository.resolve(WORDS)), text(WORDS));
    }

    @Test
    void addsNothingTwice() throws IOException {
        List<Patch> all = patches();
        apply("greeting");
        assertEquals(paths(all.subList(1, 2)), paths(patches()));
        assertEquals(List.of(), patches().get(0).changes());
        apply("true");
        apply("greeting");
        apply("true");
        assertEquals("", paths(patches()));
    }

    @Test
    void refusesACapabilityThatIsNotThere() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> apply("tongue"));
        assertEquals("no capability tongue: there are greeting, tongues", refused.getMessage());
    }

    @Test
    void stopsBeforeWhatDoesNotFitWhereItIsTold() throws IOException {
        new Sources(keycloak).with(Sources.GREETER, "class Greeter {\n    void hello(int times) {\n    }\n}\n");
        assertThrows(MergeException.class, () -> apply("true"));
        assertTrue(Files.notExists(keycloak.resolve(GESTURE)));
        apply("greeting");
        assertTrue(Files.exists(keycloak.resolve(GESTURE)));
    }

    @Test
    void refusesAFileThatWasChangedSince() throws IOException {
        apply("greeting");
        new Sources(keycloak).with(WORDS, "class Words {\n}\n");
        assertEquals(WORDS + ": is there already, but differs", assertThrows(MergeException.class, this::patches).getMessage());
    }

    @Test
    void keepsWindowsLineEnds() throws IOException {
        apply("greeting");
        new Sources(keycloak).with(WORDS, text(WORDS).replace("\n", "\r\n"));
        apply("true");
        assertEquals(Files.readString(repository.resolve(WORDS)).replace("\n", "\r\n"), text(WORDS));
        assertEquals("", paths(patches()));
    }

    @Test
    void refusesEntriesThatAreOutOfDate() throws IOException {
        assertOutOfDate("2-tongues/files", "model/jpa/**\nservices/**/Accent.java\n", "services/**/Accent.java: is said to be of tongues, but isn't among our files");
        assertOutOfDate("2-tongues/files", "model/jpa/**\n", null);
        assertOutOfDate("2-tongues/members", "core/No.java\n    one\n", "core/No.java: is said to be of tongues, but isn't among our files");
        assertOutOfDate("2-tongues/members", WORDS + "\n    hands\n", WORDS + ": no member hands to take out");
        assertOutOfDate("2-tongues/members", "", null);
        assertOutOfDate("1-greeting/earlier/core/Once.java", "", "core/Once.java: is said to be of greeting, but isn't among our files");
    }

    private void assertOutOfDate(String list, String text, String reason) throws IOException {
        new Sources(repository).with(SERIES + list, text);
        if (reason == null) {
            patches();
        } else {
            assertEquals(reason, assertThrows(MergeException.class, this::patches).getMessage());
        }
    }

    private List<Patch> patches() throws IOException {
        return Capabilities.in(repository).patchesFor(new SourceTree(keycloak));
    }

    private void apply(String capability) throws IOException {
        PatchSeries.main(keycloak.toString(), repository.toString(), root.resolve("made-up").toString(), capability);
    }

    private static String paths(List<Patch> patches) {
        return patches.stream().flatMap(patch -> patch.changes().stream()).map(Change::path).collect(Collectors.joining("\n"));
    }

    private String text(String path) throws IOException {
        return Files.readString(keycloak.resolve(path));
    }
}
