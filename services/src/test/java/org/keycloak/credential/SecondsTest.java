package org.keycloak.credential;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SecondsTest {

    @ParameterizedTest
    @CsvSource({ "30, 30", "30s, 30", "1m, 60", "5m, 300", "0, 0", "0s, 0", "007, 7", "99999999, 99999999",
            "999999m, 59999940", "2h, 7200", "14d, 1209600", "24855d, 2147472000" })
    void secondsMinutesHoursAndDays(String time, int seconds) {
        assertEquals(seconds, Seconds.parse(time));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "s", "m", "-1", "+1", "1.5m", "1e3", "1w", "1H", "1M", "30S", "30 s", " 30", "30\n", "1m30s", "100000000", "24856d", "99999999d", "٣٠", "null" })
    void nothingElse(String time) {
        assertThrows(NumberFormatException.class, () -> Seconds.parse(time));
    }

    @Test
    void messageQuotesNothing() {
        assertEquals(null, assertThrows(NumberFormatException.class, () -> Seconds.parse("12345678x")).getMessage());
    }
}
