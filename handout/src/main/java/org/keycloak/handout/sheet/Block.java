package org.keycloak.handout.sheet;

/**
 * A paragraph.
 *
 * @param number what stands in front of it; {@code null} if nothing does
 * @param shared whether other sheets are likely to have it, too
 */
record Block(Style style, String text, String number, boolean shared) {
}
