package org.keycloak.handout.sheet;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

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

    /**
     * Shapes of glyphs.
     *
     * @param shape in thousandths of the font's size, with y pointing down
     */
    record Glyphs(Shape shape, float width) implements Run {

        @Override
        public void draw(PDPageContentStream out, float x, float baseline, float size) throws IOException {
            PathIterator path = shape.getPathIterator(null);
            if (path.isDone()) {
                return;
            }
            out.saveGraphicsState();
            out.transform(new Matrix(size / 1000, 0, 0, -size / 1000, x, baseline));
            float[] to = new float[6];
            float fromX = 0;
            float fromY = 0;
            for (; !path.isDone(); path.next()) {
                int segment = path.currentSegment(to);
                switch (segment) {
                    case PathIterator.SEG_MOVETO -> out.moveTo(Math.round(to[0]), Math.round(to[1]));
                    case PathIterator.SEG_LINETO -> out.lineTo(Math.round(to[0]), Math.round(to[1]));
                    // PDF has cubic curves alone.
                    case PathIterator.SEG_QUADTO -> curve(out, (fromX + 2 * to[0]) / 3, (fromY + 2 * to[1]) / 3, (to[2] + 2 * to[0]) / 3, (to[3] + 2 * to[1]) / 3,
                            to[2], to[3]);
                    case PathIterator.SEG_CUBICTO -> curve(out, to[0], to[1], to[2], to[3], to[4], to[5]);
                    default -> out.closePath();
                }
                int end = segment == PathIterator.SEG_CUBICTO ? 4 : segment == PathIterator.SEG_QUADTO ? 2 : 0;
                fromX = to[end];
                fromY = to[end + 1];
            }
            out.fill();
            out.restoreGraphicsState();
        }

        private static void curve(PDPageContentStream out, float x1, float y1, float x2, float y2, float x3, float y3) throws IOException {
            out.curveTo(Math.round(x1), Math.round(y1), Math.round(x2), Math.round(y2), Math.round(x3), Math.round(y3));
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
