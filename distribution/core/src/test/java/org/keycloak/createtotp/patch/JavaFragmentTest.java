package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JavaFragmentTest {

    private static final String FRAGMENT = """
            package demo;

            import java.util.Set;

            class Greeter {

                // after: hello

                /** Until tomorrow. */
                @Deprecated
                Set<String> goodbye(String name) {
                    return new Farewell(name).all();
                }

                void goodbye() {
                    new Farewell().all();
                }
            }
            """;

    private static final String MERGED = """
            package demo;

            import java.util.Set;

            class Greeter {

                String   hello( ) { return "hello"; } // sic

                /** Until tomorrow. */
                @Deprecated
                Set<String> goodbye(String name) {
                    return new Farewell(name).all();
                }

                void goodbye() {
                    new Farewell().all();
                }

              int   last;
            }
            """;

    @TempDir
    Path root;

    private Sources keycloak;
    private final Contribution fragment = new JavaFragment(Sources.GREETER, FRAGMENT);

    @BeforeEach
    void sources() throws IOException {
        keycloak = greeter("""
                package demo;

                class Greeter {

                    String   hello( ) { return "hello"; } // sic

                  int   last;
                }
                """);
    }

    @Test
    void putsMembersAfterTheirAnchorAndTouchesNothingElse() {
        assertEquals(MERGED, keycloak.after(fragment));
    }

    @Test
    void followsAnAnchorThatMoved() throws IOException {
        greeter("class Greeter {\n\n    int last;\n\n    void other() {\n    }\n\n    void hello() {\n    }\n}\n");
        String merged = keycloak.after(fragment);
        assertTrue(merged.contains("    void hello() {\n    }\n\n    /** Until tomorrow. */\n"), merged);
        assertTrue(merged.endsWith("        new Farewell().all();\n    }\n}\n"), merged);
    }

    @Test
    void doesNothingTheSecondTime() throws IOException {
        greeter(MERGED);
        assertTrue(fragment.changeTo(keycloak.tree()).isEmpty());
    }

    @Test
    void doesNothingWhereOnlyFormattingAndCommentsDiffer() throws IOException {
        greeter(MERGED.replace("Until tomorrow.", "So long.").replace("goodbye(String name) {", "goodbye(\n        String name)\n    {"));
        assertTrue(fragment.changeTo(keycloak.tree()).isEmpty());
    }

    @Test
    void addsWhatIsMissing() throws IOException {
        greeter(MERGED.replaceFirst("(?s)    void goodbye\\(\\) \\{.*?}\n\n", ""));
        assertEquals(MERGED, keycloak.after(fragment));
    }

    @Test
    void refusesAMemberThatDiffers() throws IOException {
        greeter(MERGED.replace("new Farewell().all()", "new Farewell().some()"));
        assertRefused("Greeter.goodbye() is there already, but differs");
    }

    @Test
    void refusesAMemberOfTheSameNameThatIsAnother() throws IOException {
        greeter("class Greeter {\n    void hello() {\n    }\n\n    void goodbye(int times) {\n    }\n}\n");
        assertRefused("Greeter.goodbye(int) is there already, but differs");
    }

    @Test
    void refusesAMissingAnchor() throws IOException {
        greeter("class Greeter {\n    void hi() {\n    }\n}\n");
        assertRefused("no Greeter.hello to put the new members after");
    }

    @Test
    void refusesAMissingClass() throws IOException {
        greeter("class Welcome {\n}\n");
        assertRefused("no type Greeter");
    }

    @Test
    void refusesAMissingFile() {
        MergeException refused = assertThrows(MergeException.class, () -> new JavaFragment("services/None.java", FRAGMENT).changeTo(keycloak.tree()));
        assertEquals("services/None.java: no such file in " + root, refused.getMessage());
    }

    @Test
    void refusesWhatIsNotJava() throws IOException {
        greeter("class Greeter {\n    void hello( {\n}\n");
        MergeException refused = assertThrows(MergeException.class, () -> fragment.changeTo(keycloak.tree()));
        assertTrue(refused.getMessage().startsWith(Sources.GREETER + ": can't be parsed: "), refused.getMessage());
    }

    @Test
    void keepsWindowsLineEnds() throws IOException {
        greeter(keycloak.text(Sources.GREETER).replace("\n", "\r\n"));
        assertEquals(MERGED.replace("\n", "\r\n"), keycloak.after(fragment));
    }

    @Test
    void keepsTheIndentationOfItsNeighbour() throws IOException {
        greeter("interface Greeter {\n\tvoid hello();\n}\n");
        String merged = keycloak.after(new JavaFragment(Sources.GREETER, "interface Greeter {\n    // after: hello\n    @Deprecated\n    void goodbye();\n}\n"));
        assertEquals("interface Greeter {\n\tvoid hello();\n\n\t@Deprecated\n\tvoid goodbye();\n}\n", merged);
    }

    @Test
    void findsRoomOnALineWithOtherCode() throws IOException {
        greeter("interface Greeter { void hello(); }\n");
        String merged = keycloak.after(new JavaFragment(Sources.GREETER, "interface Greeter {\n    // after: hello\n    void goodbye();\n}\n"));
        assertEquals("interface Greeter { void hello();\n\n    void goodbye();\n }\n", merged);
    }

    @Test
    void readsJava21() throws IOException {
        String before = """
                package demo;

                record Pair(Object one, Object other) {
                }

                class Greeter {

                    String hello() {
                        Object who = new Pair("a", 1);
                        return switch (who) {
                            case Pair(String one, Integer other) when other > 0 -> one;
                            case String name -> name;
                            case null, default -> who instanceof Pair(var one, var other) ? "%s %s".formatted(one, other) : "";
                        };
                    }
                }
                """;
        greeter(before);
        String merged = keycloak.after(new JavaFragment(Sources.GREETER, "class Greeter {\n    // after: hello\n    int goodbye;\n}\n"));
        assertEquals(before.replaceFirst("}\n$", "\n    int goodbye;\n}\n"), merged);
    }

    @Test
    void isNotLedAstrayByWideCharacters() throws IOException {
        greeter("class Greeter {\n\t/* 🙂 ü */ void hello() { String s = \"🙂\t\\u00fc\"; } // 🙂\n}\n");
        assertTrue(keycloak.after(fragment).contains("// 🙂\n\n"));
    }

    private Sources greeter(String text) throws IOException {
        return new Sources(root).with(Sources.GREETER, text);
    }

    private void assertRefused(String reason) {
        MergeException refused = assertThrows(MergeException.class, () -> fragment.changeTo(keycloak.tree()));
        assertEquals(Sources.GREETER + ": " + reason, refused.getMessage());
    }
}
