package org.keycloak.testsuite.desk;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.DeskResources;
import org.keycloak.testsuite.fixture.Http;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.TestRealm;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The help desk's page as it comes over HTTP. The realm speaks German and Italian, users log in at another host, and there is no dark mode.
 */
class TotpDeskPageTest extends AbstractTotpTest {

    private static final String LOGIN = "https://login.example.com";
    private static final Pattern IMPORT = Pattern.compile("(?:from|import) ?\"([^\"]+)\"");

    private DeskResources desk;
    private DeskResources deskOfMaster;

    @Override
    protected TestRealm newRealm() {
        TestRealm created = TestRealm.create(server(), realm -> {
            realm.setInternationalizationEnabled(true);
            realm.setSupportedLocales(Set.of("de", "it"));
            realm.setDefaultLocale("it");
            realm.setAttributes(Map.of("frontendUrl", LOGIN, "darkMode", "false"));
            realm.setBrowserSecurityHeaders(Map.of("contentSecurityPolicy", "frame-ancestors https://portal.example.com", "referrerPolicy", "origin"));
        });
        created.resource().localization().saveRealmLocalizationText("de", "totpDesk.title", "Schalter");
        created.resource().localization().saveRealmLocalizationText("it", "totpDesk.title", "Sportello");
        return created;
    }

    @BeforeEach
    void pages() {
        desk = new DeskResources(realm());
        deskOfMaster = new DeskResources(server().url(), "master");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "?user=1&search=a%20b"})
    void pageIsHtmlThatNobodyKeepsOrFrames(String end) {
        HttpReply page = deskOfMaster.get(end);

        assertEquals(200, page.status());
        assertHeader("text/html;charset=UTF-8", page, "Content-Type");
        assertHeader("no-store", page, "Cache-Control");
        assertHeader("DENY", page, "X-Frame-Options");
        assertHeader("nosniff", page, "X-Content-Type-Options");
        assertHeader("no-referrer", page, "Referrer-Policy");
        assertTrue(page.header("Content-Security-Policy").orElseThrow().endsWith("frame-ancestors 'none'"));
    }

    @Test
    void headRequestGetsTheSameHeaders() {
        HttpReply head = Http.send("HEAD", deskOfMaster.uri(""), null);

        assertEquals(200, head.status());
        Set<String> expected = new TreeSet<>(deskOfMaster.get("").response().headers().map().keySet());
        expected.remove("content-length");
        assertEquals(expected, head.response().headers().map().keySet());
    }

    @Test
    void realmsOwnSecurityHeadersHoldAsWell() {
        HttpReply page = desk.get("");

        assertHeader("frame-ancestors https://portal.example.com, frame-ancestors 'none'", page, "Content-Security-Policy");
        assertHeader("DENY", page, "X-Frame-Options");
        assertHeader("origin", page, "Referrer-Policy");
    }

    @Test
    void nothingInThePageNeedsAnExceptionFromItsPolicy() {
        Document page = deskOfMaster.page();

        assertEquals("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' " + server().url()
                + "; base-uri 'none'; form-action 'none'", page.select("meta[http-equiv=Content-Security-Policy]").attr("content"));
        assertEquals("", page.select("style, [style], script:not([src]), [onclick], [onload], base, iframe").outerHtml());
        for (URI uri : deskOfMaster.all()) {
            assertEquals(server().url().getAuthority(), uri.getAuthority());
        }
    }

    @Test
    void eachFileIsThereWithItsType() {
        assertTrue(desk.scripts().size() > 5);
        for (URI style : desk.styles()) {
            assertFile("text/css", style);
        }
        for (URI script : desk.scripts()) {
            String text = assertFile("text/javascript", script).text();
            IMPORT.matcher(text).results().map(imported -> script.resolve(imported.group(1)))
                    .forEach(imported -> assertTrue(desk.scripts().contains(imported), () -> script + " imports " + imported + ", which isn't announced"));
        }
    }

    private static HttpReply assertFile(String type, URI uri) {
        HttpReply file = Http.send("GET", uri, null);
        assertEquals(200, file.status(), uri::toString);
        assertTrue(file.header("Content-Type").orElseThrow().startsWith(type), uri::toString);
        assertHeader("nosniff", file, "X-Content-Type-Options");
        return file;
    }

    @Test
    void pageOfAnotherVersionGetsTheFilesAndKeepsNone() {
        HttpReply file = desk.get("/0123456789abcdef/main.js");

        assertEquals(200, file.status());
        assertTrue(file.header("Cache-Control").orElseThrow().contains("no-store"));
        assertEquals(Http.send("GET", desk.scripts().get(0), null).text(), file.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x", "/messages/x", "/0123456789abcdef", "/0123456789abcdef/", "/0123456789abcdef/none.js", "/0123456789abcdef/vendor", "/0123456789abcdef/vendor/LICENSE",
            "/0123456789abcde/main.js", "/main.js"})
    void nothingElseIsThere(String path) {
        assertEquals(404, desk.get(path).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/0123456789abcdef/..%2fmain.js", "/0123456789abcdef/%2e%2e/main.js", "/0123456789abcdef/main.js%00"})
    void oddPathIsRefused(String path) {
        int status = desk.get(path).status();

        assertTrue(status == 400 || status == 404, () -> path + ": " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/messages", "/0123456789abcdef/main.js"})
    void unknownRealmHasNoPage(String path) {
        assertEquals(404, new DeskResources(server().url(), "none").get(path).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void pageIsOnlyRead(String method) {
        assertEquals(405, Http.send(method, desk.uri(""), null).status());
        assertEquals(405, Http.send(method, desk.uri("/messages"), null).status());
    }

    @ParameterizedTest
    @CsvSource({"de,de,Schalter", "DE,de,Schalter", "de-AT,de,Schalter", "it,it,Sportello", "es-MX,es,"})
    void textsAreInTheLanguageThatIsAskedFor(String asked, String expected, String title) {
        HttpReply messages = desk.get("/messages?locale=" + asked);

        assertEquals(200, messages.status());
        assertHeader("application/json;charset=UTF-8", messages, "Content-Type");
        assertHeader("no-cache", messages, "Cache-Control");
        assertHeader(expected, messages, "Content-Language");
        if (title != null) {
            assertEquals(title, messages.field("totpDesk.title"));
        }
        messages.json().fieldNames().forEachRemaining(key -> assertTrue(key.startsWith("totpDesk."), key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ja", "xx-YY", "../../de", "de_DE", "%E2%80%AE", "%F0%9F%98%80", "*", "de%20", "%3Cscript%3E"})
    void otherLanguagesGetTheRealmsDefault(String asked) {
        HttpReply messages = desk.get("/messages?locale=" + asked);

        assertHeader("it", messages, "Content-Language");
        assertEquals("Sportello", messages.field("totpDesk.title"));
    }

    @Test
    void longLanguageGetsTheRealmsDefault() {
        assertHeader("it", desk.get("/messages?locale=de-" + "x".repeat(3000)), "Content-Language");
    }

    @ParameterizedTest
    @CsvSource({"de-CH,de,Schalter", "'fr,de;q=0.5',de,Schalter", "fr,it,Sportello"})
    void pageThatLoadsIsInTheLanguageOfTheBrowser(String accepted, String expected, String title) {
        Document page = desk.page("Accept-Language", accepted);

        assertEquals(expected, page.select("html").attr("lang"));
        assertEquals(title, page.title());
        assertHeader(expected, desk.get("/messages", "Accept-Language", accepted), "Content-Language");
        assertTrue(page.text().contains("JavaScript"));
    }

    @Test
    void realmWithoutLanguagesIsEnglish() {
        assertEquals("en", deskOfMaster.page("Accept-Language", "de").select("html").attr("lang"));
        assertHeader("en", deskOfMaster.get("/messages?locale=ja", "Accept-Language", "de"), "Content-Language");
    }

    /** Its page knows what it can speak, and lets nobody choose. */
    @Test
    void realmWithoutLanguagesHasThoseOfThePage() {
        assertEquals(List.of(), deskOfMaster.list("locales"));
        assertEquals(List.of("en", "de", "fr", "es"), deskOfMaster.list("knownLocales"));
        assertEquals(List.of("de", "it"), desk.list("locales"));
        assertEquals(List.of("it", "de"), desk.list("knownLocales"));
    }

    @Test
    void languageWithoutTextsIsNotClaimed() {
        TestRealm plain = TestRealm.create(server(), realm -> {
            realm.setInternationalizationEnabled(true);
            realm.setSupportedLocales(Set.of("en", "it"));
            realm.setDefaultLocale("en");
        });
        DeskResources page = new DeskResources(plain);

        assertHeader("en", page.get("/messages?locale=it"), "Content-Language");
        assertHeader("en", page.get("", "Accept-Language", "it"), "Content-Language");
        assertEquals("en", page.page("Accept-Language", "it").select("html").attr("lang"));

        plain.resource().localization().saveRealmLocalizationText("it", "totpDesk.title", "Sportello");

        assertHeader("it", page.get("/messages?locale=it"), "Content-Language");
        assertEquals("it", page.page("Accept-Language", "it").select("html").attr("lang"));
    }

    /** So is the admin API, as for the console: this server has no address for administration alone. */
    @Test
    void loginIsAtTheRealmsFrontend() {
        assertEquals(LOGIN, desk.environment("serverBaseUrl"));
        assertEquals(LOGIN, desk.environment("adminBaseUrl"));
        assertEquals(server().url().toString(), deskOfMaster.environment("adminBaseUrl"));
        assertTrue(desk.page().select("meta[http-equiv=Content-Security-Policy]").attr("content").contains("connect-src 'self' " + LOGIN + ";"));
        assertEquals(realm().name(), desk.environment("loginRealm"));
        assertEquals("security-admin-console", desk.environment("clientId"));
    }

    @Test
    void darkModeIsAllowedAsInTheConsole() {
        assertEquals("true", deskOfMaster.environment("darkMode"));
        assertEquals("light dark", deskOfMaster.page().select("meta[name=color-scheme]").attr("content"));
        assertEquals("false", desk.environment("darkMode"));
        assertEquals("light", desk.page().select("meta[name=color-scheme]").attr("content"));
    }

    private static void assertHeader(String expected, HttpReply reply, String name) {
        assertEquals(expected, reply.header(name).orElse(null), name);
    }
}
