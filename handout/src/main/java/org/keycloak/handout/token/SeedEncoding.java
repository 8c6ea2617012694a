package org.keycloak.handout.token;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.server.Refusal;

import org.apache.commons.codec.binary.Base32;

/** How a seed is written. Case, spaces, hyphens and padding don't count. */
enum SeedEncoding {

    /** RFC 4648, section 6. A length that no number of bytes has is refused, because the seed was cut then. */
    BASE32("([A-Z2-7]{8})*([A-Z2-7]{2}|[A-Z2-7]{4}|[A-Z2-7]{5}|[A-Z2-7]{7}|[A-Z2-7]{8})=*") {
        @Override
        byte[] read(String seed) {
            return new Base32().decode(seed);
        }
    },
    /** RFC 4648, section 8. */
    HEX("([0-9A-F]{2})+") {
        @Override
        byte[] read(String seed) {
            return HexFormat.of().parseHex(seed);
        }
    };

    private final String pattern;

    SeedEncoding(String pattern) {
        this.pattern = pattern;
    }

    abstract byte[] read(String seed);

    /**
     * The encoding of a whole file. Seeds of the digits 2 to 7 and the letters A to F could be either, so it takes one that can't.
     *
     * @param seeds the seeds by their rows
     * @throws Refusal if no seed decides, or if seeds disagree
     */
    static SeedEncoding of(Map<Integer, String> seeds) {
        List<Integer> hex = new ArrayList<>();
        List<Integer> base32 = new ArrayList<>();
        seeds.forEach((row, seed) -> {
            String plain = plain(seed);
            if (plain.matches("[2-7A-F]*[0189][0-9A-F]*")) {
                hex.add(row);
            } else if (plain.matches("[2-7A-F]*([G-Z][A-Z2-7]*=*|=+)")) {
                base32.add(row);
            }
        });
        if (!hex.isEmpty() && !base32.isEmpty()) {
            throw new Refusal("Some seeds are hexadecimal (" + Rows.list(hex) + "), others are Base32 (" + Rows.list(base32)
                    + "). Make a file of each, or say with --encoding which is right: the other rows are rejected then.");
        }
        if (hex.isEmpty() && base32.isEmpty()) {
            throw new Refusal(ExitCode.USAGE, "No seed of the file tells whether the seeds are hexadecimal or Base32. Ask who made the tokens, and say "
                    + "--encoding hex or --encoding base32.");
        }
        return base32.isEmpty() ? HEX : BASE32;
    }

    /**
     * The bytes of a seed.
     *
     * @throws IllegalArgumentException if it isn't written in this encoding; the message doesn't have it
     */
    byte[] decode(String seed) {
        String plain = plain(seed);
        if (!plain.matches(pattern)) {
            throw new IllegalArgumentException("The seed isn't " + text() + ", or is cut off");
        }
        return read(plain);
    }

    private static String plain(String seed) {
        return seed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** Its name in a message. */
    String text() {
        return this == HEX ? "hexadecimal" : "Base32";
    }

    /** The value that {@code --encoding} takes. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
