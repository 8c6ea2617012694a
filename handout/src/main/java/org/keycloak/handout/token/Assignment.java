package org.keycloak.handout.token;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.keycloak.handout.server.Refusal;

/** Whose tokens they are, for files that don't say: a CSV file with a column of serial numbers and one of users. */
final class Assignment {

    private record Owner(String user, UserKind kind, int row) {
    }

    private final Map<String, Owner> owners = new HashMap<>();

    private Assignment() {
    }

    static Assignment none() {
        return new Assignment();
    }

    /**
     * Reads a file.
     *
     * @param match what users are named by; {@code null} to go by the header
     * @throws Refusal if the file can't be read, or one of the columns isn't there, or a serial number is there twice
     */
    static Assignment read(Path file, UserKind match) {
        CsvTable table = CsvTable.read(file);
        List<String> header = table.rows().firstEntry().getValue();
        Map<Column, Integer> positions = CsvLayout.positions(header, Map.of());
        Column by = match == UserKind.EMAIL && positions.containsKey(Column.EMAIL) || !positions.containsKey(Column.USER) ? Column.EMAIL : Column.USER;
        if (!positions.containsKey(Column.SERIAL) || !positions.containsKey(by)) {
            throw new Refusal("--assign " + file + " needs a header with the columns serial and user (or upn, username, email).");
        }
        CsvLayout layout = new CsvLayout("", true, positions, null, Map.of());
        Assignment assignment = new Assignment();
        table.rows().tailMap(table.rows().firstKey(), false).forEach((number, row) -> {
            String user = layout.value(row, by);
            if (!user.isEmpty()) {
                Owner owner = new Owner(user, match != null ? match : by == Column.EMAIL ? UserKind.EMAIL : UserKind.USERNAME, number);
                Owner other = assignment.owners.putIfAbsent(key(layout.value(row, Column.SERIAL)), owner);
                if (other != null) {
                    throw new Refusal("--assign " + file + ": rows " + other.row() + " and " + number + " have the same serial number.");
                }
            }
        });
        return assignment;
    }

    /** The token with the user of its serial number. If there is none, it stays as it is. */
    Token of(Token token) {
        Owner owner = token.serial() == null ? null : owners.get(key(token.serial()));
        return owner == null ? token : token.withUser(owner.user(), owner.kind());
    }

    private static String key(String serial) {
        return serial.toLowerCase(Locale.ROOT);
    }
}
