package org.keycloak.services.resources.admin.desk;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.keycloak.Config;
import org.keycloak.common.util.UriUtils;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.services.resources.admin.AdminRoot;
import org.keycloak.services.resources.admin.RealmLocales;
import org.keycloak.theme.Theme;
import org.keycloak.urls.UrlType;
import org.keycloak.util.JsonSerialization;

/**
 * What the page is told about the server. Users log in at the server's frontend address. The page and the admin API have an address of their own
 * if the server has one for administration.
 */
record DeskEnvironment(KeycloakSession session, Theme theme) {

    /**
     * @return values for the template
     */
    Map<String, Object> values() throws IOException {
        RealmModel realm = session.getContext().getRealm();
        KeycloakUriInfo admin = session.getContext().getUri(UrlType.ADMIN);
        String server = withoutSlash(session.getContext().getUri(UrlType.FRONTEND).getBaseUri());
        boolean darkMode = isDarkModeAllowed(realm);
        String environment = JsonSerialization.writeValueAsString(Map.of(
                "serverBaseUrl", server,
                "adminBaseUrl", withoutSlash(admin.getBaseUri()),
                "loginRealm", realm.getName(),
                "masterRealm", Config.getAdminRealm(),
                "clientId", Constants.ADMIN_CONSOLE_CLIENT_ID,
                "darkMode", darkMode,
                "locales", tags(chosen(realm)),
                "knownLocales", tags(known(realm))));
        return Map.of(
                "environment", environment,
                "darkMode", darkMode,
                "serverOrigin", UriUtils.getOrigin(server),
                "pageUrl", AdminRoot.adminConsoleUrl(admin).path("totp-desk").build(realm.getName()).getRawPath(),
                "resourceCommonUrl", Urls.themeRoot(admin.getBaseUri()).getPath() + "/common/keycloak");
    }

    /** The languages that a user of the page can choose. */
    private static List<Locale> chosen(RealmModel realm) {
        return !realm.isInternationalizationEnabled() ? List.of() : realm.getSupportedLocalesStream().sorted().map(Locale::forLanguageTag).filter(DeskEnvironment::isLanguage).toList();
    }

    /** The languages that the page may be in. Whoever wants none of them gets the first. A realm without languages has the languages of the page. */
    private static List<Locale> known(RealmModel realm) {
        List<Locale> chosen = chosen(realm);
        return Stream.concat(Stream.of(RealmLocales.of(realm).otherwise()).filter(DeskEnvironment::isLanguage), (chosen.isEmpty() ? RealmLocales.OWN : chosen).stream()).toList();
    }

    /** A tag that isn't well-formed makes a locale without a language, and so does one for private use alone. A browser takes neither. */
    private static boolean isLanguage(Locale locale) {
        return !locale.getLanguage().isEmpty();
    }

    private static List<String> tags(List<Locale> locales) {
        return locales.stream().map(Locale::toLanguageTag).distinct().toList();
    }

    /** As for the admin console. */
    private boolean isDarkModeAllowed(RealmModel realm) throws IOException {
        return Boolean.parseBoolean(theme.getProperties().getProperty("darkMode")) && realm.getAttribute("darkMode", true);
    }

    private static String withoutSlash(URI url) {
        return url.toString().replaceFirst("/$", "");
    }
}
