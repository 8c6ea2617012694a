package org.keycloak.handout.token;

import java.util.Map;

/**
 * What the person says of a CSV file.
 *
 * @param columns headers or numbers (from 1) of columns; the others are found by their headers
 * @param encoding how seeds are written; {@code null} to judge by the file
 * @param match what users are named by; {@code null} to go by the column
 */
record CsvOptions(Map<Column, String> columns, SeedEncoding encoding, UserKind match) {
}
