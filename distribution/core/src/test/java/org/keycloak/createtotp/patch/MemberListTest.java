package org.keycloak.createtotp.patch;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class MemberListTest {

    private static final String PATH = "core/src/main/java/demo/Greeting.java";

    private static final String FINAL_FORM = """
            package demo;

            import java.util.List;
            import java.util.Locale;

            import demo.other.Tongue;

            /** In a {@link List}. */
            class Greeting {

                private String text; // as it is
                // what it is in
                @Deprecated
                private Locale language; // or none

                private int times;

                Greeting(String text) {
                    this.text = text;
                }

                /** Locale by locale. */
                // sic
                Greeting(Tongue language,
                        String text) {
                    this(text);
                }

                String text() {
                    return text;
                }

                Locale language() {
                    return language;
                }

                void language(Locale language) {
                    this.language = language;
                }
            }
            """;

    private static final String EARLIER_FORM = """
            package demo;

            import java.util.List;

            /** In a {@link List}. */
            class Greeting {

                private String text; // as it is

                private int times;

                Greeting(String text) {
                    this.text = text;
                }

                String text() {
                    return text;
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void takesMembersOutWithAllThatIsTheirs(String lineEnd) {
        MemberList members = list(PATH, "    language", "    Greeting(Tongue, String)");
        String expected = EARLIER_FORM.replace("\n", lineEnd);
        assertEquals(expected.replace("language" + lineEnd, ""), members.takenOut(PATH, FINAL_FORM.replace("\n", lineEnd)));
    }

    @Test
    void takesOneOverloadOut() {
        String rest = list(PATH, "\tlanguage()").takenOut(PATH, FINAL_FORM);
        assertEquals(FINAL_FORM.replaceFirst("    Locale language\\(\\) \\{\n.*\n    }\n\n", ""), rest);
    }

    @Test
    void takesTheFirstAndTheLastOut() {
        String text = "enum Greeting {\n    HI;\n\n    int a;\n    int b;\n\n    int c;\n}\n";
        assertEquals("enum Greeting {\n    HI;\n\n    int b;\n}\n", list(PATH, " a", " c").takenOut(PATH, text));
        assertEquals("class Greeting {\n}\n", list(PATH, " a").takenOut(PATH, "class Greeting {\n\n    int a;\n}\n"));
    }

    @Test
    void leavesOtherFilesAlone() {
        String text = "import java.util.List;\n\nclass Greeting {\n}\n";
        assertEquals(text, list("core/Other.java", " a").takenOut(PATH, text));
    }

    @Test
    void refusesAMemberThatIsNotThere() {
        MergeException refused = assertThrows(MergeException.class, () -> list(PATH, " tongue").takenOut(PATH, FINAL_FORM));
        assertEquals(PATH + ": no member tongue to take out", refused.getMessage());
    }

    private static MemberList list(String... lines) {
        return MemberList.of(Stream.of(lines));
    }
}
