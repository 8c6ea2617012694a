/**
 * The sheets that are handed out: a PDF with a QR code, the key and what to do, for each user.
 *
 * <p>Begin with {@link org.keycloak.handout.sheet.SheetBook}: it lays {@link org.keycloak.handout.sheet.Sheet}s out in the
 * {@link org.keycloak.handout.sheet.SheetStyle} that the {@link org.keycloak.handout.sheet.SheetOptions} of the command line name. A
 * {@code Layout} says what is where on a sheet, {@code Texts} has the words, and {@code Typesetter} and {@code Shaper} set
 * text of any script.
 */
package org.keycloak.handout.sheet;
