package org.keycloak.handout.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Paragraphs below each other, as large as they fit into an area. */
final class Column {

    private static final float SMALLER = 0.95f;

    private final Printer printer;
    private final Wording wording;
    private final List<Block> blocks = new ArrayList<>();

    Column(Printer printer, Wording wording) {
        this.printer = printer;
        this.wording = wording;
    }

    /** Nothing is added for a text that is {@code null} or empty. */
    Column add(Style style, String text) {
        return add(new Block(style, text, null, false));
    }

    /** Adds a text of the sheet's language, if it has the key. */
    Column addText(Style style, String key) {
        return add(new Block(style, wording.text(key), null, wording.shared(key)));
    }

    Column addSteps() {
        int number = 1;
        for (String key : Texts.STEPS) {
            if (!wording.text(key).isEmpty()) {
                add(new Block(Style.STEP, wording.text(key), Integer.toString(number++), wording.shared(key)));
            }
        }
        return this;
    }

    private Column add(Block block) {
        if (block.text() != null && !block.text().isBlank()) {
            blocks.add(block);
        }
        return this;
    }

    /**
     * @param scale 1 for the sizes of {@link Style}; less is tried until all fits
     * @return the height that is used, in points
     */
    float draw(PDPageContentStream out, Area area, float scale) throws IOException {
        float fitting = scale;
        while (height(area.width(), fitting) > area.height()) {
            fitting *= SMALLER;
        }
        Area left = area;
        for (int i = 0; i < blocks.size(); i++) {
            Paragraph paragraph = printer.set(blocks.get(i), wording, area.width(), fitting);
            left = left.belowUpper(i == 0 ? 0 : blocks.get(i).style().spaceBefore * fitting);
            printer.print(out, paragraph, left, wording.sheet());
            left = left.belowUpper(paragraph.height());
        }
        return area.height() - left.height();
    }

    private float height(float width, float scale) {
        float height = 0;
        for (int i = 0; i < blocks.size(); i++) {
            height += printer.set(blocks.get(i), wording, width, scale).height() + (i == 0 ? 0 : blocks.get(i).style().spaceBefore * scale);
        }
        return height;
    }
}
