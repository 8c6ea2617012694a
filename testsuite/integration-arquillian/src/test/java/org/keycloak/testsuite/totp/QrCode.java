package org.keycloak.testsuite.totp;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

/**
 * A picture of a QR code, as a phone's camera sees it.
 */
public record QrCode(BufferedImage picture) {

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    public static QrCode of(String base64) {
        return of(Base64.getDecoder().decode(base64));
    }

    public static QrCode of(byte[] png) {
        if (png.length < PNG_SIGNATURE.length || !Arrays.equals(png, 0, PNG_SIGNATURE.length, PNG_SIGNATURE, 0, PNG_SIGNATURE.length)) {
            throw new IllegalArgumentException("not a PNG");
        }
        try {
            return new QrCode(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The picture is made for the QR code alone. */
    public String text() {
        return read(DecodeHintType.PURE_BARCODE).orElseThrow(() -> new IllegalStateException("not a QR code"));
    }

    /** The picture is of a screen: lines may be a little wider than others, and the page may move. A phone tries until it can read it. */
    public Optional<String> scan() {
        return read(DecodeHintType.PURE_BARCODE).or(() -> read(DecodeHintType.TRY_HARDER));
    }

    private Optional<String> read(DecodeHintType way) {
        try {
            BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture)));
            return Optional.of(new QRCodeReader().decode(bitmap, Map.of(way, true)).getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }
}
