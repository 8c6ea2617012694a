package org.keycloak.services.resources.admin.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.keycloak.models.RealmModel;

/**
 * The languages of the page in a realm. Keycloak keeps the texts of each language that it was ever asked for in memory. So it is asked for these
 * alone, whatever a browser asks for.
 *
 * @param known the realm's languages and the page's own
 * @param otherwise the language for everybody else
 */
record DeskLocales(List<Locale> known, Locale otherwise) {

    /** The languages that the page has texts in. */
    static final List<Locale> OWN = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es"));
    /** The length that section 4.4.1 of RFC 5646 says is enough for any tag. */
    private static final int MAX_TAG_LENGTH = 35;

    static DeskLocales of(RealmModel realm) {
        if (!realm.isInternationalizationEnabled()) {
            return new DeskLocales(OWN, Locale.ENGLISH);
        }
        List<Locale> known = Stream.concat(realm.getSupportedLocalesStream().map(Locale::forLanguageTag), OWN.stream()).toList();
        return new DeskLocales(known, Optional.ofNullable(realm.getDefaultLocale()).map(Locale::forLanguageTag).orElse(Locale.ENGLISH));
    }

    /**
     * @param tag a tag of BCP 47, or anything else
     * @return the known locale of this tag, or of its language, or the first one with its language
     */
    Locale best(String tag) {
        Locale asked = tag.length() > MAX_TAG_LENGTH ? Locale.ROOT : Locale.forLanguageTag(tag);
        String language = asked.getLanguage();
        return first(asked::equals).or(() -> first(locale -> locale.toLanguageTag().equals(language))).or(() -> first(locale -> locale.getLanguage().equals(language)))
                .orElse(otherwise);
    }

    private Optional<Locale> first(Predicate<Locale> fits) {
        return known.stream().filter(fits).findFirst();
    }
}
