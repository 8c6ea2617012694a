package org.keycloak.handout.sheet;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * A line of text, from left to right as the eye sees it. All lengths are in parts of the font's size.
 *
 * @param length chars of the text that it was set from
 * @param ascent how far it reaches above the baseline
 * @param descent how far it reaches below
 * @param complete whether each character has a glyph
 */
record Line(List<Run> runs, int length, float width, float ascent, float descent, boolean complete) {

    sealed interface Run {

        float width();

        void draw(PDPageContentStream out, float x, float baseline, float size) throws IOException;
    }

    /** Text that can be searched and copied. */
    record Text(String text, PDFont font, float width) implements Run {

        @Override
        public void draw(PDPageContentStream out, float x, float baseline, float size) throws IOException {
            out.beginText();
            out.setFont(font, size);
            out.newLineAtOffset(rounded(x), rounded(baseline));
            out.showText(text);
            out.endText();
        }
    }

    /** Shapes of glyphs. */
    record Glyphs(Shape shape, float width) implements Run {

        @Override
        public void draw(PDPageContentStream out, float x, float baseline, float size) throws IOException {
            PathIterator path = shape.getPathIterator(new AffineTransform(size, 0, 0, -size, x, baseline));
            if (path.isDone()) {
                return;
            }
            float[] to = new float[6];
            float fromX = 0;
            float fromY = 0;
            for (; !path.isDone(); path.next()) {
                switch (path.currentSegment(to)) {
                    case PathIterator.SEG_MOVETO -> {
                        fromX = to[0];
                        fromY = to[1];
                        out.moveTo(rounded(fromX), rounded(fromY));
                    }
                    case PathIterator.SEG_LINETO -> {
                        fromX = to[0];
                        fromY = to[1];
                        out.lineTo(rounded(fromX), rounded(fromY));
                    }
                    case PathIterator.SEG_QUADTO -> {
                        // PDF has cubic curves alone.
                        out.curveTo(rounded((fromX + 2 * to[0]) / 3), rounded((fromY + 2 * to[1]) / 3), rounded((to[2] + 2 * to[0]) / 3),
                                rounded((to[3] + 2 * to[1]) / 3), rounded(to[2]), rounded(to[3]));
                        fromX = to[2];
                        fromY = to[3];
                    }
                    case PathIterator.SEG_CUBICTO -> {
                        fromX = to[4];
                        fromY = to[5];
                        out.curveTo(rounded(to[0]), rounded(to[1]), rounded(to[2]), rounded(to[3]), rounded(fromX), rounded(fromY));
                    }
                    default -> out.closePath();
                }
            }
            out.fill();
        }
    }

    void draw(PDPageContentStream out, float x, float baseline, float size) throws IOException {
        for (Run run : runs) {
            run.draw(out, x, baseline, size);
            x += run.width() * size;
        }
    }

    /** More than a printer can show, in fewer digits than a float has. */
    private static float rounded(float coordinate) {
        return Math.round(coordinate * 100) / 100f;
    }
}
