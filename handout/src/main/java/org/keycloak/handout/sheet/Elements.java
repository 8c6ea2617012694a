package org.keycloak.handout.sheet;

import java.io.IOException;
import java.util.Optional;

import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** The parts that all layouts have. */
final class Elements {

    /** Points a side: any camera reads it. */
    private static final float MODULE = 0.5f * Area.MM;

    private final Printer printer;
    private final PDImageXObject logo;

    /**
     * @param logo {@code null} if there is none
     */
    Elements(Printer printer, PDImageXObject logo) {
        this.printer = printer;
        this.logo = logo;
    }

    Column column(Wording wording) {
        return new Column(printer, wording);
    }

    /** The logo, or the organisation's name, at the start of the area. */
    void organisation(PDPageContentStream out, Wording wording, Area area, float scale) throws IOException {
        if (logo == null) {
            column(wording).add(Style.ORGANISATION, wording.value("organisation")).draw(out, area, scale);
            return;
        }
        float factor = Math.min(area.height() / logo.getHeight(), area.width() / 2 / logo.getWidth());
        float width = logo.getWidth() * factor;
        float height = logo.getHeight() * factor;
        out.drawImage(logo, area.start(width, wording.rightToLeft()).x(), area.top() - height, width, height);
    }

    /**
     * The QR code at the start of the area's top, or a sentence that says why there is none. The quiet zone reaches out of the area there, so that
     * the modules are in line with texts.
     *
     * @param usual width in points; long keys get more if their modules are too small, up to the width or the height of the area
     * @return the width that is used
     */
    float qrCode(PDPageContentStream out, Wording wording, Area area, float usual) throws IOException {
        boolean rightToLeft = wording.rightToLeft();
        Optional<QrCode> code = QrCode.of(wording.sheet().keyUri());
        if (code.isEmpty()) {
            column(wording).addText(Style.TITLE, "only.key").draw(out, area.start(usual, rightToLeft), 1);
            return usual;
        }
        float side = Math.min(Math.max(usual, code.get().side() * MODULE), Math.min(area.width(), area.height()));
        float quietZone = side * code.get().quietZone();
        Area place = area.start(side, rightToLeft);
        code.get().draw(out, new Area(place.x() + (rightToLeft ? quietZone : -quietZone), place.y() + quietZone, side, place.height()));
        return side - quietZone;
    }

    /** The key in groups of four, with what an app has to be told about it. */
    static Column key(Column column, Wording wording) {
        column.addText(Style.LABEL, "label.key").add(Style.KEY, wording.sheet().key().replaceAll(".{4}(?=.)", "$0 "));
        return wording.unusual() ? column.addText(Style.SETTINGS, "settings") : column;
    }

    /** Who logs in, and the device. */
    static Column user(Column column, Wording wording) {
        column.addText(Style.LABEL, "label.user").add(Style.USER, wording.sheet().username());
        return wording.value("device") == null ? column : column.addText(Style.LABEL, "label.device").add(Style.USER, wording.value("device"));
    }

    static void dashed(PDPageContentStream out, float fromX, float fromY, float toX, float toY) throws IOException {
        out.setStrokingColor(0.6f);
        out.setLineWidth(0.4f);
        out.setLineDashPattern(new float[] { 3, 3 }, 0);
        out.moveTo(fromX, fromY);
        out.lineTo(toX, toY);
        out.stroke();
    }
}
