package org.keycloak.credential.totp;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

import org.keycloak.models.ModelValidationException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class QrCodeTest {

    private static final String CONTENT = "otpauth://totp/ACME:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=ACME";

    @ParameterizedTest
    @ValueSource(ints = { 100, 246, 999, 1000 })
    void pictureHasTheSizeAndDecodesToTheContent(int size) throws Exception {
        BufferedImage image = image(CONTENT, size);

        assertEquals(size, image.getWidth());
        assertEquals(size, image.getHeight());
        assertEquals(CONTENT, decoded(image));
    }

    @Test
    void largestContentFitsTheDefaultSize() throws Exception {
        String content = "x".repeat(QrCode.CAPACITY);

        assertEquals(content, decoded(image(content, TotpFields.DEFAULT_QR_SIZE)));
    }

    @Test
    void contentThatNeedsMorePixelsIsRefusedWithTheirNumber() {
        String message = refused("x".repeat(QrCode.CAPACITY), 100);

        assertTrue(message.contains("185 pixels"), message); // 177 modules of version 40, and 4 on each side
    }

    @Test
    void contentThatNoQrCodeHoldsIsRefused() {
        refused("x".repeat(QrCode.CAPACITY + 1), 1000);
    }

    private static String refused(String content, int size) {
        String message = assertThrows(ModelValidationException.class, () -> QrCode.png(content, size)).getMessage();
        assertTrue(message.startsWith("Invalid qrSize. "), message);
        return message;
    }

    private static BufferedImage image(String content, int size) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(QrCode.png(content, size)));
    }

    private static String decoded(BufferedImage image) throws ReaderException {
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)))).getText();
    }
}
