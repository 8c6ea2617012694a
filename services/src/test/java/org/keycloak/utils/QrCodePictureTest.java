package org.keycloak.utils;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

import org.keycloak.credential.otp.QrCodeSize;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.QRCodeWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

class QrCodePictureTest {

    private static final int MAX_LENGTH = 2953;
    private static final int MAX_SIZE = 1000;

    @TempDir
    Path directory;

    /** A content and a size of its picture. */
    record Case(String content, int size) {

        @Override
        public String toString() {
            return content.length() + " characters, " + size + " pixels";
        }
    }

    /** From the shortest content to the longest, with the least size and the greatest, and some between. */
    static Stream<Case> cases() {
        return IntStream.concat(IntStream.iterate(50, length -> length < MAX_LENGTH, length -> length + 700), IntStream.of(MAX_LENGTH)).boxed()
                .flatMap(length -> cases(content(length)));
    }

    private static Stream<Case> cases(String content) {
        int least = QrCodeSize.least(content);
        return Stream.of(least, least + 1, 3 * least - 1, MAX_SIZE).filter(size -> size >= least && size <= MAX_SIZE)
                .map(size -> new Case(content, size));
    }

    /** Random, as a secret is, and the same in each run. */
    private static String content(int length) {
        String uri = "otpauth://totp/ACME:alice?secret=";
        return uri + new Random(length).ints(length - uri.length(), 'A', 'Z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    /** Pixel by pixel. */
    @ParameterizedTest
    @MethodSource("cases")
    void isZxingsOwn(Case of) throws IOException, WriterException {
        BitMatrix expected = new QRCodeWriter().encode(of.content(), BarcodeFormat.QR_CODE, of.size(), of.size(), QrCodePicture.HINTS);

        BufferedImage picture = picture(of);

        assertEquals(of.size(), picture.getWidth());
        assertEquals(of.size(), picture.getHeight());
        for (int y = 0; y < of.size(); y++) {
            for (int x = 0; x < of.size(); x++) {
                assertEquals(expected.get(x, y) ? 0xff000000 : 0xffffffff, picture.getRGB(x, y));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isReadByZxing(Case of) throws IOException, ReaderException {
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture(of))));

        assertEquals(of.content(), new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.PURE_BARCODE, true)).getText());
    }

    @Test
    void isMadeInMemory() throws IOException {
        Path gone = Files.createDirectory(directory.resolve("gone"));
        ImageIO.setCacheDirectory(gone.toFile());
        Files.delete(gone);
        try {
            assertFalse(QrCodePicture.png(content(100), 246).length == 0);
        } finally {
            ImageIO.setCacheDirectory(null);
        }
    }

    @Test
    void contentIsNoneOfTheMessages() {
        for (Case of : List.of(new Case(content(100), 40), new Case(content(100), -400), new Case(content(MAX_LENGTH + 1), MAX_SIZE))) {
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> QrCodePicture.png(of.content(), of.size()));

            assertFalse(refused.getMessage().contains(of.content()));
            assertNull(refused.getCause());
        }
    }

    private static BufferedImage picture(Case of) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(QrCodePicture.png(of.content(), of.size())));
    }
}
