package org.keycloak.handout.token;

import java.util.List;

/**
 * What was read from a file of tokens.
 *
 * @param format the format that was recognised, as it is told to the person
 * @param columns header of the file of rejected rows, without the column for the reason
 * @param delimiter between the fields of that file
 * @param tokens those that can be used, in the order of the file
 * @param rejected those that can't, in the order of the file
 */
public record TokenFile(String format, List<String> columns, char delimiter, List<Token> tokens, List<RejectedRow> rejected) {

    public TokenFile(String format, List<String> columns, List<Token> tokens, List<RejectedRow> rejected) {
        this(format, columns, ',', tokens, rejected);
    }
}
