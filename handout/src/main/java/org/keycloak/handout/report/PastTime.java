package org.keycloak.handout.report;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A day, a time, or how long ago, all in ISO 8601, and days also as {@code 14d}. A day begins in the time zone of this machine. */
final class PastTime implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        Instant time;
        try {
            time = parse(text, Instant.now());
            time.toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new TypeConversionException("'" + text + "' is neither a day such as 2026-11-01, nor a time such as 2026-11-01T12:00:00Z, nor a duration such as 14d or PT12H");
        }
        if (time.isAfter(Instant.now())) {
            throw new TypeConversionException("'" + text + "' is in the future");
        }
        return time;
    }

    private static Instant parse(String text, Instant now) {
        if (text.matches("[0-9]{1,6}d")) {
            return now.minus(Duration.ofDays(Long.parseLong(text.substring(0, text.length() - 1))));
        }
        if (text.startsWith("P")) {
            return now.minus(Duration.parse(text));
        }
        return text.contains("T") ? Instant.parse(text) : LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
    }
}
