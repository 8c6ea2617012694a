package org.keycloak.handout.sheet;

import java.io.IOException;

import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** A card that is cut out: A5, A6 or A7 across, or as much of a page in Letter. */
final class CardLayout implements Layout {

    private final Elements elements;
    private final float scale;
    private final boolean brief;

    /**
     * @param scale of texts, with 1 for a sheet that has a page of its own
     * @param brief whether one sentence stands for the steps
     */
    CardLayout(Elements elements, float scale, boolean brief) {
        this.elements = elements;
        this.scale = scale;
        this.brief = brief;
    }

    /** All lengths are parts of the card's width. */
    @Override
    public void draw(PDPageContentStream out, Wording wording, Area card) throws IOException {
        float unit = card.width() / 100;
        boolean rightToLeft = wording.rightToLeft();
        Area inner = card.inset(6 * unit, 6 * unit);
        elements.organisation(out, wording, inner.upper(7 * unit), scale);
        Area below = inner.belowUpper(10.5f * unit);
        float codeWidth = elements.qrCode(out, wording, new Area(below.x(), below.y() + 9 * unit, below.width(), below.height() - 9 * unit), 35 * unit);
        Elements.key(elements.column(wording), wording).draw(out, below.start(codeWidth, rightToLeft).belowUpper(codeWidth), scale);
        Column column = elements.column(wording).add(Style.NAME, wording.value("name")).add(Style.DEPARTMENT, wording.value("department"));
        Elements.user(column, wording).addText(Style.DEADLINE, "deadline");
        (brief ? column.addText(Style.STEP, "short") : column.addSteps()).addText(Style.CONTACT, "contact")
                .draw(out, below.afterStart(codeWidth + 2 * unit, rightToLeft), scale);
    }
}
