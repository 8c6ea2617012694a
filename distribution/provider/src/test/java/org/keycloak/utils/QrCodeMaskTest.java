package org.keycloak.utils;

import java.util.Map;

import com.google.zxing.EncodeHintType;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The jar brings a ZXing that can be told the mask: the one that the services are compiled with can't. */
class QrCodeMaskTest {

    @Test
    void theZxingOfTheJarIsToldTheMask() {
        assertEquals(Map.of(EncodeHintType.QR_MASK_PATTERN, QrCodePicture.MASK), QrCodePicture.HINTS);
    }
}
