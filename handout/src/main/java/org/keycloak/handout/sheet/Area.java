package org.keycloak.handout.sheet;

/**
 * A rectangle of a page, in points (1/72 inch) from the page's lower left corner. "Start" is where lines of the language begin: right if it is written from right to
 * left.
 */
record Area(float x, float y, float width, float height) {

    static final float MM = 72 / 25.4f;

    float top() {
        return y + height;
    }

    float right() {
        return x + width;
    }

    Area inset(float horizontal, float vertical) {
        return new Area(x + horizontal, y + vertical, width - 2 * horizontal, height - 2 * vertical);
    }

    Area upper(float part) {
        return new Area(x, top() - part, width, part);
    }

    Area belowUpper(float part) {
        return new Area(x, y, width, height - part);
    }

    Area start(float part, boolean rightToLeft) {
        return new Area(rightToLeft ? right() - part : x, y, part, height);
    }

    Area afterStart(float part, boolean rightToLeft) {
        return new Area(rightToLeft ? x : x + part, y, width - part, height);
    }

    /** The area of a row and a column, counted from 0 at the upper left, of a grid that fills this area. */
    Area cell(int row, int rows, int column, int columns) {
        float cellWidth = width / columns;
        float cellHeight = height / rows;
        return new Area(x + column * cellWidth, top() - (row + 1) * cellHeight, cellWidth, cellHeight);
    }
}
