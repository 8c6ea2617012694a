package org.keycloak.testsuite.performance.reading;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * The command {@code zbarimg}: of the package zbar-tools, on Debian.
 *
 * @param directory for the pictures while they are read
 */
record Zbar(Path directory) implements Reader {

    private static final List<String> COMMAND = List.of("zbarimg", "--quiet", "--xml", "--set", "disable", "--set", "qrcode.enable");
    private static final Pattern SOURCE = Pattern.compile("<source href='[^']*?(\\d+)\\.png'>(.*?)</source>", Pattern.DOTALL);

    static boolean isInstalled() {
        try {
            return new ProcessBuilder("zbarimg", "--version").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "zbar";
    }

    @Override
    public BitSet read(List<BufferedImage> pictures, String content) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        List<String> command = new ArrayList<>(COMMAND);
        for (int index = 0; index < pictures.size(); index++) {
            Path file = directory.resolve(index + ".png");
            ImageIO.write(pictures.get(index), "png", file.toFile());
            command.add(file.toString());
        }
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Matcher sources = SOURCE.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        process.waitFor(); // its status says no more than that one of them was not read
        BitSet read = new BitSet();
        while (sources.find()) {
            read.set(Integer.parseInt(sources.group(1)), sources.group(2).contains("CDATA[" + content + "]]"));
        }
        return read;
    }
}
