package org.keycloak.credential.totp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.keycloak.models.ModelValidationException;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

final class QrCode {

    /** Bytes that the largest QR code holds (ISO/IEC 18004, version 40, error correction level L). */
    static final int CAPACITY = 2953;

    private QrCode() {
    }

    /**
     * @param size width and height in pixels
     * @return a PNG
     * @throws ModelValidationException where the content needs a larger picture, or more than a QR code holds
     */
    static byte[] png(String content, int size) {
        try {
            BitMatrix matrix = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, size, size);
            if (matrix.getWidth() > size) { // zxing gives it the room that it needs
                throw new ModelValidationException("Invalid " + TotpFields.QR_SIZE + ". This user's QR code needs at least "
                        + matrix.getWidth() + " pixels.");
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            MatrixToImageWriter.writeToStream(matrix, "png", png);
            return png.toByteArray();
        } catch (WriterException e) {
            throw new ModelValidationException("Invalid " + TotpFields.QR_SIZE + ". The issuer and the user name are too long for a QR code:"
                    + " allowed is 0 for no picture, or a shorter issuer.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
