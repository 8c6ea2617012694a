package org.keycloak.handout.sheet;

/** Kinds of text on a sheet. Sizes are in points, on a sheet that has a page of its own. */
enum Style {

    ORGANISATION(Face.BOLD, 13, 0, 1, 0),
    /** Small, above what it names. */
    LABEL(Face.REGULAR, 8, 8, 1, 0.4f),
    NAME(Face.BOLD, 17, 1, 2, 0),
    DEPARTMENT(Face.REGULAR, 11, 3, 2, 0),
    USER(Face.REGULAR, 11, 1, 2, 0),
    TITLE(Face.BOLD, 15, 0, 9, 0),
    DEADLINE(Face.BOLD, 10.5f, 8, 9, 0),
    KEY(Face.MONO, 11, 2, 99, 0),
    SETTINGS(Face.REGULAR, 9, 2, 9, 0),
    STEP(Face.REGULAR, 11, 7, 99, 0),
    CONTACT(Face.REGULAR, 11, 10, 9, 0),
    HINT(Face.REGULAR, 7, 0, 1, 0.5f);

    final Face face;
    final float size;
    final float spaceBefore;
    /** What doesn't fit into them is first set smaller, and then cut off. */
    final int maxLines;
    /** 0 is black. */
    final float grey;

    Style(Face face, float size, float spaceBefore, int maxLines, float grey) {
        this.face = face;
        this.size = size;
        this.spaceBefore = spaceBefore;
        this.maxLines = maxLines;
        this.grey = grey;
    }

    /** Whether the text itself decides on its direction, and not the sheet's language. */
    boolean ownDirection() {
        return this == NAME || this == DEPARTMENT || this == USER || this == ORGANISATION || this == KEY;
    }
}
