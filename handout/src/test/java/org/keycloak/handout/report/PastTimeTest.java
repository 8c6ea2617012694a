package org.keycloak.handout.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class PastTimeTest {

    private final PastTime converter = new PastTime();

    @Test
    void aDayBeginsAtMidnightOfThisMachine() {
        assertEquals(LocalDate.of(2024, 3, 31).atStartOfDay(ZoneId.systemDefault()).toInstant(), converter.convert("2024-03-31"));
    }

    @Test
    void aTimeHasItsZone() {
        assertEquals(Instant.parse("2024-03-31T10:00:00Z"), converter.convert("2024-03-31T12:00:00+02:00"));
    }

    @ParameterizedTest
    @CsvSource({ "14d, 336", "P14D, 336", "PT12H, 12", "P1DT1H, 25", "0d, 0" })
    void aDurationIsBeforeNow(String text, int hours) {
        Instant before = Instant.now();
        Instant time = converter.convert(text);
        Instant after = Instant.now();
        Duration ago = Duration.ofHours(hours);
        assertFalse(time.isBefore(before.minus(ago)) || time.isAfter(after.minus(ago)), time::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "14", "d", "-1d", "1234567d", "P1M", "P-1D", "P", "01.11.2026", "2024-02-30", "2024-03-31T10:00", "2999-01-01", "9999-12-31T00:00:00Z",
            "P999999999999D", "+999999999-12-31", "-999999999-01-01" })
    void whatIsNoTimeOfThePastIsRefused(String text) {
        assertThrows(TypeConversionException.class, () -> converter.convert(text));
    }
}
