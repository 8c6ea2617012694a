package org.keycloak.services.credential;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

import org.keycloak.credential.NewCredential.QrCode;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class CredentialReplyTest {

    private static final String CONTENT = "otpauth://totp/ACME:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=ACME";

    private final CredentialReply credential = new CredentialReply("1", JsonNodeFactory.instance.objectNode(), new QrCode(CONTENT, 246));

    @Test
    void pictureIsInTheReply() throws IOException, ReaderException {
        assertEquals(CONTENT, decoded(credential.json().get("qrCode").binaryValue()));
    }

    @Test
    void textHoldsNoSecret() {
        assertFalse(credential.toString().contains("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
        assertFalse(credential.qrCode().toString().contains("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    }

    private static String decoded(byte[] png) throws IOException, ReaderException {
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
                new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(png)))))).getText();
    }
}
