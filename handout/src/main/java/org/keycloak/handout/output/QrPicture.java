package org.keycloak.handout.output;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.keycloak.handout.sheet.QrCode;


/**
 * A picture of a QR code in black and white, at least 300 pixels wide.
 */
record QrPicture(QrCode code) {

    private static final int MIN_PIXELS = 300;
    private static final int BLACK = 0;
    private static final int WHITE = 1;

    void writePng(OutputStream out) throws IOException {
        // ImageIO puts what it writes to other streams into a file for temporary data first
        try (MemoryCacheImageOutputStream png = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(draw(), "png", png);
        }
    }

    private BufferedImage draw() {
        int scale = (MIN_PIXELS + code.side() - 1) / code.side();
        int pixels = code.side() * scale;
        BufferedImage picture = new BufferedImage(pixels, pixels, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < pixels; y++) {
            for (int x = 0; x < pixels; x++) {
                picture.getRaster().setSample(x, y, 0, code.isDark(x / scale, y / scale) ? BLACK : WHITE);
            }
        }
        return picture;
    }
}
