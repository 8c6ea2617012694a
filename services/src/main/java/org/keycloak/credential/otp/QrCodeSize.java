package org.keycloak.credential.otp;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;

/**
 * How large a QR code (ISO/IEC 18004) must be to hold some content. It isn't drawn for that.
 */
public final class QrCodeSize {

    /** Greatest width and height of a picture in pixels. */
    public static final int MAX = 1000;

    private static final int VERSIONS = 40;
    private static final int MODE_BITS = 4;
    /** Modules of the margin, on both sides together. */
    private static final int QUIET_ZONE = 2 * 4;

    private QrCodeSize() {
    }

    /**
     * @param content text in ASCII
     * @return least width and height in pixels, at one pixel a module; 0 if no QR code holds the content
     */
    public static int least(String content) {
        for (int number = 1; number <= VERSIONS; number++) {
            Version version = Version.getVersionForNumber(number);
            if (MODE_BITS + lengthBits(number) + 8 * content.length() <= 8 * codewords(version)) {
                return version.getDimensionForVersion() + QUIET_ZONE;
            }
        }
        return 0;
    }

    /** Bits of the field that says how long the content is, in byte mode. */
    private static int lengthBits(int version) {
        return version < 10 ? 8 : 16;
    }

    private static int codewords(Version version) {
        return version.getTotalCodewords() - version.getECBlocksForLevel(ErrorCorrectionLevel.L).getTotalECCodewords();
    }
}
