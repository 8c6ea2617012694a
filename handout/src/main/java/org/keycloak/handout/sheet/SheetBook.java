package org.keycloak.handout.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * The PDF of the sheets of many users. Sheets are added one by one, and only what a page has more than others is in memory; the rest is in a file in the
 * scratch directory, which is removed by {@link #close()}.
 */
public final class SheetBook implements AutoCloseable {

    private final SheetStyle style;
    private final PDDocument document = new PDDocument();
    private final Set<String> unprintable = new TreeSet<>();

    /**
     * @param style how the sheets look
     * @param scratchDirectory a directory that its owner alone can read: secrets are written to a file in it. {@code null} keeps all in memory.
     * @throws org.keycloak.handout.server.Refusal if something in the style can't be used
     */
    public SheetBook(SheetStyle style, Path scratchDirectory) throws IOException {
        this.style = style;
    }

    public void add(Sheet sheet) throws IOException {
        document.addPage(new PDPage(style.paper().size()));
    }

    /** Usernames of those whose name or department has characters that no font shows. A box stands for each. */
    public Set<String> unprintable() {
        return unprintable;
    }

    /** Ends the book: nothing can be added or written after it. */
    public void writeTo(OutputStream out) throws IOException {
        document.save(out);
    }

    /**
     * Ends the book as {@link #writeTo(OutputStream)} does, encrypted with AES-256.
     *
     * @param password what opens the PDF. Printing is allowed then, changes aren't.
     */
    public void writeTo(OutputStream out, char[] password) throws IOException {
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
