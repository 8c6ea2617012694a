package org.keycloak.createtotp.patch;

import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.ImportDeclaration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ImportsTest {

    private static final String ORDERED = """
            package demo;

            import java.util.List;
            import javax.net.ssl.SSLContext;

            import jakarta.ws.rs.GET;
            import jakarta.ws.rs.core.*;

            import org.keycloak.models.RealmModel;

            import org.jboss.logging.Logger;

            import static java.util.Map.entry;

            class Demo {
            }
            """;

    @Test
    void goesWhereTheAlphabetPutsIt() {
        assertAdded("import java.util.List;\n+import java.util.Set;", "import java.util.Set;");
        assertAdded("+import java.io.InputStream;\nimport java.util.List;", "import java.io.InputStream;");
        assertAdded("+import javax.crypto.Mac;\nimport javax.net.ssl.SSLContext;", "import javax.crypto.Mac;");
        assertAdded("import jakarta.ws.rs.GET;\n+import jakarta.ws.rs.PUT;", "import jakarta.ws.rs.PUT;");
        assertAdded("import org.keycloak.models.RealmModel;\n+import org.keycloak.models.UserModel;", "import org.keycloak.models.UserModel;");
        assertAdded("+import com.google.zxing.Result;\nimport org.jboss.logging.Logger;", "import com.google.zxing.Result;");
        assertAdded("import static java.util.Map.entry;\n+import static java.util.Map.of;", "import static java.util.Map.of;");
    }

    @Test
    void opensAGroup() {
        assertEquals("package demo;\n\nimport java.util.List;\n\nclass Demo {\n}\n", add("package demo;\n\nclass Demo {\n}\n", "import java.util.List;"));
        assertEquals("import java.util.List;\n\nclass Demo {\n}\n", add("class Demo {\n}\n", "import java.util.List;"));
        assertEquals("import java.util.List;\n\nimport org.keycloak.X;\n\nclass Demo {\n}\n", add("import org.keycloak.X;\n\nclass Demo {\n}\n", "import java.util.List;"));
        assertEquals("import java.util.List;\n\nimport org.keycloak.X;\n\nclass Demo {\n}\n", add("import java.util.List;\n\nclass Demo {\n}\n", "import org.keycloak.X;"));
        assertEquals("import java.util.List;\n\nimport org.keycloak.X;\n\nimport a.B;\n", add("import java.util.List;\n\nimport a.B;\n", "import org.keycloak.X;"));
    }

    @Test
    void goesToItsNearestKinWhereThereIsNoOrder() {
        String chaos = "import org.z.Z;\nimport org.keycloak.M;\nimport java.util.Map;\nimport org.keycloak.A;\n\nimport org.keycloak.Z;\nimport java.net.URI;\n";
        assertEquals(chaos.replace("import org.keycloak.A;\n", "import org.keycloak.A;\nimport org.keycloak.B;\n"), add(chaos, "import org.keycloak.B;"));
        assertEquals(chaos.replace("import java.net.URI;\n", "import java.io.File;\nimport java.net.URI;\n"), add(chaos, "import java.io.File;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"import java.util.List;", "import jakarta.ws.rs.core.Response;", "import static java.util.Map.entry;"})
    void isThereAlready(String line) {
        assertEquals(ORDERED, add(ORDERED, line));
    }

    @Test
    void refusesAnotherClassOfThisName() {
        MergeException refused = assertThrows(MergeException.class, () -> add(ORDERED, "import java.util.logging.Logger;"));
        assertEquals("Demo.java: imports org.jboss.logging.Logger, where java.util.logging.Logger is needed", refused.getMessage());
    }

    /** @param place the new line, marked with a plus, and one of its neighbours */
    private static void assertAdded(String place, String line) {
        String neighbour = place.replaceAll("(^|\n)\\+.*(\n|$)", "");
        assertEquals(ORDERED.replace(neighbour, place.replace("+", "")), add(ORDERED, line));
    }

    private static String add(String source, String line) {
        ImportDeclaration declaration = StaticJavaParser.parseImport(line);
        return new Imports(JavaSource.of("Demo.java", source)).add(declaration);
    }
}
