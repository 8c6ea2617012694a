package org.keycloak.handout.sheet;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How sheets look. It is the same after a trip through JSON, and has the content of all files except the fonts: sheets that are made later from it look
 * the same.
 *
 * @param paper what the sheets are printed on
 * @param perPage sheets a page: 1, 2, 4 or 8
 * @param fold whether a sheet that has a page of its own is folded, with the QR code and the key inside
 * @param language BCP 47 tag of the language for users without a locale, or with one that has no texts
 * @param timeZone ID of the time zone of dates, such as {@code Europe/Paris}
 * @param organisation name of the organisation; {@code null} if the issuer stands for it
 * @param logo a PNG or JPEG to print instead of the name; {@code null} if there is none
 * @param contact whom to ask; {@code null} if it isn't said
 * @param templates texts that take the place of the program's; see {@link SheetOptions}
 * @param fonts files of fonts for characters that the program's own fonts lack, in the order of preference
 */
public record SheetStyle(Paper paper, int perPage, boolean fold, String language, String timeZone, String organisation, byte[] logo, String contact,
        List<Map<String, String>> templates, List<Path> fonts) {
}
