package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class VersionFragmentTest {

    private static final String POM = "pom.xml";
    private static final String OLDER = "<project>\r\n  <a.version>1.10.0</a.version>\r\n  <b.version>3.9.1</b.version>\r\n  <v>${b.version}</v>\r\n</project>\r\n";

    @TempDir
    Path root;

    private final Contribution fragment = new VersionFragment(POM, "<b.version>3.10.0</b.version>\n");

    @Test
    void raisesAnOlderVersion() throws IOException {
        assertEquals(OLDER.replace("3.9.1", "3.10.0"), new Sources(root).with(POM, OLDER).after(fragment));
    }

    @Test
    void keepsANewerVersion() throws IOException {
        assertTrue(fragment.changeTo(new Sources(root).with(POM, OLDER.replace("3.9.1", "3.10.0")).tree()).isEmpty());
        assertTrue(fragment.changeTo(new Sources(root).with(POM, OLDER.replace("3.9.1", "3.11.0")).tree()).isEmpty());
    }

    @Test
    void refusesWhatItCanNotCompare() throws IOException {
        assertRefused("<project/>", "no property b.version");
        assertRefused(OLDER.replace("3.9.1", "${other}"), "a version that can't be compared with 3.10.0: ${other}");
    }

    private void assertRefused(String pom, String reason) throws IOException {
        SourceTree keycloak = new Sources(root).with(POM, pom).tree();
        assertEquals(POM + ": " + reason, assertThrows(MergeException.class, () -> fragment.changeTo(keycloak)).getMessage());
    }
}
