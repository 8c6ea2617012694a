package org.keycloak.services.resources.admin.desk;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.RealmLocales;
import org.keycloak.theme.Theme;

/**
 * The page's texts with the realm's own.
 *
 * @param byKey the texts, with the keys that messages have
 * @param locale the language that they are in
 */
record DeskTexts(Map<String, String> byKey, Locale locale) {

    private static final String PREFIX = "totpDesk.";

    /**
     * Finds the texts in a language. Neither the theme nor the realm may have a text in it. Then Keycloak takes all texts from another language,
     * which is the realm's default or English, and the texts count as texts in the other language. A single text of the realm makes all of them
     * texts in the language of this text.
     *
     * @param asked a language that the realm knows
     */
    static DeskTexts in(Locale asked, RealmModel realm, Theme theme) throws IOException {
        Map<String, String> texts = read(asked, realm, theme);
        for (Locale other : new LinkedHashSet<>(List.of(Locale.ENGLISH, RealmLocales.of(realm).otherwise()))) {
            if (!other.getLanguage().equals(asked.getLanguage()) && texts.equals(read(other, realm, theme))) {
                return new DeskTexts(texts, other);
            }
        }
        return new DeskTexts(texts, asked);
    }

    private static Map<String, String> read(Locale locale, RealmModel realm, Theme theme) throws IOException {
        Properties messages = theme.getEnhancedMessages(realm, locale);
        Map<String, String> own = new HashMap<>();
        messages.stringPropertyNames().stream().filter(key -> key.startsWith(PREFIX)).forEach(key -> own.put(key, messages.getProperty(key)));
        return own;
    }

    /** As BCP 47 writes the language. */
    String tag() {
        return locale.toLanguageTag();
    }
}
