package org.keycloak.services.resources.admin.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.keycloak.Config;
import org.keycloak.common.util.UriUtils;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.freemarker.FreeMarkerProvider;
import org.keycloak.urls.UrlType;
import org.keycloak.util.JsonSerialization;

/**
 * The help desk's page, beside the admin console. The page signs in with the console's client, and uses the admin API with the user's token:
 * what is served here is the same for everybody.
 */
public class TotpDeskResource {

    private static final String TEMPLATE = "totp-desk.ftl";

    private final KeycloakSession session;
    private final RealmModel realm;

    /**
     * @param session whose context has the realm that users of the page log in to
     */
    public TotpDeskResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page() throws IOException, FreeMarkerException {
        Theme theme = theme();
        UriInfo admin = session.getContext().getUri(UrlType.ADMIN);
        String server = withoutSlash(session.getContext().getUri(UrlType.FRONTEND).getBaseUri().toString());
        String resources = Urls.themeRoot(admin.getBaseUri()).getPath();
        Map<String, Object> values = new HashMap<>();
        values.put("environment", JsonSerialization.writeValueAsString(Map.of(
                "serverBaseUrl", server,
                "adminBaseUrl", withoutSlash(admin.getBaseUri().toString()),
                "loginRealm", realm.getName(),
                "masterRealm", Config.getAdminRealm(),
                "clientId", Constants.ADMIN_CONSOLE_CLIENT_ID,
                "locales", locales())));
        values.put("serverOrigin", UriUtils.getOrigin(server));
        values.put("resourceUrl", resources + "/admin/" + theme.getName() + "/totp-desk");
        values.put("resourceCommonUrl", resources + "/common/keycloak");
        String html = session.getProvider(FreeMarkerProvider.class).processTemplate(values, TEMPLATE, theme);
        return Response.ok(html, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /**
     * @param language a tag of BCP 47; {@code null} for English
     * @return the page's texts with the realm's own, by their keys
     */
    @GET
    @Path("messages")
    @Produces(MediaType.APPLICATION_JSON)
    public Response messages(@QueryParam("locale") String language) throws IOException {
        Properties messages = theme().getEnhancedMessages(realm, language == null ? Locale.ENGLISH : Locale.forLanguageTag(language));
        Map<String, String> own = new HashMap<>();
        messages.stringPropertyNames().stream().filter(key -> key.startsWith("totpDesk.")).forEach(key -> own.put(key, messages.getProperty(key)));
        return Response.ok(own).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }

    /** The languages that a user of the page can choose. */
    private List<String> locales() {
        return realm.isInternationalizationEnabled() ? realm.getSupportedLocalesStream().sorted().toList() : List.of();
    }

    private Theme theme() {
        try {
            return session.theme().getTheme(Theme.Type.ADMIN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
