package org.keycloak.services.resources.admin;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RealmLocalesTest {

    private static final Locale DEFAULT = Locale.forLanguageTag("pt-BR");

    private final RealmLocales locales = new RealmLocales(List.of(Locale.forLanguageTag("de-AT"), DEFAULT, Locale.ENGLISH, Locale.GERMAN), DEFAULT);

    @ParameterizedTest
    @CsvSource({"de,de", "DE,de", "de-AT,de-AT", "de-CH,de", "en-GB,en", "pt,pt-BR", "pt-PT-x-other,pt-BR"})
    void findsTheLocaleOrOneOfItsLanguage(String tag, String expected) {
        assertEquals(Locale.forLanguageTag(expected), locales.best(tag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "it", "de_DE", "und", "x-de", "d\0e", "../../de", "\u2028", "*", "de,en;q=0.5"})
    void takesTheDefaultForAnythingElse(String tag) {
        assertEquals(DEFAULT, locales.best(tag));
    }

    @Test
    void looksIntoNoLongText() {
        assertEquals(Locale.GERMAN, locales.best("de-x-" + "12345678-".repeat(3) + "123"));
        assertEquals(DEFAULT, locales.best("de-x-" + "12345678-".repeat(3) + "1234"));
    }
}
