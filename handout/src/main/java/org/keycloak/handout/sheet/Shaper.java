package org.keycloak.handout.sheet;

import java.awt.Font;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Finds the glyphs of a line, in any script. Latin, Greek and Cyrillic are text in the PDF. What has to be shaped, runs from right to left, or isn't in the program's
 * fonts becomes shapes.
 */
final class Shaper {

    static final float ASCENT = 0.93f;
    static final float DESCENT = 0.24f;

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final String BOX = "\u25a1";
    /** What a person sees as one character. */
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final Set<UnicodeScript> PLAIN = EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.COMMON);

    private final Map<Face, PDFont> fonts = new EnumMap<>(Face.class);
    private final Outlines outlines;

    Shaper(PDDocument document, Outlines outlines) throws IOException {
        this.outlines = outlines;
        for (Face face : Face.values()) {
            fonts.put(face, PDType0Font.load(document, face.font(), true));
        }
    }

    /** Whether a character shows nothing, and tells only how others are shown. */
    static boolean ignorable(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT || codePoint >= 0xFE00 && codePoint <= 0xFE0F || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    }

    static String visible(String text) {
        return text.codePoints().filter(codePoint -> !ignorable(codePoint)).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * @param direction one of the directions of {@link Bidi}
     */
    Line line(String text, Face face, int direction) {
        String visible = text.stripTrailing();
        if (visible.isEmpty()) {
            return new Line(List.of(), text.length(), 0, ASCENT, DESCENT, true);
        }
        Bidi bidi = new Bidi(visible, direction);
        Object[] parts = new Object[bidi.getRunCount()];
        byte[] levels = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            parts[i] = runs(visible, bidi.getRunStart(i), bidi.getRunLimit(i), levels[i] % 2 == 1, face);
        }
        Bidi.reorderVisually(levels, 0, parts, 0, parts.length);
        return joined(parts, text.length());
    }

    private static Line joined(Object[] parts, int length) {
        List<Line.Run> runs = new ArrayList<>();
        float width = 0;
        float ascent = ASCENT;
        float descent = DESCENT;
        boolean complete = true;
        for (Object part : parts) {
            Line line = (Line) part;
            runs.addAll(line.runs());
            width += line.width();
            ascent = Math.max(ascent, line.ascent());
            descent = Math.max(descent, line.descent());
            complete &= line.complete();
        }
        return new Line(List.copyOf(runs), length, width, ascent, descent, complete);
    }

    /** The runs of a part that has one direction: each is of one font. */
    private Line runs(String text, int from, int to, boolean rightToLeft, Face face) {
        List<Line> runs = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        Font font = null;
        int start = from;
        boolean complete = true;
        for (Matcher clusters = CLUSTER.matcher(text).region(from, to); clusters.find();) {
            String cluster = clusters.group();
            Font next = null;
            if (rightToLeft || !plain(cluster, face)) {
                next = font != null && common(cluster) && Outlines.shows(font, cluster) ? font : outlines.showing(cluster, face).orElse(null);
                complete &= next != null;
                cluster = next == null ? BOX : cluster;
            }
            if (font != null && font != next) {
                runs.add(shapes(text, start, clusters.start(), rightToLeft, font));
            }
            if (next != null && font != next) {
                flush(plain, runs, face);
                start = clusters.start();
            }
            if (next == null) {
                plain.append(visible(cluster).replace(NO_BREAK_SPACE, ' '));
            }
            font = next;
        }
        if (font != null) {
            runs.add(shapes(text, start, to, rightToLeft, font));
        }
        flush(plain, runs, face);
        if (rightToLeft) {
            Collections.reverse(runs);
        }
        Line line = joined(runs.toArray(), 0);
        return new Line(line.runs(), 0, line.width(), line.ascent(), line.descent(), complete);
    }

    private static boolean common(String cluster) {
        return UnicodeScript.of(cluster.codePointAt(0)) == UnicodeScript.COMMON;
    }

    private static boolean plain(String cluster, Face face) {
        return cluster.codePoints().allMatch(codePoint -> ignorable(codePoint) || PLAIN.contains(UnicodeScript.of(codePoint)) && face.has(codePoint));
    }

    private void flush(StringBuilder plain, List<Line> runs, Face face) {
        if (!plain.isEmpty()) {
            float width = width(plain.toString(), fonts.get(face));
            runs.add(new Line(List.of(new Line.Text(plain.toString(), fonts.get(face), width)), 0, width, ASCENT, DESCENT, true));
            plain.setLength(0);
        }
    }

    private static Line shapes(String text, int from, int to, boolean rightToLeft, Font font) {
        // Java shows a glyph for the marks that isolate directions, but none for a space without width.
        char[] chars = text.replaceAll("[\\u2066-\\u2069]", "\u200b").toCharArray();
        GlyphVector glyphs = font.layoutGlyphVector(Outlines.EXACT, chars, from, to, rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
        Rectangle2D ink = glyphs.getVisualBounds();
        float width = (float) glyphs.getLogicalBounds().getWidth() / Outlines.SIZE;
        return new Line(List.of(new Line.Glyphs(glyphs.getOutline(), width)), 0, width, (float) -ink.getMinY() / Outlines.SIZE,
                (float) ink.getMaxY() / Outlines.SIZE, true);
    }

    private static float width(String text, PDFont font) {
        try {
            return font.getStringWidth(text) / 1000;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
