package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TakenPlaceTest {

    private static final String BEFORE = """
            class Greeter extends Guest {

                String hello(int times) {
                    return hello("all");
                }

                // says it
                @SuppressWarnings("sic")
                @Override
                public String hello( String name ) throws Shy {
                    return   "hello";
                }

                int last;
            }
            """;

    private static final String FRAGMENT = """
            class Greeter {

                // in place of: hello, which becomes: helloAtLast
                @Override
                public String hello(String who) {
                    return new Politeness().of(() -> helloAtLast(who));
                }
            }
            """;

    private static final String AFTER = """
            class Greeter extends Guest {

                String hello(int times) {
                    return hello("all");
                }

                // says it
                @Override
                public String hello(String who) {
                    return new Politeness().of(() -> helloAtLast(who));
                }

                @SuppressWarnings("sic")
                private String helloAtLast( String name ) throws Shy {
                    return   "hello";
                }

                int last;
            }
            """;

    private static final String REST = """
            class Greeter {

                // in place of: rest, which is empty

                @Override
                public void rest(String where) {
                    Bed.in(where);
                }
            }
            """;

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void leavesTheMethodBelowUnderItsNewName(String lineEnd) throws IOException {
        Sources keycloak = greeter(BEFORE.replace("\n", lineEnd));
        assertEquals(AFTER.replace("\n", lineEnd), keycloak.after(fragment(FRAGMENT)));
    }

    @Test
    void isTakenOnce() throws IOException {
        assertTrue(fragment(FRAGMENT).changeTo(greeter(AFTER).tree()).isEmpty());
    }

    @Test
    void leavesTheCommentToTheMethodWhereOursHasOne() throws IOException {
        String merged = greeter(BEFORE).after(fragment(FRAGMENT.replace("    @Override", "    /** Politely. */\n    @Override")));
        String ours = AFTER.substring(AFTER.indexOf("    @Override"), AFTER.indexOf("    @SuppressWarnings"));
        assertEquals(AFTER.replace("    // says it\n" + ours, "    /** Politely. */\n" + ours + "    // says it\n"), merged);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "public static final String hello(|-|private static final String helloAtLast(",
        "public String hello(|protected|protected String helloAtLast(",
        "protected String hello(|protected|protected String helloAtLast(",
        "protected synchronized String hello(|package-private|synchronized String helloAtLast(",
        "String hello(|package-private|String helloAtLast(",
        "String hello(|-|private String helloAtLast(",
        "@Deprecated String hello(|-|@Deprecated private String helloAtLast(",
        "@Override @Deprecated /* sic */ final <T> String hello(|-|@Deprecated private /* sic */ final <T> String helloAtLast(",
        "@Override public @Deprecated String hello(|-|private @Deprecated String helloAtLast(",
        "private String hello(|-|private String helloAtLast("
    })
    void isSeenFromNearerBy(String before, String visibility, String after) throws IOException {
        String merged = greeter("class Greeter {\n    " + before + "String name) { return name; }\n}\n")
                .after(fragment(visibility == null ? FRAGMENT : FRAGMENT.replace("becomes: ", "becomes: " + visibility + " ")));
        assertTrue(merged.endsWith("\n\n    " + after + "String name) { return name; }\n}\n"), merged);
    }

    @Test
    void findsRoomOnALineWithOtherCode() throws IOException {
        String merged = greeter("class Greeter { @Override public String hello(String name) { return name; } }\n").after(fragment(FRAGMENT));
        assertTrue(merged.startsWith("class Greeter {     @Override\n    public String hello(String who) {\n"), merged);
        assertTrue(merged.endsWith("\n    }\n\nprivate String helloAtLast(String name) { return name; } }\n"), merged);
    }

    @Test
    void isNotSeenFromFurtherAway() throws IOException {
        assertRefused("class Greeter {\n    String hello(String name) { return name; }\n}\n", FRAGMENT.replace("becomes: ", "becomes: protected "),
                "hello can't become helloAtLast: it was not protected");
    }

    @Test
    void replacesAMethodThatIsEmpty() throws IOException {
        Sources keycloak = greeter("class Greeter {\n\n    @Override\n    public void rest(String where) {\n    }\n\n    int last;\n}\n");

        String merged = keycloak.after(fragment(REST));

        assertEquals("class Greeter {\n\n    @Override\n    public void rest(String where) {\n        Bed.in(where);\n    }\n\n    int last;\n}\n", merged);
        assertTrue(fragment(REST).changeTo(greeter(merged).tree()).isEmpty());
    }

    @Test
    void refusesWhereTheMethodIsNotEmpty() throws IOException {
        assertRefused("class Greeter {\n    public void rest(String where) { sit(); }\n}\n", REST, "no empty Greeter.rest(String) to replace");
        assertRefused("class Greeter {\n    public void rest() {\n    }\n}\n", REST, "no empty Greeter.rest(String) to replace");
        assertRefused("class Greeter {\n    public void rest(String where) { /* sic */ }\n}\n", REST, "no empty Greeter.rest(String) to replace");
        assertRefused("class Greeter {\n    /** Sic. */\n    public void rest(String where) {\n    }\n}\n", REST, "no empty Greeter.rest(String) to replace");
        assertRefused("class Greeter {\n    public void rest(String where) {\n    }\n}\n", REST.replace("place of: rest", "place of: work"),
                "no empty Greeter.work(String) to replace");
    }

    @Test
    void refusesWhereThereIsNoSuchMethod() throws IOException {
        assertRefused("class Greeter {\n    String hello(int times) { return \"\"; }\n}\n", FRAGMENT, "no Greeter.hello(String) to become helloAtLast(String)");
        assertRefused(AFTER.replace("helloAtLast( ", "other( "), FRAGMENT, "no Greeter.hello(String) to become helloAtLast(String)");
    }

    @Test
    void refusesANameThatIsTaken() throws IOException {
        assertRefused(BEFORE.replace("int last;", "void helloAtLast(String name) {\n    }"), FRAGMENT, "Greeter.hello(String) is there already, but differs");
        assertRefused("class Greeter {\n    void helloAtLast(String name) {\n    }\n}\n", FRAGMENT, "Greeter.helloAtLast(String) is there already, but differs");
    }

    @Test
    void refusesAMethodInItsPlaceThatDiffers() throws IOException {
        assertRefused(AFTER.replace("new Politeness()", "new Coolness()"), FRAGMENT, "Greeter.hello(String) is there already, but differs");
    }

    private Sources greeter(String text) throws IOException {
        return new Sources(root).with(Sources.GREETER, text);
    }

    private static Contribution fragment(String text) {
        return Sources.fragment(Sources.GREETER, text);
    }

    private void assertRefused(String keycloak, String fragment, String reason) throws IOException {
        SourceTree tree = greeter(keycloak).tree();
        assertEquals(Sources.GREETER + ": " + reason, assertThrows(MergeException.class, () -> fragment(fragment).changeTo(tree)).getMessage());
    }
}
