package org.keycloak.createtotp.patch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class HandOverTest {

    private static final String GREETER = """
            package demo;

            import java.util.List;

            import org.keycloak.models.RealmModel;

            import org.jboss.logging.Logger;

            /** Greets. */
            public class Greeter extends Base
                    implements Greeting/*, Farewell*/ {
                private static final Logger LOGGER = Logger.getLogger(Greeter.class); // greets()

                private final List<String> names = List.of(
                        "Alice",
                        "Bob");

                /**
                 * Greets all.
                 */
                @Override
                @Path(value = {
                        "all"
                })
                public void greet() {
                    if (names != null) {
                        greet(names.get(0));
                    }
                }

                public void greet(String name) { }

                private void count() {
                    names.size();
                }

                // not yet
                public void prepare(RealmModel realm) {
                }
            }
            """;

    @Test
    void addsMembersInterfacesAndImports() {
        String merged = merge("""
                import java.io.IOException;
                import java.util.List;

                import jakarta.ws.rs.GET;

                import org.keycloak.models.UserModel;

                public class Greeter implements Wave<Integer>, Nod {

                    // after: names
                    private int count;

                    // after: greet

                    /** Waves. */
                    @GET
                    public void wave()
                            throws IOException {
                        count++;
                    }

                    abstract void nod();
                }
                """);

        String expected = GREETER
                .replace("import java.util.List;\n", "import java.io.IOException;\nimport java.util.List;\n\nimport jakarta.ws.rs.GET;\n")
                .replace("RealmModel;\n", "RealmModel;\nimport org.keycloak.models.UserModel;\n")
                .replace("Greeting/*", "Greeting, Wave<Integer>, Nod/*")
                .replace("\"Bob\");\n", "\"Bob\");\n\n    private int count;\n")
                .replace("String name) { }\n", """
                        String name) { }

                            /** Waves. */
                            @GET
                            public void wave()
                                    throws IOException {
                                count++;
                            }

                            abstract void nod();
                        """);
        assertEquals(expected, merged);
    }

    @Test
    void takesThePlaceOfAMethodWhichStays() {
        String merged = merge("""
                public class Greeter {

                    // in place of: greet, which becomes: greetAll
                    @Override
                    public void greet() {
                        new Hello().greet(this::greetAll);
                    }
                }
                """);

        assertEquals(GREETER.replace("    @Override\n", """
                    @Override
                    public void greet() {
                        new Hello().greet(this::greetAll);
                    }

                """).replace("    public void greet() {\n        if", "    private void greetAll() {\n        if"), merged);
    }

    @Test
    void takesThePlaceOfAPrivateMethodWhichStays() {
        String merged = merge("""
                public class Greeter {

                    // in place of: count, which becomes: countNames
                    private void count() {
                        new Hello().count(this::countNames);
                    }
                }
                """);

        assertEquals(GREETER.replace("    private void count() {\n", """
                    private void count() {
                        new Hello().count(this::countNames);
                    }

                    private void countNames() {
                """), merged);
    }

    @ParameterizedTest
    @CsvSource({"prepare", "'prepare, which is empty'"})
    void replacesAMethod(String direction) {
        String merged = merge("public class Greeter {\n    // in place of: " + direction + "\n    public void prepare(RealmModel realm) {\n        Hello.to(realm);\n    }\n}\n");

        assertEquals(GREETER.replace("realm) {\n", "realm) {\n        Hello.to(realm);\n"), merged);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "// after: wave|void nod();|there is no wave",
        "// after: greets|void nod();|there is no greets",
        "// after: names|public void greet() {|there is already public void greet() {",
        "// in place of: wave, which becomes: nod|void wave() {|there is no void wave() {",
        "// in place of: greet, which is empty|public void greet() {|not empty: public void greet() {"
    })
    void namesTheFileAndTheMember(String direction, String declaration, String reason) {
        String fragment = "public class Greeter {\n    " + direction + "\n    " + declaration + "\n    }\n}\n";

        assertEquals("demo/Greeter.java: " + reason, assertThrows(IllegalStateException.class, () -> merge(fragment)).getMessage());
    }

    @Test
    void importsGoNextToTheirKinEvenIfOthersAreOutOfOrder() {
        String source = "package demo;\n\nimport org.z.Z;\nimport org.keycloak.M;\nimport java.util.Map;\nimport org.keycloak.A;\n\nclass Greeter {\n}";

        String merged = HandOver.merge("demo/Greeter.java", source, "import java.io.File;\nimport org.keycloak.B;\nimport org.z.Z;\nimport static a.B.c;\nclass Greeter {\n}\n");

        assertEquals(source.replace("import java", "import java.io.File;\nimport java").replace("keycloak.A;\n", "keycloak.A;\nimport org.keycloak.B;\n\nimport static a.B.c;\n"), merged);
    }

    @Test
    void includesATopicAfterAnother() {
        String topics = "= Guide\n\ninclude::one.adoc[leveloffset=+1]\ninclude::two.adoc[]\n";

        assertEquals(topics.replace("include::two", "include::new.adoc[]\ninclude::two"), HandOver.merge("topics.adoc", topics, "// after: one.adoc\ninclude::new.adoc[]\n"));
        assertEquals("topics.adoc: there is no include of three.adoc", assertThrows(IllegalStateException.class,
                () -> HandOver.merge("topics.adoc", topics, "// after: three.adoc\ninclude::new.adoc[]\n")).getMessage());
    }

    private static String merge(String fragment) {
        return HandOver.merge("demo/Greeter.java", GREETER, fragment);
    }
}
