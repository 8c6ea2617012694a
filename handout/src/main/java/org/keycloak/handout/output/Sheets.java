package org.keycloak.handout.output;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.handout.sheet.Sheet;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;

/** Makes a sheet of a TOTP. */
final class Sheets {

    private Sheets() {
    }

    /**
     * @param departmentAttribute attribute of the user that has the department
     */
    static Sheet of(CreatedTotp totp, String departmentAttribute) {
        CreatedCredentialRepresentation line = totp.line();
        String name = Stream.of(line.getFirstName(), line.getLastName()).filter(Objects::nonNull).collect(Collectors.joining(" ")).strip();
        return new Sheet(line.getUsername(), name.isEmpty() ? null : name, totp.attribute(departmentAttribute), locale(totp.attribute(Output.LOCALE)),
                totp.issuer(), totp.userLabel(), totp.keyUri(), totp.key(), totp.deadline());
    }

    private static Locale locale(String tag) {
        try {
            return tag == null ? null : new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
        } catch (IllformedLocaleException e) {
            return null;
        }
    }
}
