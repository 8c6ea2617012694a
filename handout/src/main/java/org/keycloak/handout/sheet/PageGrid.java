package org.keycloak.handout.sheet;

import java.io.IOException;

import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Where the sheets are on a page. Cards are wider than high, so four of them are on a page that is, too. */
final class PageGrid {

    private final PDRectangle size;
    private final int rows;
    private final int columns;

    /**
     * @param sheets a page: 1, 2, 4 or 8
     */
    PageGrid(Paper paper, int sheets) {
        PDRectangle upright = paper.size();
        size = sheets == 4 ? new PDRectangle(upright.getHeight(), upright.getWidth()) : upright;
        columns = sheets > 2 ? 2 : 1;
        rows = sheets / columns;
    }

    PDRectangle size() {
        return size;
    }

    Area cell(int index) {
        return page().cell(index / columns, rows, index % columns, columns);
    }

    Layout layout(Elements elements, boolean fold) {
        return switch (rows * columns) {
            case 1 -> new FoldedLayout(elements, fold);
            case 2 -> new CardLayout(elements, 1, false);
            case 4 -> new CardLayout(elements, 0.78f, false);
            default -> new CardLayout(elements, 0.6f, true);
        };
    }

    void cutMarks(PDPageContentStream out) throws IOException {
        Area page = page();
        for (int row = 1; row < rows; row++) {
            float y = page.cell(row, rows, 0, 1).top();
            Elements.dashed(out, 0, y, page.width(), y);
        }
        for (int column = 1; column < columns; column++) {
            float x = page.cell(0, 1, column, columns).x();
            Elements.dashed(out, x, 0, x, page.height());
        }
    }

    private Area page() {
        return new Area(0, 0, size.getWidth(), size.getHeight());
    }
}
