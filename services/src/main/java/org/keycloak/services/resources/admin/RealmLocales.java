package org.keycloak.services.resources.admin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.keycloak.models.RealmModel;

/**
 * The languages that users of a realm are spoken to in. Keycloak keeps the texts of each language that it was ever asked for in memory. So it is
 * asked for these alone, whatever a request says.
 *
 * @param known the realm's languages, and {@link #OWN}
 * @param otherwise the language for everybody else
 */
public record RealmLocales(List<Locale> known, Locale otherwise) {

    /** The languages of the help desk's page. Each realm knows them. */
    public static final List<Locale> OWN = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es"));
    /** The length that section 4.4.1 of RFC 5646 says is enough for any tag. */
    private static final int MAX_TAG_LENGTH = 35;

    /**
     * @param realm that the users log in to
     */
    public static RealmLocales of(RealmModel realm) {
        if (!realm.isInternationalizationEnabled()) {
            return new RealmLocales(OWN, Locale.ENGLISH);
        }
        List<Locale> known = Stream.concat(realm.getSupportedLocalesStream().map(Locale::forLanguageTag), OWN.stream()).toList();
        return new RealmLocales(known, Optional.ofNullable(realm.getDefaultLocale()).map(Locale::forLanguageTag).orElse(Locale.ENGLISH));
    }

    /**
     * @param tag a tag of BCP 47, or anything else
     * @return the known locale of this tag, or of its language, or the first one with its language
     */
    public Locale best(String tag) {
        Locale asked = tag.length() > MAX_TAG_LENGTH ? Locale.ROOT : Locale.forLanguageTag(tag);
        String language = asked.getLanguage();
        return first(asked::equals).or(() -> first(locale -> locale.toLanguageTag().equals(language))).or(() -> first(locale -> locale.getLanguage().equals(language)))
                .orElse(otherwise);
    }

    private Optional<Locale> first(Predicate<Locale> fits) {
        return known.stream().filter(fits).findFirst();
    }
}
