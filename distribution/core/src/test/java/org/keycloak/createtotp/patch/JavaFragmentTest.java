package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    private final Contribution fragment = Sources.fragment(Sources.GREETER, FRAGMENT);

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
    void findsItsMemberBesideAnOverload() throws IOException {
        String overload = "    void goodbye(int times) {\n    }\n\n";
        greeter(MERGED.replace("    void goodbye() {", overload + "    void goodbye() {"));
        assertTrue(fragment.changeTo(keycloak.tree()).isEmpty());
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
        MergeException refused = assertThrows(MergeException.class, () -> Sources.fragment("services/None.java", FRAGMENT).changeTo(keycloak.tree()));
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
        String merged = keycloak.after(Sources.fragment(Sources.GREETER, "interface Greeter {\n    // after: hello\n    @Deprecated\n    void goodbye();\n}\n"));
        assertEquals("interface Greeter {\n\tvoid hello();\n\n\t@Deprecated\n\tvoid goodbye();\n}\n", merged);
    }

    @Test
    void findsRoomOnALineWithOtherCode() throws IOException {
        greeter("interface Greeter { void hello(); }\n");
        String merged = keycloak.after(Sources.fragment(Sources.GREETER, "interface Greeter {\n    // after: hello\n    void goodbye();\n}\n"));
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
        String merged = keycloak.after(Sources.fragment(Sources.GREETER, "class Greeter {\n    // after: hello\n    int goodbye;\n}\n"));
        assertEquals(before.replaceFirst("}\n$", "\n    int goodbye;\n}\n"), merged);
    }

    @Test
    void isNotLedAstrayByWideCharacters() throws IOException {
        greeter("class Greeter {\n\t/* 🙂 ü */ void hello() { String s = \"🙂\t\\u00fc\"; } // 🙂\n}\n");
        assertTrue(keycloak.after(fragment).contains("// 🙂\n\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "class Greeter {\\n}\\n|class Greeter implements Polite, Supplier<String> {\\n}\\n",
        "final class Greeter/* sic */ {}|final class Greeter implements Polite, Supplier<String>/* sic */ {}",
        "class Greeter<T extends Runnable> extends Guest<T> // sic\\n{\\n}|class Greeter<T extends Runnable> extends Guest<T> implements Polite, Supplier<String> // sic\\n{\\n}",
        "class Greeter implements Guest<A>, Runnable/*, Shy*/ {\\n}|class Greeter implements Guest<A>, Runnable, Polite, Supplier<String>/*, Shy*/ {\\n}",
        "class Greeter\\n        implements Guest<A>,\\n        Runnable {\\n}|class Greeter\\n        implements Guest<A>,\\n        Runnable, Polite, Supplier<String> {\\n}",
        "class Greeter extends Guest implements Supplier< String > {}|class Greeter extends Guest implements Supplier< String >, Polite {}",
        "sealed class Greeter permits Host {}|sealed class Greeter implements Polite, Supplier<String> permits Host {}",
        "enum Greeter { HI }|enum Greeter implements Polite, Supplier<String> { HI }"
    })
    void addsInterfaces(String before, String after) throws IOException {
        Contribution polite = Sources.fragment(Sources.GREETER, "class Greeter implements Polite, Supplier<String> {\n}\n");
        for (String lineEnd : new String[] {"\n", "\r\n"}) {
            greeter(before.replace("\\n", lineEnd));
            String merged = keycloak.after(polite);
            assertEquals(after.replace("\\n", lineEnd), merged);
            greeter(merged);
            assertTrue(polite.changeTo(keycloak.tree()).isEmpty());
        }
    }

    @Test
    void addsAnInterfaceWithItsMembersAndImports() throws IOException {
        String merged = keycloak.after(Sources.fragment(Sources.GREETER, """
                import java.util.function.Supplier;

                class Greeter implements Supplier<String> {
                    // after: last
                    @Override
                    public String get() {
                        return hello();
                    }
                }
                """));
        assertEquals("""
                package demo;

                import java.util.function.Supplier;

                class Greeter implements Supplier<String> {

                    String   hello( ) { return "hello"; } // sic

                  int   last;

                  @Override
                  public String get() {
                      return hello();
                  }
                }
                """, merged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Supplier<Integer>", "Supplier", "java.util.function.Supplier<Integer>"})
    void refusesAnInterfaceWithOtherTypeArguments(String present) throws IOException {
        greeter("class Greeter implements " + present + " {\n}\n");
        Contribution supplier = Sources.fragment(Sources.GREETER, "class Greeter implements Supplier<String> {\n}\n");
        MergeException refused = assertThrows(MergeException.class, () -> supplier.changeTo(keycloak.tree()));
        assertEquals(Sources.GREETER + ": Greeter implements " + present + " already, with other type arguments than Supplier<String>", refused.getMessage());
    }

    @Test
    void addsABackPortWhereItIsMissing() throws IOException {
        String fragment = """
                import java.util.Locale;

                class Greeter {
                    // after: hello
                    // where missing
                    /** In capitals. */
                    private static String loud(String text) {
                        return text.toUpperCase(Locale.ROOT);
                    }

                    void goodbye() {
                    }
                }
                """;
        String hello = "class Greeter {\n    void hello() {\n    }\n";
        String loud = "\n    /** In capitals. */\n    private static String loud(String text) {\n        return text.toUpperCase(Locale.ROOT);\n    }\n";
        String goodbye = "\n    void goodbye() {\n    }\n}\n";
        greeter(hello + "}\n");
        String merged = "import java.util.Locale;\n\n" + hello + loud + goodbye;
        assertEquals(merged, keycloak.after(Sources.fragment(Sources.GREETER, fragment)));
        greeter(merged);
        assertTrue(Sources.fragment(Sources.GREETER, fragment).changeTo(keycloak.tree()).isEmpty());
        assertEquals(merged, greeter(hello + "}\n").after(Sources.fragment(Sources.GREETER, fragment.replaceFirst("(?s)(    // after.*?)(    /.*?/\n)", "$2$1"))));

        String theirs = "\n    String loud(int times) {\n        return \"\";\n    }\n\n    String loud(String text) {\n        return text + \"!\";\n    }\n";
        greeter("class Greeter {\n" + theirs + "}\n");
        assertEquals("class Greeter {\n" + theirs + goodbye, keycloak.after(Sources.fragment(Sources.GREETER, fragment)));
    }

    @Test
    void refusesABackPortThatWouldBeAnOverload() throws IOException {
        greeter("class Greeter {\n    void hello() {\n    }\n\n    void loud(int times) {\n    }\n}\n");
        Contribution loud = Sources.fragment(Sources.GREETER, "class Greeter {\n    // after: hello\n    // where missing\n    void loud() {\n    }\n}\n");
        MergeException refused = assertThrows(MergeException.class, () -> loud.changeTo(keycloak.tree()));
        assertEquals(Sources.GREETER + ": Greeter.loud(int) is there already, but differs", refused.getMessage());
    }

    @Test
    void keepsItsCommentsApartFromThoseBesideIt() throws IOException {
        greeter("class Greeter {\n    int hello; // hi\n}\n");
        String merged = keycloak.after(Sources.fragment(Sources.GREETER, "class Greeter {\n    // after: hello\n    int one; // 1\n    // why two\n    int two; // 2\n}\n"));
        assertEquals("class Greeter {\n    int hello; // hi\n\n    int one;\n\n    // why two\n    int two;\n}\n", merged);
    }

    private Sources greeter(String text) throws IOException {
        return new Sources(root).with(Sources.GREETER, text);
    }

    private void assertRefused(String reason) {
        MergeException refused = assertThrows(MergeException.class, () -> fragment.changeTo(keycloak.tree()));
        assertEquals(Sources.GREETER + ": " + reason, refused.getMessage());
    }
}
