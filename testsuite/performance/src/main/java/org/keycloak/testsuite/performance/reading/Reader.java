package org.keycloak.testsuite.performance.reading;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/**
 * Reads QR codes from pictures.
 */
interface Reader {

    String name();

    /**
     * @return which of the pictures it reads, and rightly
     */
    BitSet read(List<BufferedImage> pictures, String content) throws IOException, InterruptedException;
}
