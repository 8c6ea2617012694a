package org.keycloak.testsuite.performance.reading;

import java.util.Random;

/**
 * What makes a QR code hard to read: each about as much that a reader fails with a part of them, or a mask could not be told from another.
 */
enum View {

    SMALL, BLURRED, TURNED, NOISY, TILTED;

    Camera camera(Random random) {
        double pixels = 2.2 + 1.5 * random.nextDouble();
        double upright = 0.1 * (random.nextDouble() - 0.5);
        double part = random.nextDouble();
        long seed = random.nextLong();
        return switch (this) {
            case SMALL -> new Camera(1.5 + 0.9 * part, upright, 0, 0.25, 4, seed);
            case BLURRED -> new Camera(3, upright, 0, 0.3 + 0.3 * part, 2, seed);
            case TURNED -> new Camera(1.8 + part, 2 * Math.PI * random.nextDouble(), 0, 0.25, 4, seed);
            case NOISY -> new Camera(pixels, upright, 0, 0.25, 4 + 16 * part, seed);
            case TILTED -> new Camera(pixels, upright, 0.02 + 0.15 * part, 0.25, 4, seed);
        };
    }
}
