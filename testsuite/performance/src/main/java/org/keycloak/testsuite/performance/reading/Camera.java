package org.keycloak.testsuite.performance.reading;

import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Kernel;
import java.util.Random;

import com.google.zxing.qrcode.encoder.ByteMatrix;

/**
 * What a camera makes of a QR code: it stands somewhere between the pixels, turned and tilted, in uneven light, out of focus, with noise.
 *
 * @param pixels a module has, across
 * @param angle in radians
 * @param tilt how much nearer one edge is than the middle: 0 for not at all
 * @param blur standard deviation, in modules
 * @param noise standard deviation, of 256 levels of grey
 * @param seed of what else is random
 */
record Camera(double pixels, double angle, double tilt, double blur, double noise, long seed) {

    private static final int QUIET_ZONE = 4;
    private static final int DARK = 40;
    private static final int CONTRAST = 150;
    private static final int SHADE = 60;
    /** Points of a pixel that are looked at, across. */
    private static final int SAMPLES = 4;

    BufferedImage see(ByteMatrix modules) {
        Random random = new Random(seed);
        int size = (int) Math.ceil((modules.getWidth() + 2 * QUIET_ZONE) * pixels * 1.5) + 10;
        double middleX = size / 2.0 + random.nextDouble();
        double middleY = size / 2.0 + random.nextDouble();
        double shade = random.nextDouble() * SHADE;
        BufferedImage sharp = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
        byte[] greys = greys(sharp);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                greys[y * size + x] = (byte) (DARK + CONTRAST * light(modules, x - middleX, y - middleY) + shade * x / size);
            }
        }
        BufferedImage seen = blurred(sharp);
        byte[] noisy = greys(seen);
        for (int index = 0; index < noisy.length; index++) {
            noisy[index] = (byte) Math.max(0, Math.min(255, (noisy[index] & 0xff) + random.nextGaussian() * noise));
        }
        return seen;
    }

    /** From 0 to 1, of the pixel at a distance from the middle. */
    private double light(ByteMatrix modules, double x, double y) {
        int light = 0;
        for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
            if (!isDark(modules, x + (sample % SAMPLES + 0.5) / SAMPLES, y + (sample / SAMPLES + 0.5) / SAMPLES)) {
                light++;
            }
        }
        return light / (double) (SAMPLES * SAMPLES);
    }

    private boolean isDark(ByteMatrix modules, double x, double y) {
        double half = modules.getWidth() / 2.0;
        double depth = Math.max(0.3, 1 + tilt * y / (half * pixels));
        double column = (x * Math.cos(angle) + y * Math.sin(angle)) / depth / pixels + half;
        double row = (y * Math.cos(angle) - x * Math.sin(angle)) / depth / pixels + half;
        return column >= 0 && row >= 0 && column < modules.getWidth() && row < modules.getHeight() && modules.get((int) column, (int) row) == 1;
    }

    private BufferedImage blurred(BufferedImage sharp) {
        double deviation = blur * pixels;
        int reach = (int) Math.ceil(3 * deviation);
        int width = 2 * reach + 1;
        float[] weights = new float[width];
        float sum = 0;
        for (int index = 0; index < width; index++) {
            weights[index] = (float) Math.exp(-Math.pow(index - reach, 2) / (2 * deviation * deviation));
            sum += weights[index];
        }
        for (int index = 0; index < width; index++) {
            weights[index] /= sum;
        }
        BufferedImage across = new ConvolveOp(new Kernel(width, 1, weights), ConvolveOp.EDGE_NO_OP, null).filter(sharp, null);
        return new ConvolveOp(new Kernel(1, width, weights), ConvolveOp.EDGE_NO_OP, null).filter(across, null);
    }

    private static byte[] greys(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }
}
