package org.keycloak.services.resources.admin.desk;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.RealmLocales;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.freemarker.FreeMarkerProvider;

import org.eclipse.microprofile.openapi.annotations.Operation;

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

    /**
     * @return a page that no browser keeps: it would keep what the page shows, for its back button
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response page() throws IOException, FreeMarkerException {
        Theme theme = theme();
        DeskTexts texts = DeskTexts.in(session.getContext().resolveLocale(null), realm, theme);
        DeskFiles files = files().files();
        Map<String, Object> values = new HashMap<>(new DeskEnvironment(session, theme).values());
        values.put("locale", texts.tag());
        values.put("texts", texts.byKey());
        values.put("version", files.version());
        values.put("styles", files.styles());
        values.put("scripts", files.scripts());
        String html = session.getProvider(FreeMarkerProvider.class).processTemplate(values, TEMPLATE, theme);
        Response.ResponseBuilder reply = Response.ok(html, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).language(texts.tag());
        return DeskHeaders.add(reply, session).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /**
     * @param tag the language, as BCP 47 writes it; {@code null} for the language of the browser
     * @return the page's texts with the realm's own, by their keys. The header Content-Language says what language they are in
     */
    @GET
    @Path("messages")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response messages(@QueryParam("locale") String tag) throws IOException {
        Locale locale = tag == null ? session.getContext().resolveLocale(null) : RealmLocales.of(realm).best(tag);
        DeskTexts texts = DeskTexts.in(locale, realm, theme());
        return Response.ok(texts.byKey()).language(texts.tag()).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }

    @Path("{version: [0-9a-f]{16}}")
    public DeskFileResource files() throws IOException {
        return new DeskFileResource(session, theme());
    }

    private Theme theme() throws IOException {
        return session.theme().getTheme(Theme.Type.ADMIN);
    }
}
