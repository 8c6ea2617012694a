package org.keycloak.handout.sheet;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** What the sheets are printed on. */
public enum Paper {

    A4(PDRectangle.A4), LETTER(PDRectangle.LETTER);

    private final PDRectangle size;

    Paper(PDRectangle size) {
        this.size = size;
    }

    PDRectangle size() {
        return size;
    }

    @Override
    public String toString() {
        return this == A4 ? "A4" : "Letter";
    }
}
