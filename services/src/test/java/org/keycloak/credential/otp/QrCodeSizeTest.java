package org.keycloak.credential.otp;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class QrCodeSizeTest {

    private static final int CAPACITY = 2953; // bytes, of version 40 at error correction level L

    @Test
    void isWhatTheWriterTakes() throws WriterException {
        for (int length = 1; length <= CAPACITY; length += length < 300 ? 1 : 53) {
            String content = "a".repeat(length);

            assertEquals(new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 1, 1).getWidth(), QrCodeSize.least(content), length + " bytes");
        }
    }

    @Test
    void nothingHoldsMoreThanTheLargest() {
        assertEquals(185, QrCodeSize.least("a".repeat(CAPACITY)));
        assertEquals(0, QrCodeSize.least("a".repeat(CAPACITY + 1)));
        assertThrows(WriterException.class, () -> new QRCodeWriter().encode("a".repeat(CAPACITY + 1), BarcodeFormat.QR_CODE, 1, 1));
    }
}
