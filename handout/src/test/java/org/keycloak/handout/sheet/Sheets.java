package org.keycloak.handout.sheet;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Sheets to try, and what can be seen of them. */
final class Sheets {

    static final String KEY = "IZFUCMCXJJLDC2LPIVLFISSWME2HQSDPOR4HQSDFKY4EIOLKOJSA";
    /** The longest secret there is: 128 bytes. */
    static final String LONG_KEY = "GEZDGNBVGY3TQOJQ".repeat(12) + "GEZDGNBVGY3TQ";

    private Sheets() {
    }

    @Command
    private static final class Options {

        @Mixin
        private SheetOptions sheets;
    }

    /** In English, in UTC. */
    static SheetStyle style(String... options) {
        Options parsed = new Options();
        String[] all = new String[options.length + 2];
        all[0] = "--language=en";
        all[1] = "--time-zone=UTC";
        System.arraycopy(options, 0, all, 2, options.length);
        new CommandLine(parsed).setOverwrittenOptionsAllowed(true).parseArgs(all);
        return parsed.sheets.style();
    }

    static Sheet alice() {
        return sheet("Alice", "Research", null, KEY);
    }

    static Sheet sheet(String name, String department, Locale locale, String key) {
        return new Sheet("alice", name, department, locale, "Demo Ltd", "Phone",
                "otpauth://totp/Demo%20Ltd:alice?secret=" + key + "&issuer=Demo%20Ltd&algorithm=SHA1&digits=6&period=30", key, Instant.parse("2030-01-31T13:00:00Z"));
    }

    static PDDocument book(SheetStyle style, Sheet... sheets) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (SheetBook book = new SheetBook(style, null)) {
            for (Sheet sheet : sheets) {
                book.add(sheet);
            }
            book.writeTo(pdf);
        }
        return Loader.loadPDF(pdf.toByteArray());
    }

    static String text(SheetStyle style, Sheet sheet) throws IOException {
        try (PDDocument book = book(style, sheet)) {
            return new PDFTextStripper().getText(book);
        }
    }

    /**
     * A sheet alone, as a printer or a copier makes it.
     *
     * @param index of the sheet, from 0, on the first page
     */
    static BufferedImage picture(PDDocument book, SheetStyle style, int index, int dpi, ImageType type) throws IOException {
        BufferedImage page = new PDFRenderer(book).renderImageWithDPI(0, dpi, type);
        Area cell = new PageGrid(style.paper(), style.perPage()).cell(index);
        float pixels = dpi / 72f;
        int top = (int) (page.getHeight() - cell.top() * pixels);
        return page.getSubimage((int) (cell.x() * pixels), Math.max(top, 0), (int) (cell.width() * pixels), (int) (cell.height() * pixels));
    }

    static String scan(BufferedImage picture) throws ReaderException {
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture))), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    static boolean scans(BufferedImage picture) {
        try {
            return !scan(picture).isEmpty();
        } catch (NotFoundException e) {
            return false;
        } catch (ReaderException e) {
            return true;
        }
    }
}
