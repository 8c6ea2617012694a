package org.keycloak.handout.sheet;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fonts whose glyphs are drawn as shapes: those of the program for scripts that need shaping, then those that the person names, and last those of the machine.
 */
final class Outlines {

    /** Large, because Java rounds what is small. */
    static final int SIZE = 1000;
    static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private static final Pattern UNLIKE = Pattern.compile("serif|mono|light|thin|medium|black|italic|oblique");

    private final List<Font> given = new ArrayList<>();
    private final Map<Boolean, List<Font>> machine = new HashMap<>();

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
            Font first = face.shapes();
            if (shows(first, cluster)) {
                return Optional.of(first);
            }
            return Stream.concat(given.stream(), machine(face == Face.BOLD).stream()).filter(font -> shows(font, cluster)).findFirst();
        } catch (LinkageError | InternalError | RuntimeException e) {
            // Java has no fonts on a machine without fontconfig, and says so in one of these ways.
            return Optional.empty();
        }
    }

    static boolean shows(Font font, String cluster) {
        String visible = Shaper.visible(cluster);
        return font.canDisplayUpTo(visible) < 0
                // Fonts of colour pictures have no shapes.
                && (visible.codePoints().allMatch(Character::isSpaceChar) || !font.createGlyphVector(EXACT, visible).getVisualBounds().isEmpty());
    }

    private List<Font> machine(boolean bold) {
        return machine.computeIfAbsent(bold, weight -> Stream.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .sorted(Comparator.comparing(font -> unlike(font.getFontName(Locale.ROOT).toLowerCase(Locale.ROOT), weight)))
                .map(font -> font.deriveFont((float) SIZE)).toList());
    }

    /** How unlike the program's fonts one is, by its name. */
    private static int unlike(String name, boolean bold) {
        return (name.contains("bold") == bold ? 0 : 1) + (UNLIKE.matcher(name).find() ? 2 : 0);
    }
}
