package org.keycloak.handout.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts of the program. They have Latin, Greek, Cyrillic, Hebrew and Arabic, except the one for keys. */
enum Face {

    REGULAR("DejaVuSansCondensed.ttf"), BOLD("DejaVuSansCondensed-Bold.ttf"), MONO("DejaVuSansMono.ttf");

    private static final String DIRECTORY = "/net/sf/jasperreports/fonts/dejavu/";

    private final String file;
    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    Face(String file) {
        this.file = file;
        try (InputStream in = open()) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // No ligatures: "fi" is found as two letters then, and the width is the sum of theirs.
            font.setEnableGsub(false);
            glyphs = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream open() {
        return Face.class.getResourceAsStream(DIRECTORY + file);
    }

    TrueTypeFont font() {
        return font;
    }

    boolean has(int codePoint) {
        return glyphs.getGlyphId(codePoint) != 0;
    }
}
