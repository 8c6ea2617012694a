package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class IncludeFragmentTest {

    private static final String PATH = "docs/users.adoc";
    private static final String PRESENT = "= Users\n\ninclude::a.adoc[leveloffset=+1]\n\ninclude::c.adoc[]\n";
    private static final String MERGED = "= Users\n\ninclude::a.adoc[leveloffset=+1]\ninclude::b.adoc[leveloffset=+1]\n\ninclude::c.adoc[]\n";

    @TempDir
    Path root;

    private final Contribution fragment = new IncludeFragment(PATH, "// after: a.adoc\ninclude::b.adoc[leveloffset=+1]\n");

    @Test
    void followsItsAnchor() throws IOException {
        assertEquals(MERGED, checkout().with(PATH, PRESENT).after(fragment));
        assertEquals(MERGED.replace("\n", "\r\n"), checkout().with(PATH, PRESENT.replace("\n", "\r\n")).after(fragment));
    }

    @Test
    void followsALastLineWithoutEnd() throws IOException {
        assertEquals("include::a.adoc[]\ninclude::b.adoc[leveloffset=+1]", checkout().with(PATH, "include::a.adoc[]").after(fragment));
    }

    @Test
    void isThereAlready() throws IOException {
        assertTrue(fragment.changeTo(checkout().with(PATH, MERGED).tree()).isEmpty());
    }

    @Test
    void isNotNeededWithoutDocumentation() throws IOException {
        assertTrue(fragment.changeTo(new Sources(root).with("docs/other.adoc", "").tree()).isEmpty());
    }

    @Test
    void refusesWhatDiffers() throws IOException {
        assertRefused(MERGED.replace("b.adoc[leveloffset=+1]", "b.adoc[]"), "include::b.adoc[…] is there already, but differs");
        assertRefused("= Users\n", "no a.adoc to put the new topic after");
    }

    private Sources checkout() throws IOException {
        return new Sources(root).with("docs/pom.xml", "<project/>");
    }

    private void assertRefused(String present, String reason) throws IOException {
        SourceTree keycloak = checkout().with(PATH, present).tree();
        assertEquals(PATH + ": " + reason, assertThrows(MergeException.class, () -> fragment.changeTo(keycloak)).getMessage());
    }
}
