package org.keycloak.utils;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A picture in black and white, written as a PNG (ISO/IEC 15948) of one bit a pixel. ImageIO writes one too, and takes ten times as long.
 */
final class MonochromePng {

    private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
    /** Depth of one bit, greyscale, and the only methods of compression, filter and interlacing that each reader knows. */
    private static final byte[] FORMAT = { 1, 0, 0, 0, 0 };
    /** Length, type and checksum. */
    private static final int CHUNK_OVERHEAD = 3 * Integer.BYTES;
    private static final int PART_LENGTH = 4096;
    private static final int HEADER_LENGTH = 2 * Integer.BYTES + FORMAT.length;

    private final int width;
    private final int height;
    /** The first byte is the row's filter: none, because repeated rows compress best without one. Then a byte has eight pixels; 1 is white. */
    private final int bytesPerRow;
    private final byte[] rows;

    /** White all over. */
    MonochromePng(int width, int height) {
        this.width = width;
        this.height = height;
        this.bytesPerRow = 1 + (width + 7) / 8;
        this.rows = new byte[bytesPerRow * height];
        Arrays.fill(rows, (byte) 0xff);
        for (int y = 0; y < height; y++) {
            rows[y * bytesPerRow] = 0;
        }
    }

    /** Makes pixels of one row black. */
    void blacken(int y, int fromX, int toX) {
        for (int x = fromX; x < toX; x++) {
            rows[y * bytesPerRow + 1 + x / 8] &= (byte) ~(0x80 >> x % 8);
        }
    }

    /** Makes the rows that follow the same. */
    void repeat(int y, int times) {
        for (int copy = y + 1; copy < y + times; copy++) {
            System.arraycopy(rows, y * bytesPerRow, rows, copy * bytesPerRow, bytesPerRow);
        }
    }

    byte[] toBytes() {
        byte[] pixels = deflated();
        ByteBuffer png = ByteBuffer.allocate(SIGNATURE.length + 3 * CHUNK_OVERHEAD + HEADER_LENGTH + pixels.length);
        png.put(SIGNATURE);
        put(png, "IHDR", ByteBuffer.allocate(HEADER_LENGTH).putInt(width).putInt(height).put(FORMAT).array());
        put(png, "IDAT", pixels);
        put(png, "IEND", new byte[0]);
        return png.array();
    }

    /**
     * Compresses through buffers outside of the heap. Garbage collection has to wait while zlib works on an array in the heap (a JNI critical
     * section), and other threads could run out of memory meanwhile.
     */
    private byte[] deflated() {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        ByteBuffer row = ByteBuffer.allocateDirect(bytesPerRow);
        ByteBuffer part = ByteBuffer.allocateDirect(PART_LENGTH);
        Deflater deflater = new Deflater();
        try {
            for (int y = 0; y < height; y++) {
                deflater.setInput(row.clear().put(rows, y * bytesPerRow, bytesPerRow).flip());
                drain(deflater, part, deflated);
            }
            deflater.finish();
            drain(deflater, part, deflated);
        } finally {
            deflater.end();
        }
        return deflated.toByteArray();
    }

    private static void drain(Deflater deflater, ByteBuffer part, ByteArrayOutputStream deflated) {
        while (deflater.deflate(part.clear()) > 0) {
            byte[] bytes = new byte[part.flip().remaining()];
            part.get(bytes);
            deflated.writeBytes(bytes);
        }
    }

    private static void put(ByteBuffer png, String type, byte[] data) {
        png.putInt(data.length);
        int checked = png.position();
        png.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
        CRC32 checksum = new CRC32();
        checksum.update(png.array(), checked, png.position() - checked);
        png.putInt((int) checksum.getValue());
    }
}
