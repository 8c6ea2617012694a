package org.keycloak.handout.sheet;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fonts whose glyphs are drawn as shapes: those of the program for scripts that need shaping, then those that the person names, and last those of the machine.
 */
final class Outlines {

    /** Large, because Java rounds what is small. */
    static final int SIZE = 1000;
    static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Map<Face, Font> own = new EnumMap<>(Face.class);
    private final List<Font> given = new ArrayList<>();
    private List<Font> machine;

    /**
     * @throws org.keycloak.handout.server.Refusal if a file isn't a font
     */
    Outlines(List<Path> files) {
        for (Path file : files) {
            try {
                for (Font font : Font.createFonts(file.toFile())) {
                    given.add(font.deriveFont((float) SIZE));
                }
            } catch (IOException | FontFormatException e) {
                throw SheetOptions.refusal("--font: " + file + " can't be read as a font (TTF, OTF or TTC).");
            }
        }
    }

    /** The first font that shows all of a cluster: what a person sees as one character. */
    Optional<Font> showing(String cluster, Face face) {
        try {
            Font first = own.computeIfAbsent(face, Outlines::load);
            if (shows(first, cluster)) {
                return Optional.of(first);
            }
            return given.stream().filter(font -> shows(font, cluster)).findFirst()
                    .or(() -> machine().stream().filter(font -> shows(font, cluster)).findFirst());
        } catch (LinkageError | InternalError | NullPointerException e) {
            // Java has no fonts on a machine without fontconfig, and says so in one of these ways.
            return Optional.empty();
        }
    }

    static boolean shows(Font font, String cluster) {
        String visible = Typesetter.visible(cluster);
        return font.canDisplayUpTo(visible) < 0
                // Fonts of colour pictures have no shapes.
                && (visible.isBlank() || !font.createGlyphVector(EXACT, visible).getVisualBounds().isEmpty());
    }

    private List<Font> machine() {
        if (machine == null) {
            machine = new ArrayList<>();
            for (Font font : GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()) {
                machine.add(font.deriveFont((float) SIZE));
            }
        }
        return machine;
    }

    private static Font load(Face face) {
        try (InputStream in = face.open()) {
            return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont((float) SIZE);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
