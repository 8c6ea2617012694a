package org.keycloak.handout.output;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code in black and white, with the quiet zone of ISO/IEC 18004, and at least 300 pixels wide. */
final class QrPicture {

    private static final int QUIET_ZONE = 4;
    private static final int MIN_PIXELS = 300;
    private static final int BLACK = 0;
    private static final int WHITE = 1;

    private final ByteMatrix modules;

    private QrPicture(ByteMatrix modules) {
        this.modules = modules;
    }

    /** Empty if the content is longer than a QR code can be. */
    static Optional<QrPicture> of(String content) {
        try {
            return Optional.of(new QrPicture(Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix()));
        } catch (WriterException e) {
            return Optional.empty();
        }
    }

    void writePng(OutputStream out) throws IOException {
        // ImageIO puts what it writes to other streams into a file for temporary data first
        try (MemoryCacheImageOutputStream png = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(draw(), "png", png);
        }
    }

    private BufferedImage draw() {
        int side = modules.getWidth() + 2 * QUIET_ZONE;
        int scale = (MIN_PIXELS + side - 1) / side;
        BufferedImage picture = new BufferedImage(side * scale, side * scale, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side * scale; y++) {
            for (int x = 0; x < side * scale; x++) {
                picture.getRaster().setSample(x, y, 0, isDark(x / scale - QUIET_ZONE, y / scale - QUIET_ZONE) ? BLACK : WHITE);
            }
        }
        return picture;
    }

    private boolean isDark(int column, int row) {
        return column >= 0 && row >= 0 && column < modules.getWidth() && row < modules.getHeight() && modules.get(column, row) == 1;
    }
}
