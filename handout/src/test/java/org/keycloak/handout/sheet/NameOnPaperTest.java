package org.keycloak.handout.sheet;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Names of any length and script leave the margins and the QR code as they are. */
class NameOnPaperTest {

    private static final int DPI = 150;

    static Stream<String> names() {
        return Stream.of("Aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff", "W".repeat(255), "A long name of many words ".repeat(9),
                "فاطمة الزهراء ".repeat(15), "李小龙".repeat(80), "👩\u200d💻🎉".repeat(40), "Z" + "\u0301\u0323".repeat(100), "\u202eEcila", "a\nb\tc\u0000d");
    }

    @ParameterizedTest
    @MethodSource("names")
    void staysInsideItsCard(String name) throws Exception {
        for (int perPage : new int[] { 1, 8 }) {
            SheetStyle style = Sheets.style("--per-page", Integer.toString(perPage), "--no-fold", "--contact", "the help desk");
            Sheet sheet = Sheets.sheet(name, name, null, Sheets.KEY);
            try (PDDocument book = Sheets.book(style, sheet)) {
                BufferedImage picture = Sheets.picture(book, style, 0, DPI, ImageType.GRAY);
                assertEquals(sheet.keyUri(), Sheets.scan(picture));
                // The dashes of the cuts are on the edge.
                int margin = picture.getWidth() / 25;
                BufferedImage left = picture.getSubimage(0, 0, margin, picture.getHeight() - 3);
                BufferedImage right = picture.getSubimage(picture.getWidth() - margin, 0, margin - 3, picture.getHeight() - 3);
                BufferedImage below = picture.getSubimage(0, picture.getHeight() - margin, picture.getWidth() - 3, margin - 3);
                assertTrue(Stream.of(left, right, below).allMatch(NameOnPaperTest::isWhite), perPage + " a page");
            }
        }
    }

    private static boolean isWhite(BufferedImage picture) {
        return IntStream.of(picture.getRaster().getPixels(0, 0, picture.getWidth(), picture.getHeight(), (int[]) null)).allMatch(pixel -> pixel > 250);
    }
}
