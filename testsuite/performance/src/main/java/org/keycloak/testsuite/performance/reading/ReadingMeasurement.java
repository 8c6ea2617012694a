package org.keycloak.testsuite.performance.reading;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.keycloak.testsuite.performance.Options;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * Measures whether a mask of a QR code that is always the same costs a reader anything, beside the one that is searched for each. All masks are
 * seen by the same cameras.
 */
public final class ReadingMeasurement {

    private static final int MASKS = 8;

    private final List<Reader> readers;
    private final int views;

    private ReadingMeasurement(List<Reader> readers, int views) {
        this.readers = readers;
        this.views = views;
    }

    public static void main(String[] arguments) throws Exception {
        Path results = Options.path("results");
        List<Reader> readers = Zbar.isInstalled() ? List.of(new Zxing(), new Zbar(results.resolve("pictures"))) : List.of(new Zxing());
        ReadingMeasurement measurement = new ReadingMeasurement(readers, Options.number("views"));
        String tables = measurement.table("Ordinary names", KeyUris.ordinary(Options.number("uris")))
                + measurement.table("Names that are chosen to look like a mask", KeyUris.hostile(Options.number("uris")));
        System.out.println(tables);
        Files.writeString(Files.createDirectories(results).resolve("masks.md"), tables);
    }

    private String table(String title, Stream<String> contents) throws Exception {
        int[][] unread = new int[MASKS + 1][readers.size()];
        int pictures = 0;
        Random random = new Random(3);
        for (String content : contents.toList()) {
            List<Camera> cameras = Stream.of(View.values()).flatMap(view -> IntStream.range(0, views).mapToObj(number -> view.camera(random))).toList();
            pictures += cameras.size();
            for (int mask = 0; mask <= MASKS; mask++) {
                ByteMatrix modules = modules(content, mask);
                List<BufferedImage> seen = cameras.stream().map(camera -> camera.see(modules)).toList();
                for (int reader = 0; reader < readers.size(); reader++) {
                    unread[mask][reader] += seen.size() - readers.get(reader).read(seen, content).cardinality();
                }
            }
        }
        return print(title, pictures, unread);
    }

    private static ByteMatrix modules(String content, int mask) throws WriterException {
        Map<EncodeHintType, ?> hints = mask == MASKS ? Map.of() : Map.of(EncodeHintType.QR_MASK_PATTERN, mask);
        return Encoder.encode(content, ErrorCorrectionLevel.L, hints).getMatrix();
    }

    private String print(String title, int pictures, int[][] unread) {
        List<String> lines = new ArrayList<>(List.of("## " + title, "", "Not read, of " + pictures + " pictures with each mask:", ""));
        lines.add("| mask | " + String.join(" | ", readers.stream().map(Reader::name).toList()) + " |");
        lines.add("| --- ".repeat(1 + readers.size()) + "|");
        for (int mask = 0; mask <= MASKS; mask++) {
            lines.add("| " + (mask == MASKS ? "searched" : mask) + " | " + String.join(" | ", IntStream.of(unread[mask]).mapToObj(Integer::toString).toList()) + " |");
        }
        return String.join("\n", lines) + "\n\n";
    }
}
