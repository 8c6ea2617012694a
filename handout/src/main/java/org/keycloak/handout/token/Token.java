package org.keycloak.handout.token;

import java.util.List;

/**
 * One hardware token of a file. It has no {@code toString} with the secret.
 *
 * @param serial serial number; {@code null} if the file has none
 * @param user whose token it is; {@code null} if the file doesn't say
 * @param userKind what {@code user} is
 * @param secret the seed
 * @param algorithm {@code HmacSHA1}, {@code HmacSHA256} or {@code HmacSHA512}; {@code null} if the file doesn't say
 * @param digits digits of a code; {@code null} if the file doesn't say
 * @param period seconds that a code is valid for; {@code null} if the file doesn't say
 * @param manufacturer who made it; {@code null} if the file doesn't say
 * @param model name of the product; {@code null} if the file doesn't say
 * @param row where it is in the file: the row as a spreadsheet counts, from 1, or the number of the key package, from 1
 * @param fields what the file of rejected rows has of it, one for each of {@link TokenFile#columns()}
 */
public record Token(String serial, String user, UserKind userKind, byte[] secret, String algorithm, Integer digits, Integer period, String manufacturer,
        String model, int row, List<String> fields) {

    Token withUser(String user, UserKind userKind) {
        return new Token(serial, user, userKind, secret, algorithm, digits, period, manufacturer, model, row, fields);
    }

    /** The token as one of its file that can't be used. */
    public RejectedRow rejected(String reason) {
        return new RejectedRow(row, reason, fields);
    }

    @Override
    public String toString() {
        return "Token " + serial + " of row " + row;
    }
}
