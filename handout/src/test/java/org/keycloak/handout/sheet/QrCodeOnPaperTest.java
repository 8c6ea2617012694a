package org.keycloak.handout.sheet;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The QR code of a sheet is read from pictures of it, with readers that aren't ours. */
class QrCodeOnPaperTest {

    @ParameterizedTest
    @CsvSource({ "A4, 1", "A4, 2", "A4, 4", "A4, 8", "Letter, 1", "Letter, 2", "Letter, 4", "Letter, 8" })
    void isReadFromScreensPrintersAndCopiers(String paper, int perPage) throws Exception {
        SheetStyle style = Sheets.style("--paper", paper, "--per-page", Integer.toString(perPage));
        Sheet[] sheets = Stream.generate(Sheets::alice).limit(perPage).toArray(Sheet[]::new);
        Sheet last = Sheets.sheet("Last", null, null, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        sheets[perPage - 1] = last;
        try (PDDocument book = Sheets.book(style, sheets)) {
            assertEquals(last.keyUri(), Sheets.scan(Sheets.picture(book, style, perPage - 1, 150, ImageType.GRAY)));
            assertEquals(last.keyUri(), Sheets.scan(Sheets.picture(book, style, perPage - 1, 300, ImageType.GRAY)));
            assertEquals(sheets[0].keyUri(), Sheets.scan(Sheets.picture(book, style, 0, 200, ImageType.BINARY)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 4, 8 })
    void isReadFromACopyIfTheKeyIsAsLongAsCanBe(int perPage) throws Exception {
        SheetStyle style = Sheets.style("--per-page", Integer.toString(perPage), "--contact", "the help desk");
        Sheet sheet = Sheets.sheet("Alice", "Research", null, Sheets.LONG_KEY);
        try (PDDocument book = Sheets.book(style, sheet)) {
            assertEquals(sheet.keyUri(), Sheets.scan(Sheets.picture(book, style, 0, 200, ImageType.BINARY)));
        }
    }

    @Test
    void isReadByZbar(@TempDir Path directory) throws Exception {
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(path -> Files.isExecutable(Path.of(path, "zbarimg"))));
        SheetStyle style = Sheets.style("--per-page", "8");
        try (PDDocument book = Sheets.book(style, Sheets.alice())) {
            assertEquals(Sheets.alice().keyUri(), zbar(Sheets.picture(book, style, 0, 150, ImageType.GRAY), directory.resolve("sheet.png")));
        }
    }

    @Test
    void isLeftOutIfTheKeyUriIsTooLong() throws IOException {
        Sheet alice = Sheets.alice();
        Sheet sheet = new Sheet("alice", "Alice", null, null, "Demo Ltd", null, alice.keyUri() + "&image=" + "a".repeat(3000), alice.key(), null);
        String text = Sheets.text(Sheets.style(), sheet);
        assertTrue(text.contains("Type the key in."));
        assertTrue(text.contains("IZFU CMCX"));
    }

    private static String zbar(BufferedImage picture, Path file) throws IOException {
        ImageIO.write(picture, "png", file.toFile());
        Process zbar = new ProcessBuilder("zbarimg", "--quiet", "--raw", file.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return new String(zbar.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
