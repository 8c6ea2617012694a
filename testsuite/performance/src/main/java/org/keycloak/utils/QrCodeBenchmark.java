package org.keycloak.utils;

import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a key URI to a picture in Base64, beside Keycloak's own utility, and the QR code's modules alone.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class QrCodeBenchmark {

    private static final String URI = "otpauth://totp/ACME:alice%40example.com?issuer=ACME&algorithm=SHA1&digits=6&period=30&secret=";
    private static final Map<EncodeHintType, ?> MASK = Map.of(EncodeHintType.QR_MASK_PATTERN, QrCodePicture.MASK);

    @State(Scope.Benchmark)
    public static class Content {

        /** In characters: an ordinary one, and the longest. */
        @Param({ "150", "2953" })
        public int length;

        private String uri;

        @Setup
        public void make() {
            uri = URI + new Random(0).ints(length - URI.length(), 'A', 'Z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
        }
    }

    @State(Scope.Benchmark)
    public static class Size {

        /** In pixels: one that all contents fit into, the default of the ordinary one, and the greatest. */
        @Param({ "186", "246", "1000" })
        public int pixels;
    }

    @Benchmark
    public String keycloaksPicture(Content content, Size size) throws WriterException, IOException {
        return QRCodeUtils.encodeAsQRString(content.uri, size.pixels, size.pixels);
    }

    @Benchmark
    public String picture(Content content, Size size) {
        return Base64.getEncoder().encodeToString(QrCodePicture.png(content.uri, size.pixels));
    }

    @Benchmark
    public QRCode modulesWithSearchedMask(Content content) throws WriterException {
        return Encoder.encode(content.uri, ErrorCorrectionLevel.L);
    }

    @Benchmark
    public QRCode modules(Content content) throws WriterException {
        return Encoder.encode(content.uri, ErrorCorrectionLevel.L, MASK);
    }
}
