package org.keycloak.handout.sheet;

import java.io.IOException;

import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * A page in thirds, folded like a Z: the upper third goes back, and the lower third goes up over the one in the middle. The printed sides of the
 * lower two lie on each other then, with all that is secret, and the upper one is outside. Its name is where an envelope of a third of a page has
 * its window (DIN 5008, form B).
 */
final class FoldedLayout implements Layout {

    private static final float SIDE = 20 * Area.MM;
    private static final float ABOVE = 10 * Area.MM;
    private static final float QR_CODE = 64 * Area.MM;
    private static final float GAP = 4 * Area.MM;
    private static final float HEADER = 16 * Area.MM;
    private static final float WINDOW = 47 * Area.MM;

    private final Elements elements;
    private final boolean folds;

    /**
     * @param folds whether there are lines to fold along
     */
    FoldedLayout(Elements elements, boolean folds) {
        this.elements = elements;
        this.folds = folds;
    }

    @Override
    public void draw(PDPageContentStream out, Wording wording, Area page) throws IOException {
        outside(out, wording, page.cell(0, 3, 0, 1));
        code(out, wording, page.cell(1, 3, 0, 1));
        steps(out, wording, page.cell(2, 3, 0, 1));
        if (folds) {
            fold(out, wording, "fold.back", page.cell(0, 3, 0, 1));
            fold(out, wording, "fold.forward", page.cell(1, 3, 0, 1));
        }
    }

    private void outside(PDPageContentStream out, Wording wording, Area third) throws IOException {
        elements.organisation(out, wording, third.inset(SIDE, 0).belowUpper(14 * Area.MM).upper(HEADER), 1);
        elements.column(wording).addText(Style.LABEL, "personal").add(Style.NAME, wording.value("name")).add(Style.DEPARTMENT, wording.value("department"))
                .draw(out, third.inset(SIDE, ABOVE).belowUpper(WINDOW - ABOVE), 1);
    }

    private void code(PDPageContentStream out, Wording wording, Area third) throws IOException {
        Area inner = third.inset(SIDE, ABOVE);
        float codeWidth = elements.qrCode(out, wording, inner, QR_CODE);
        Column column = elements.column(wording).addText(Style.TITLE, "title").addText(Style.DEADLINE, "deadline");
        Elements.key(Elements.user(column, wording), wording).draw(out, inner.afterStart(codeWidth + GAP, wording.rightToLeft()), 1);
    }

    private void steps(PDPageContentStream out, Wording wording, Area third) throws IOException {
        elements.column(wording).addText(Style.TITLE, "steps").addSteps().addText(Style.CONTACT, "contact").draw(out, third.inset(SIDE, ABOVE), 1);
    }

    private void fold(PDPageContentStream out, Wording wording, String key, Area third) throws IOException {
        Elements.dashed(out, third.x(), third.y(), third.right(), third.y());
        elements.column(wording).addText(Style.HINT, key).draw(out, new Area(third.x() + ABOVE, third.y(), third.width() - 2 * ABOVE, 4 * Area.MM), 1);
    }
}
