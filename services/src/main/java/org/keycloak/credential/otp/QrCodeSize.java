package org.keycloak.credential.otp;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;

/**
 * What a QR code (ISO/IEC 18004) of some content takes, without drawing it.
 */
public final class QrCodeSize {

    public static final int MAX = 1000;

    private static final int VERSIONS = 40;
    private static final int MODE_BITS = 4;
    private static final int QUIET_ZONE = 2 * 4;

    private QrCodeSize() {
    }

    /**
     * @param content ASCII text
     * @return least width and height in pixels, at one pixel a module; 0 where no QR code holds the content
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

    /** Of the content's length, in byte mode. */
    private static int lengthBits(int version) {
        return version < 10 ? 8 : 16;
    }

    private static int codewords(Version version) {
        return version.getTotalCodewords() - version.getECBlocksForLevel(ErrorCorrectionLevel.L).getTotalECCodewords();
    }
}
