package org.keycloak.services.resources.admin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.keycloak.credential.NewCredential.QrCode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

/**
 * A credential that is stored, and what is shown of it, this once.
 *
 * @param id {@code null} where it has none, since the user's storage keeps it or it is not yet confirmed
 * @param reply what is told
 * @param qrCode what there is to scan, or {@code null}
 */
public record CreatedCredential(String id, ObjectNode reply, QrCode qrCode) {

    /** The reply, with the picture where there is one. */
    public ObjectNode json() {
        return qrCode == null ? reply : reply.put("qrCode", png());
    }

    /** The QR code. Nothing waits for its being drawn: no transaction, and no other request. */
    byte[] png() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        // In memory: ImageIO would put a secret into a temporary file, and fail where there is no room for one.
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(png)) {
            BitMatrix modules = new QRCodeWriter().encode(qrCode.content(), BarcodeFormat.QR_CODE, qrCode.size(), qrCode.size());
            ImageIO.write(MatrixToImageWriter.toBufferedImage(modules), "png", output);
        } catch (WriterException e) {
            throw new IllegalStateException("The QR code's content doesn't fit"); // without the cause, which may quote it
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    /** Without the components, so that no secret gets into a log. */
    @Override
    public String toString() {
        return "CreatedCredential[" + id + "]";
    }
}
