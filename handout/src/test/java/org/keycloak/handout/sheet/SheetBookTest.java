package org.keycloak.handout.sheet;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class SheetBookTest {

    @Test
    void keyCanBeCopiedOutOfTheSheet() throws IOException {
        String text = Sheets.text(Sheets.style(), Sheets.alice());
        assertTrue(text.replaceAll("\\s", "").contains(Sheets.KEY));
        assertTrue(text.contains("IZFU CMCX JJLD"));
    }

    @Test
    void sheetSaysUntilWhenAndWhomToAsk() throws IOException {
        String text = Sheets.text(Sheets.style("--language=en-GB", "--contact=the help desk"), Sheets.alice()).replaceAll("\\s+", " ");
        assertTrue(text.contains("before 31 January 2030, 13:00 (Coordinated Universal Time)"), text);
        assertTrue(text.contains("Ask the help desk."));
    }

    @Test
    void sheetIsInTheLanguageOfTheUser() throws IOException {
        String text = Sheets.text(Sheets.style(), Sheets.sheet("Alice", null, Locale.GERMANY, Sheets.KEY));
        assertTrue(text.contains("Was zu tun ist"));
        assertTrue(Sheets.text(Sheets.style("--language=fr"), Sheets.sheet("Alice", null, Locale.JAPANESE, Sheets.KEY)).contains("Ce qu’il faut faire"));
    }

    @Test
    void settingsThatNoAppTakesForGrantedAreNamed() throws IOException {
        Sheet alice = Sheets.alice();
        Sheet unusual = new Sheet("alice", null, null, null, "Demo Ltd", null, alice.keyUri().replace("SHA1", "SHA512").replace("digits=6", "digits=8"), alice.key(), null);
        assertTrue(Sheets.text(Sheets.style(), unusual).contains("SHA512, 8 digits, 30 seconds"));
        assertFalse(Sheets.text(Sheets.style(), alice).contains("30 seconds"));
    }

    @Test
    void onlyTheNameIsOutsideAFoldedSheet() throws Exception {
        SheetStyle style = Sheets.style();
        try (PDDocument book = Sheets.book(style, Sheets.alice())) {
            Area outside = new PageGrid(style.paper(), 1).cell(0).cell(0, 3, 0, 1);
            PDFTextStripperByArea stripper = new PDFTextStripperByArea();
            stripper.addRegion("outside", new Rectangle2D.Float(0, 0, outside.width(), outside.height()));
            stripper.extractRegions(book.getPage(0));
            assertEquals("Demo Ltd Personal. For nobody else to open. Alice Research Fold back", stripper.getTextForRegion("outside").strip().replaceAll("\\s+", " "));
            var page = Sheets.picture(book, style, 0, 150, ImageType.GRAY);
            int third = page.getHeight() / 3;
            assertFalse(Sheets.scans(page.getSubimage(0, 0, page.getWidth(), third)));
            assertTrue(Sheets.scans(page.getSubimage(0, third, page.getWidth(), third)));
        }
    }

    @Test
    void foldsCanBeLeftOut() throws IOException {
        assertFalse(Sheets.text(Sheets.style("--no-fold"), Sheets.alice()).contains("Fold"));
    }

    @Test
    void pagesAreFilledInTheOrderOfTheUsers() throws IOException {
        Sheet[] sheets = Stream.of("A1", "B2", "C3").map(name -> Sheets.sheet(name, null, null, Sheets.KEY)).toArray(Sheet[]::new);
        try (PDDocument book = Sheets.book(Sheets.style("--per-page=2"), sheets)) {
            assertEquals(2, book.getNumberOfPages());
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            assertTrue(stripper.getText(book).contains("C3"));
        }
    }

    @Test
    void metadataHasTheTitleAndTheLanguageAndNoSecret() throws IOException {
        try (PDDocument book = Sheets.book(Sheets.style(), Sheets.sheet("Alice", null, Locale.FRENCH, Sheets.KEY))) {
            assertEquals("Vos codes à usage unique pour Demo Ltd", book.getDocumentInformation().getTitle());
            assertEquals("fr", book.getDocumentCatalog().getLanguage());
            assertTrue(book.getDocumentCatalog().getViewerPreferences().displayDocTitle());
            assertFalse(book.getDocumentInformation().getCOSObject().toString().contains(Sheets.KEY));
        }
    }

    @Test
    void manySheetsHaveTheCommonTextsOnce() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (SheetBook book = new SheetBook(Sheets.style(), null)) {
            for (int i = 0; i < 200; i++) {
                book.add(Sheets.alice());
            }
            book.writeTo(pdf);
        }
        assertTrue(pdf.size() < 200 * 4_000, () -> "bytes: " + pdf.size());
    }

    @Test
    void passwordOpensAProtectedSheet() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (SheetBook book = new SheetBook(Sheets.style(), null)) {
            book.add(Sheets.alice());
            book.writeTo(pdf, "Personal-4711".toCharArray());
        }
        assertThrows(InvalidPasswordException.class, () -> Loader.loadPDF(pdf.toByteArray()));
        assertThrows(InvalidPasswordException.class, () -> Loader.loadPDF(pdf.toByteArray(), "personal-4711"));
        try (PDDocument opened = Loader.loadPDF(pdf.toByteArray(), "Personal-4711")) {
            assertEquals(256, opened.getEncryption().getLength());
            assertTrue(opened.getCurrentAccessPermission().canPrintFaithful());
            assertFalse(opened.getCurrentAccessPermission().canModify());
            assertTrue(new PDFTextStripper().getText(opened).contains("IZFU CMCX"));
        }
    }

    @Test
    void scratchIsTheOwnersAloneAndIsRemoved(@TempDir Path directory) throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (SheetBook book = new SheetBook(Sheets.style(), directory)) {
            book.add(Sheets.alice());
            List<Path> made = list(directory);
            assertEquals(1, made.size());
            assertEquals(PosixFilePermissions.fromString("rwx------"), Files.getPosixFilePermissions(made.get(0)));
            assertFalse(list(made.get(0)).isEmpty());
        }
        assertEquals(List.of(), list(directory));
    }

    @Test
    void usersWhoseNamesCannotBeShownAreNamed() throws IOException {
        try (SheetBook book = new SheetBook(Sheets.style(), null)) {
            book.add(Sheets.sheet("Ζωή Ярослав بنت e\u0301x\u0302", null, null, Sheets.KEY));
            assertEquals(Set.of(), book.unprintable());
            // A noncharacter: no font has it.
            book.add(Sheets.sheet("\ufdd0", null, null, Sheets.KEY));
            assertEquals(Set.of("alice"), book.unprintable());
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
