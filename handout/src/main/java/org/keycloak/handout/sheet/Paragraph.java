package org.keycloak.handout.sheet;

import java.io.IOException;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * Lines that are ready to be drawn.
 *
 * @param width of the column, in points
 * @param size of the font, in points
 * @param number in front of the first line; {@code null} if there is none
 */
record Paragraph(Block block, List<Line> lines, Line number, float width, float size, boolean rightToLeft) {

    private static final float LEADING = 1.3f;
    /** Room for a number, in parts of the font's size. */
    static final float INDENT = 1.9f;

    float height() {
        return (float) lines.stream().mapToDouble(Paragraph::height).sum() * size;
    }

    boolean complete() {
        return lines.stream().allMatch(Line::complete);
    }

    /** Draws it at the top of an area of its width. */
    void draw(PDPageContentStream out, Area area) throws IOException {
        out.setNonStrokingColor(block.style().grey);
        Area text = number == null ? area : area.afterStart(INDENT * size, rightToLeft);
        float top = area.top();
        for (Line line : lines) {
            float baseline = top - (line.ascent() + (LEADING - Shaper.ASCENT - Shaper.DESCENT) / 2) * size;
            if (number != null && top == area.top()) {
                number.draw(out, rightToLeft ? area.right() - number.width() * size : area.x(), baseline, size);
            }
            line.draw(out, rightToLeft ? text.right() - line.width() * size : text.x(), baseline, size);
            top -= height(line) * size;
        }
    }

    private static float height(Line line) {
        return LEADING - Shaper.ASCENT - Shaper.DESCENT + line.ascent() + line.descent();
    }
}
