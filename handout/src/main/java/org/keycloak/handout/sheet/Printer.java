package org.keycloak.handout.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.text.Bidi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;

/** Sets and prints paragraphs. What many sheets share is in the document once, as a form. */
final class Printer {

    private static final int REMEMBERED = 100;
    private static final float SMALLEST = 0.6f;
    private static final String ELLIPSIS = "…";

    private final PDDocument document;
    private final Typesetter typesetter;
    private final Set<String> unprintable;
    private final Map<Paragraph, PDFormXObject> forms = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Paragraph, PDFormXObject> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * @param unprintable gets the usernames of those whose sheet lacks glyphs
     */
    Printer(PDDocument document, Typesetter typesetter, Set<String> unprintable) {
        this.document = document;
        this.typesetter = typesetter;
        this.unprintable = unprintable;
    }

    /** Sets a paragraph as large as it fits into its lines, and cuts it off if it doesn't. */
    Paragraph set(Block block, Wording wording, float width, float scale) {
        float size = block.style().size * scale;
        float smallest = size * SMALLEST;
        List<Line> lines = lines(block, block.text(), wording, width, size);
        while (lines.size() > block.style().maxLines && size * 0.95f > smallest) {
            size *= 0.95f;
            lines = lines(block, block.text(), wording, width, size);
        }
        if (lines.size() > block.style().maxLines) {
            lines = cut(block, wording, width, size, lines);
        }
        Line number = block.number() == null ? null
                : typesetter.paragraph(block.number(), Face.BOLD, Float.MAX_VALUE, Bidi.DIRECTION_LEFT_TO_RIGHT, wording.locale()).get(0);
        return new Paragraph(block, lines, number, width, size, wording.rightToLeft());
    }

    private List<Line> cut(Block block, Wording wording, float width, float size, List<Line> lines) {
        String text = Typesetter.clean(block.text());
        int end = lines.stream().limit(block.style().maxLines).mapToInt(Line::length).sum();
        List<Line> cut;
        do {
            cut = lines(block, text.substring(0, end).strip() + ELLIPSIS, wording, width, size);
            end = text.offsetByCodePoints(end, -1);
        } while (cut.size() > block.style().maxLines);
        return cut;
    }

    private List<Line> lines(Block block, String text, Wording wording, float width, float size) {
        int direction = block.style().ownDirection() ? Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT
                : wording.rightToLeft() ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT;
        return typesetter.paragraph(text, block.style().face, width / size - (block.number() == null ? 0 : Paragraph.INDENT), direction, wording.locale());
    }

    /** Prints at the top of the area. */
    void print(PDPageContentStream out, Paragraph paragraph, Area area, Sheet sheet) throws IOException {
        if (!paragraph.complete()) {
            unprintable.add(sheet.username());
        }
        if (!paragraph.block().shared()) {
            paragraph.draw(out, area);
            return;
        }
        PDFormXObject form = forms.get(paragraph);
        if (form == null) {
            form = form(paragraph);
            forms.put(paragraph, form);
        }
        out.saveGraphicsState();
        out.transform(Matrix.getTranslateInstance(area.x(), area.top() - paragraph.height()));
        out.drawForm(form);
        out.restoreGraphicsState();
    }

    private PDFormXObject form(Paragraph paragraph) throws IOException {
        // A form, too, and the one kind that PDFBox has a content stream with all operators for.
        PDAppearanceStream form = new PDAppearanceStream(document);
        form.setResources(new PDResources());
        form.setBBox(new PDRectangle(paragraph.width(), paragraph.height()));
        try (OutputStream content = form.getStream().createOutputStream(COSName.FLATE_DECODE);
                PDPageContentStream out = new PDPageContentStream(document, form, content)) {
            paragraph.draw(out, new Area(0, 0, paragraph.width(), paragraph.height()));
        }
        return form;
    }
}
