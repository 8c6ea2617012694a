package org.keycloak.testsuite.performance.reading;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Contents of QR codes: the same in each run.
 */
final class KeyUris {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    /** Each in bytes is a row of one of the masks, or its opposite: with that mask it makes patches of one colour. */
    private static final String LIKE_A_MASK = "fU3Q4BFNP7";

    private KeyUris() {
    }

    static Stream<String> ordinary(int number) {
        Random random = new Random(1);
        return IntStream.range(0, number).mapToObj(index -> uri(text(LETTERS, 4 + random.nextInt(20), random),
                text(LETTERS, 3 + random.nextInt(12), random) + "." + text(LETTERS, 3 + random.nextInt(12), random) + "%40example.com", random));
    }

    /** A name of one letter, over and over: somebody chose it. */
    static Stream<String> hostile(int number) {
        Random random = new Random(2);
        return IntStream.range(0, number).mapToObj(index -> uri("ACME",
                String.valueOf(LIKE_A_MASK.charAt(index % LIKE_A_MASK.length())).repeat(40 + random.nextInt(215)), random));
    }

    private static String uri(String issuer, String account, Random random) {
        return "otpauth://totp/" + issuer + ":" + account + "?secret=" + text(BASE32, 52, random) + "&issuer=" + issuer + "&algorithm=SHA1&digits=6&period=30";
    }

    private static String text(String characters, int length, Random random) {
        return random.ints(length, 0, characters.length()).mapToObj(index -> String.valueOf(characters.charAt(index))).collect(Collectors.joining());
    }
}
