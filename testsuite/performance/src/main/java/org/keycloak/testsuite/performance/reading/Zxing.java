package org.keycloak.testsuite.performance.reading;

import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

final class Zxing implements Reader {

    private static final Map<DecodeHintType, ?> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);

    @Override
    public String name() {
        return "zxing";
    }

    @Override
    public BitSet read(List<BufferedImage> pictures, String content) {
        BitSet read = new BitSet();
        for (int index = 0; index < pictures.size(); index++) {
            try {
                BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(pictures.get(index))));
                read.set(index, new QRCodeReader().decode(bitmap, HINTS).getText().equals(content));
            } catch (ReaderException e) {
                // not read
            }
        }
        return read;
    }
}
