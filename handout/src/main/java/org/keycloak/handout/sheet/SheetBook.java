package org.keycloak.handout.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * The PDF of the sheets of many users. What sheets have in common is in it once. The content of its pages isn't kept in memory, but in a file of the scratch
 * directory that {@link #close()} removes.
 */
public final class SheetBook implements AutoCloseable {

    private static final int AES_BITS = 256;

    private final SheetStyle style;
    private final Languages languages;
    private final Path scratch;
    private final PDDocument document;
    private final Layout layout;
    private final PageGrid grid;
    private final Set<String> unprintable = new TreeSet<>();
    private PDPageContentStream page;
    private int onPage;

    /**
     * @param style how the sheets look
     * @param scratchDirectory a directory that its owner alone can enter, because secrets are in its files; {@code null} keeps all in memory
     * @throws org.keycloak.handout.server.Refusal if the style has a picture, a font, a text or a language that can't be used
     */
    public SheetBook(SheetStyle style, Path scratchDirectory) throws IOException {
        this.style = style;
        languages = new Languages(style.templates(), style.language());
        grid = new PageGrid(style.paper(), style.perPage());
        // Java makes it with its owner's permissions alone. PDFBox makes its file with the usual ones.
        scratch = scratchDirectory == null ? null : Files.createTempDirectory(scratchDirectory, "sheets");
        MemoryUsageSetting memory = scratch == null ? MemoryUsageSetting.setupMainMemoryOnly()
                : MemoryUsageSetting.setupTempFileOnly().setTempDir(scratch.toFile());
        document = new PDDocument(memory.streamCache);
        try {
            Printer printer = new Printer(document, new Typesetter(new Shaper(document, new Outlines(style.fonts()))), unprintable);
            layout = grid.layout(new Elements(printer, logo()), style.fold());
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private PDImageXObject logo() {
        if (style.logo() == null) {
            return null;
        }
        try {
            return PDImageXObject.createFromByteArray(document, style.logo(), "logo");
        } catch (IOException | IllegalArgumentException e) {
            throw SheetOptions.refusal("--logo: the file isn't a picture in PNG or JPEG.");
        }
    }

    public void add(Sheet sheet) throws IOException {
        Wording wording = new Wording(languages.of(sheet.locale()), style, sheet);
        if (onPage == 0) {
            describe(wording);
            PDPage added = new PDPage(grid.size());
            document.addPage(added);
            page = new PDPageContentStream(document, added);
            grid.cutMarks(page);
        }
        layout.draw(page, wording, grid.cell(onPage));
        onPage = (onPage + 1) % style.perPage();
        if (onPage == 0) {
            page.close();
        }
    }

    /** Usernames of those whose sheet has a box for a character that no font shows. */
    public Set<String> unprintable() {
        return Collections.unmodifiableSet(unprintable);
    }

    /** Ends the book: nothing can be added or written after it. */
    public void writeTo(OutputStream out) throws IOException {
        if (onPage != 0) {
            page.close();
        }
        document.save(out);
    }

    /**
     * Ends the book as {@link #writeTo(OutputStream)} does, encrypted with AES-256.
     *
     * @param password what opens the PDF, at most 127 bytes in UTF-8. The PDF can be printed then, but not changed.
     * @throws IllegalArgumentException if the password is empty
     */
    public void writeTo(OutputStream out, char[] password) throws IOException {
        if (password.length == 0) {
            throw new IllegalArgumentException("The password is empty.");
        }
        byte[] owner = new byte[32];
        new SecureRandom().nextBytes(owner);
        AccessPermission allowed = new AccessPermission();
        allowed.setCanModify(false);
        allowed.setCanModifyAnnotations(false);
        allowed.setCanAssembleDocument(false);
        StandardProtectionPolicy policy = new StandardProtectionPolicy(HexFormat.of().formatHex(owner), new String(password), allowed);
        policy.setEncryptionKeyLength(AES_BITS);
        policy.setPreferAES(true);
        document.protect(policy);
        writeTo(out);
    }

    /** What a screen reader and the title of a window say. */
    private void describe(Wording wording) {
        if (document.getNumberOfPages() > 0) {
            return;
        }
        document.getDocumentInformation().setTitle(Shaper.visible(wording.text("title")));
        document.getDocumentInformation().setCreator("totp-handout");
        document.getDocumentCatalog().setLanguage(wording.locale().toLanguageTag());
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    @Override
    public void close() throws IOException {
        document.close();
        if (scratch != null) {
            Files.deleteIfExists(scratch);
        }
    }
}
