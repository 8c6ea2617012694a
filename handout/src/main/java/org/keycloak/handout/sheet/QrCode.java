package org.keycloak.handout.sheet;

import java.io.IOException;
import java.util.Optional;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.util.Matrix;

/** A QR code with the quiet zone of ISO/IEC 18004: four modules on each side. */
public final class QrCode {

    private static final int QUIET_ZONE = 4;

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /** Empty if the content is longer than a QR code can be. */
    public static Optional<QrCode> of(String content) {
        try {
            return Optional.of(new QrCode(Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix()));
        } catch (WriterException e) {
            return Optional.empty();
        }
    }

    /** Modules a side, with the quiet zone. */
    public int side() {
        return modules.getWidth() + 2 * QUIET_ZONE;
    }

    /**
     * @param column 0 is the first of the quiet zone
     * @param row as the column
     */
    public boolean isDark(int column, int row) {
        return isModule(column - QUIET_ZONE, row - QUIET_ZONE) && modules.get(column - QUIET_ZONE, row - QUIET_ZONE) == 1;
    }

    private boolean isModule(int column, int row) {
        return column >= 0 && row >= 0 && column < modules.getWidth() && row < modules.getHeight();
    }

    /** Width of the quiet zone on one side, as a part of the whole width. */
    float quietZone() {
        return (float) QUIET_ZONE / side();
    }

    /** Draws it as shapes into the square at the area's top, as wide as the area. One path has all modules, so that no seams are seen between them. */
    void draw(PDPageContentStream out, Area area) throws IOException {
        float module = area.width() / side();
        out.saveGraphicsState();
        out.transform(new Matrix(module, 0, 0, -module, area.x() + QUIET_ZONE * module, area.top() - QUIET_ZONE * module));
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                int end = column;
                while (end < modules.getWidth() && modules.get(end, row) == 1) {
                    end++;
                }
                if (end > column) {
                    out.addRect(column, row, end - column, 1);
                    column = end;
                }
            }
        }
        out.fill();
        out.restoreGraphicsState();
    }
}
