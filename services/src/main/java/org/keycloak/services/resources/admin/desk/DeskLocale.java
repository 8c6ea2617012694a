package org.keycloak.services.resources.admin.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.keycloak.models.RealmModel;

/**
 * The languages of the page. Keycloak keeps the texts of every language that it was ever asked for, so it is asked for these alone.
 */
final class DeskLocale {

    /** The languages that the page itself has texts in. */
    private static final List<Locale> OWN = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es"));
    /** What a tag of BCP 47 needs at most. */
    private static final int LONGEST_TAG = 35;

    private DeskLocale() {
    }

    /**
     * @param tag what the browser asks for
     * @return the realm's or the page's language of this tag, or of its first part; the realm's default language if there is none
     */
    static Locale of(RealmModel realm, String tag) {
        Locale asked = Locale.forLanguageTag(tag.length() > LONGEST_TAG ? "" : tag);
        return first(realm, asked::equals)
                .or(() -> first(realm, locale -> locale.getLanguage().equals(asked.getLanguage())))
                .orElseGet(() -> ofRealm(realm));
    }

    private static Optional<Locale> first(RealmModel realm, Predicate<Locale> fits) {
        Stream<Locale> supported = realm.isInternationalizationEnabled() ? realm.getSupportedLocalesStream().map(Locale::forLanguageTag) : Stream.empty();
        return Stream.concat(supported, OWN.stream()).filter(fits).findFirst();
    }

    private static Locale ofRealm(RealmModel realm) {
        return realm.isInternationalizationEnabled() && realm.getDefaultLocale() != null ? Locale.forLanguageTag(realm.getDefaultLocale()) : Locale.ENGLISH;
    }
}
