package org.keycloak.utils;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

import org.keycloak.credential.otp.QrCodeSize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A reader that has nothing to do with the encoder: zbar's command, where it is installed. */
class QrCodeReaderTest {

    private static final List<String> COMMAND = List.of("zbarimg", "--quiet", "--raw", "--set", "disable", "--set", "qrcode.enable");
    private static final int SHORTEST = 50;
    private static final int LONGEST = 2953;
    private static final int MAX_SIZE = 1000;

    @TempDir
    Path directory;

    /** With one pixel a module it reads no QR code, so what has one is looked at from nearer by. */
    @Test
    void readsPicturesOfAllSizes() throws IOException, InterruptedException {
        assumeTrue(isInstalled(), "zbarimg isn't installed");
        List<String> command = new ArrayList<>(COMMAND);
        List<String> contents = new ArrayList<>();
        for (int length = SHORTEST; length <= LONGEST; length += (LONGEST - SHORTEST) / 6) {
            String content = content(length);
            int least = QrCodeSize.least(content);
            for (int size : Stream.of(least, least + 1, 2 * least, 246, MAX_SIZE).filter(size -> size >= least && size <= MAX_SIZE).toList()) {
                BufferedImage picture = ImageIO.read(new ByteArrayInputStream(QrCodePicture.png(content, size)));
                Path file = directory.resolve(command.size() + ".png");
                ImageIO.write(size < 2 * least ? enlarged(picture) : picture, "png", file.toFile());
                command.add(file.toString());
                contents.add(content);
            }
        }

        Process zbar = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();

        assertEquals(contents, new String(zbar.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).lines().toList());
        assertEquals(0, zbar.waitFor());
    }

    /** Random, as a secret is, and the same in each run. */
    private static String content(int length) {
        return new Random(length).ints(length, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static BufferedImage enlarged(BufferedImage picture) {
        return new AffineTransformOp(AffineTransform.getScaleInstance(3, 3), AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
                .filter(picture, new BufferedImage(3 * picture.getWidth(), 3 * picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY));
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(path -> Files.isExecutable(Path.of(path, COMMAND.get(0))));
    }
}
