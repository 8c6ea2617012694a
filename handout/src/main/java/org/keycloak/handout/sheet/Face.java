package org.keycloak.handout.sheet;

import java.awt.Font;
import java.awt.FontFormatException;
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
    private Font shapes;

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

    private InputStream open() {
        return Face.class.getResourceAsStream(DIRECTORY + file);
    }

    /** The same font for scripts whose glyphs are drawn as shapes. It is read once, because Java keeps a copy in a temporary file. */
    synchronized Font shapes() {
        if (shapes == null) {
            try (InputStream in = open()) {
                shapes = Font.createFont(Font.TRUETYPE_FONT, in).deriveFont((float) Outlines.SIZE);
            } catch (IOException | FontFormatException e) {
                throw new IllegalStateException(e);
            }
        }
        return shapes;
    }

    TrueTypeFont font() {
        return font;
    }

    boolean has(int codePoint) {
        return glyphs.getGlyphId(codePoint) != 0;
    }
}
