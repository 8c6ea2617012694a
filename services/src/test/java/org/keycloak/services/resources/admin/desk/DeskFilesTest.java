package org.keycloak.services.resources.admin.desk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class DeskFilesTest {

    private final Map<String, String> theme = new HashMap<>();

    @BeforeEach
    void files() {
        theme.put("desk.css", "");
        theme.put("main.js", "import \"./view.js\";\nimport { a } from \"./lib/a.js\";");
        theme.put("view.js", "export { b } from \"./lib/b.min.js\";");
        theme.put("lib/a.js", "import*as b from\"./b.min.js\";import\"../view.js\"");
        theme.put("lib/b.min.js", "from \"elsewhere\"; import \"https://example.com/c.js\"");
        theme.put("forgotten.js", "");
    }

    @Test
    void findsWhatIsImportedOnce() throws IOException {
        assertEquals(List.of("main.js", "view.js", "lib/a.js", "lib/b.min.js"), find().scripts());
        assertEquals(Set.of("desk.css", "main.js", "view.js", "lib/a.js", "lib/b.min.js"), find().names());
    }

    @Test
    void leavesOutWhatIsNotThere() throws IOException {
        theme.remove("lib/a.js");

        assertEquals(List.of("main.js", "view.js", "lib/b.min.js"), find().scripts());
    }

    @Test
    void hasAnotherVersionAfterEachChange() throws IOException {
        String version = find().version();

        assertEquals(version, find().version());
        for (String name : find().names()) {
            String content = theme.put(name, theme.get(name) + "\n");
            assertNotEquals(version, find().version(), name);
            theme.put(name, content);
        }
    }

    @Test
    void findsAllFilesOfThePage() throws IOException {
        try (Stream<Path> files = Files.list(PageSources.DIRECTORY)) {
            assertEquals(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList(),
                    DeskFiles.in(PageSources::open).names().stream().filter(name -> !name.contains("/")).sorted().toList());
        }
    }

    private DeskFiles find() throws IOException {
        return DeskFiles.in(name -> theme.containsKey(name) ? new ByteArrayInputStream(theme.get(name).getBytes(StandardCharsets.UTF_8)) : null);
    }
}
