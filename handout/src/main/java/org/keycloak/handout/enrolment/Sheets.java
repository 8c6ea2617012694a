package org.keycloak.handout.enrolment;

import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.handout.sheet.Sheet;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;

/**
 * Makes a sheet of a line.
 *
 * @param departmentAttribute attribute that has the department
 * @param timeToUse how long a TOTP can stay unused, in milliseconds; 0 for no limit
 */
record Sheets(String departmentAttribute, long timeToUse) {

    Sheet of(CreatedCredentialRepresentation line) {
        String name = Stream.of(line.getFirstName(), line.getLastName()).filter(Objects::nonNull).collect(Collectors.joining(" ")).strip();
        return new Sheet(line.getUsername(), name.isEmpty() ? null : name, Attributes.first(line, departmentAttribute), locale(Attributes.first(line, "locale")),
                text(line, "issuer"), text(line, "userLabel"), text(line, "keyUri"), text(line, "totpSecretEncoded"), deadline(line));
    }

    /** When the TOTP of a line expires if it isn't used before; {@code null} if it doesn't. */
    Instant deadline(CreatedCredentialRepresentation line) {
        return timeToUse == Notes.NO_LIMIT ? null : Instant.ofEpochMilli(((Number) line.getCredential().get("createdDate")).longValue() + timeToUse);
    }

    private static Locale locale(String tag) {
        try {
            return tag == null ? null : new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
        } catch (IllformedLocaleException e) {
            return null;
        }
    }

    private static String text(CreatedCredentialRepresentation line, String field) {
        return (String) line.getCredential().get(field);
    }
}
