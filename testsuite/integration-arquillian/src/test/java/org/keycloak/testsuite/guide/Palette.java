package org.keycloak.testsuite.guide;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * The colours that tell in a picture. What lies between them is the edge of some letter, and makes half of the file.
 */
record Palette(List<Integer> colours) {

    private static final int SIZE = 256;

    /** Of colours that are taken for one: eight of 256 steps in red, green and blue. */
    private static final int DISTANCE = 3 * 8 * 8;

    /** The same picture in fewer bytes. */
    static byte[] reduce(byte[] png) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
            Map<Integer, Long> count = Arrays.stream(pixels).boxed().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            Palette palette = of(count);
            Map<Integer, Integer> nearest = count.keySet().stream().collect(Collectors.toMap(Function.identity(), palette::nearest));
            return palette.write(Arrays.stream(pixels).map(nearest::get).toArray(), picture.getWidth(), picture.getHeight());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The most frequent first, and a rare one only where no other is near. */
    private static Palette of(Map<Integer, Long> count) {
        Palette palette = new Palette(new ArrayList<>());
        count.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .filter(colour -> palette.colours.stream().noneMatch(other -> distance(colour, other) <= DISTANCE))
                .limit(SIZE)
                .forEach(palette.colours::add);
        return palette;
    }

    private int nearest(int colour) {
        return IntStream.range(0, colours.size()).boxed().min(Comparator.comparingInt(index -> distance(colour, colours.get(index)))).orElseThrow();
    }

    private static int distance(int one, int other) {
        return IntStream.of(0, 8, 16).map(shift -> (one >> shift & 0xff) - (other >> shift & 0xff)).map(it -> it * it).sum();
    }

    private byte[] write(int[] indices, int width, int height) throws IOException {
        IndexColorModel model = new IndexColorModel(8, colours.size(), colours.stream().mapToInt(it -> it).toArray(), 0, false, -1,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(width, height);
        raster.setPixels(0, 0, width, height, indices);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(0); // the smallest file: nothing is lost
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(new BufferedImage(model, raster, false, null), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
