package org.keycloak.services.resources.admin.coverage;

import java.time.Instant;
import java.util.List;

import org.keycloak.representations.idm.UserTotpStatusRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation.Totp;

/**
 * The list of users for a spreadsheet: a line for each TOTP, and one for a user without a TOTP. Dates are in UTC (ISO 8601).
 */
public final class TotpCoverageCsv {

    private static final String HEADER = CsvLine.of("id", "username", "firstName", "lastName", "email", "enabled", "status",
            "totpId", "userLabel", "method", "algorithm", "digits", "period", "createdDate", "totpStatus", "used", "deadline", "locked");

    private TotpCoverageCsv() {
    }

    public static String of(List<UserTotpStatusRepresentation> rows) {
        StringBuilder csv = new StringBuilder(HEADER);
        rows.forEach(row -> (row.getTotps().isEmpty() ? List.of(new Totp()) : row.getTotps()).forEach(totp -> csv.append(line(row, totp))));
        return csv.toString();
    }

    private static String line(UserTotpStatusRepresentation user, Totp totp) {
        return CsvLine.of(user.getId(), user.getUsername(), user.getFirstName(), user.getLastName(), user.getEmail(), user.isEnabled(), user.getStatus(),
                totp.getId(), totp.getUserLabel(), totp.getMethod(), totp.getAlgorithm(), totp.getDigits(), totp.getPeriod(),
                date(totp.getCreatedDate()), totp.getStatus(), totp.isUsed(), date(totp.getDeadline()), totp.isLocked());
    }

    private static Instant date(Long milliseconds) {
        return milliseconds == null ? null : Instant.ofEpochMilli(milliseconds);
    }
}
