package org.keycloak.testsuite.handout;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A PDF, as a printer prints it and phones scan it.
 */
public final class PrintedSheets implements AutoCloseable {

    private final PDDocument document;
    private final PDFRenderer printer;

    private PrintedSheets(PDDocument document) {
        this.document = document;
        this.printer = new PDFRenderer(document);
    }

    public static PrintedSheets of(Path pdf) throws IOException {
        return new PrintedSheets(Loader.loadPDF(pdf.toFile()));
    }

    /** As a browser prints it. */
    public static PrintedSheets of(byte[] pdf) throws IOException {
        return new PrintedSheets(Loader.loadPDF(pdf));
    }

    static PrintedSheets of(Path pdf, String password) throws IOException {
        return new PrintedSheets(Loader.loadPDF(pdf.toFile(), password));
    }

    public int pages() {
        return document.getNumberOfPages();
    }

    /** The contents of all QR codes. */
    public List<String> scan(int dpi) throws IOException {
        List<String> contents = new ArrayList<>();
        for (int page = 0; page < pages(); page++) {
            contents.addAll(scan(page, dpi));
        }
        return contents;
    }

    /** The contents of the QR codes of a page, from its top. */
    public List<String> scan(int page, int dpi) throws IOException {
        BufferedImage picture = printer.renderImageWithDPI(page, dpi, ImageType.GRAY);
        try {
            return Stream.of(new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture))),
                    Map.of(DecodeHintType.TRY_HARDER, true)))
                    .map(Result::getText).toList();
        } catch (NotFoundException e) {
            throw new IllegalStateException("no QR code on page " + page + " at " + dpi + " dpi", e);
        }
    }

    public String text() throws IOException {
        return new PDFTextStripper().getText(document);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
