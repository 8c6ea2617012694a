package org.keycloak.testsuite.coverage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.CredentialsClient;
import org.keycloak.admin.client.resource.UsersTotpStatusResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation.Totp;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.Cors;
import org.keycloak.testsuite.fixture.CoverageEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OtpCredentials;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * The users of a realm by the status of their TOTPs, against a realm that was made by hand. {@code anna} has used her TOTP, {@code bert} hasn't,
 * {@code carl} is locked out of his, {@code dora}'s has expired, {@code emil} has none, {@code fred} has an HOTP, and {@code gina} has several.
 */
class TotpStatusOfUsersTest extends AbstractTotpTest {

    private static final String SECRET = "12345678901234567890";
    private static final List<String> ALL = List.of("anna", "bert", "carl", "dora", "emil", "fred", "gina");
    private static final Map<String, Integer> COUNTS = Map.of("used", 2, "unused", 2, "locked", 1, "expired", 1, "none", 1, "total", 7);

    private TestUser bert;
    private String top;

    @Override
    protected TestRealm newRealm() {
        TestRealm realm = TestRealm.create(server());
        new RealmMethods(realm).add("phones", "issuer", "Acme", "activateWithin", "30d");
        new RealmMethods(realm).add("tokens", "issuer", "Acme", "algorithm", "SHA256", "digits", 8, "period", 60, "lockAfter", 1);
        new RealmMethods(realm).add("spare", "issuer", "Acme");
        realm.newServiceAccount();
        top = group(realm, null, "staff");
        String below = group(realm, top, "branch");
        TestUser anna = user(realm, "anna");
        assertValid(anna.totp().verifyCode(anna.newTotp(Json.object("method", "phones")).code()));
        bert = user(realm, "bert");
        bert.newTotp(Json.object("method", "phones", "userLabel", "Phone"));
        lock(user(realm, "carl"));
        user(realm, "dora", expired(realm));
        TestUser emil = user(realm, "emil");
        user(realm, "fred", OtpCredentials.hotp("counter", SECRET));
        TestUser gina = user(realm, "gina", expired(realm));
        lock(gina);
        gina.newTotp(Json.object("method", "spare"));
        List.of(anna, emil).forEach(user -> user.resource().joinGroup(top));
        List.of(anna, bert).forEach(user -> user.resource().joinGroup(below));
        return realm;
    }

    /** The tests name what it has. */
    @BeforeEach
    void makeRealm() {
        realm();
    }

    @ParameterizedTest
    @CsvSource({ "used,anna;fred", "unused,bert;gina", "locked,carl", "expired,dora", "none,emil" })
    void listsAndCountsByStatus(String status, String names) {
        assertEquals(List.of(names.split(";")), coverage().names("status", status));
        assertEquals(names.split(";").length, coverage().counts().get(status));
    }

    @Test
    void withoutAStatusAllAreListedByName() {
        assertEquals(ALL, coverage().names());
        assertEquals(COUNTS, coverage().counts());
    }

    @Test
    void severalStatusesCanBeAskedFor() {
        assertEquals(List.of("dora", "emil"), coverage().names("status", "none,expired"));
        assertEquals(List.of("carl", "dora", "emil"), coverage().names("status", "none, locked", "status", "expired"));
    }

    @Test
    void pagesFollowEachOther() {
        assertEquals(List.of("anna", "bert"), coverage().names("max", 2));
        assertEquals(List.of("carl", "dora"), coverage().names("first", 2, "max", 2));
        assertEquals(List.of("gina"), coverage().names("first", 6));
        assertEquals(List.of(), coverage().names("first", Integer.MAX_VALUE, "max", 10_000));
        assertEquals(List.of("gina"), coverage().names("status", "unused", "first", 1, "max", 1));
    }

    @Test
    void rowSaysWhatIsKnown() {
        UserTotpStatusRepresentation row = client().list("unused", 0, 1).get(0);

        assertEquals(List.of(bert.id(), "bert", "Erika", "Mustermann", "bert@example.com", true, "unused"),
                List.of(row.getId(), row.getUsername(), row.getFirstName(), row.getLastName(), row.getEmail(), row.isEnabled(), row.getStatus()));
        Totp totp = row.getTotps().get(0);
        CredentialRepresentation stored = bert.otpCredentials().get(0);
        assertEquals(List.of(stored.getId(), "Phone", "phones", "HmacSHA1", 6, 30, stored.getCreatedDate(), "unused", false, stored.getCreatedDate() + 30 * 86_400_000L, false),
                List.of(totp.getId(), totp.getUserLabel(), totp.getMethod(), totp.getAlgorithm(), totp.getDigits(), totp.getPeriod(), totp.getCreatedDate(), totp.getStatus(),
                        totp.isUsed(), totp.getDeadline(), totp.isLocked()));
    }

    @Test
    void oneUserIsToldTheSame() {
        for (JsonNode row : coverage().list().elements().toList()) {
            JsonNode one = realm().http().get(realm().name() + "/users/" + row.path("id").asText() + "/totp-status").json();
            assertEquals(one.path("status"), row.path("status"));
            assertEquals(one.path("totps"), row.path("totps"));
        }
    }

    @Test
    void eachTotpHasItsStatus() {
        UserTotpStatusRepresentation gina = client().list(null, null, null, "username:gina", null, null).get(0);

        assertEquals(List.of("expired", "locked", "unused"), gina.getTotps().stream().map(Totp::getStatus).sorted().toList());
        assertFalse(gina.getTotps().stream().filter(totp -> "used".equals(totp.getStatus())).anyMatch(Totp::isUsed));
    }

    @Test
    void groupMeansItsMembers() {
        assertEquals(List.of("anna", "emil"), coverage().names("group", top));
        assertEquals(List.of("anna", "emil"), coverage().names("group", "/staff"));
        assertEquals(List.of("anna", "bert"), coverage().names("group", "/staff/branch", "subGroups", false));
        assertEquals(List.of("anna", "bert", "emil"), coverage().names("group", top, "subGroups", true));
        assertEquals(List.of("bert"), coverage().names("group", top, "subGroups", true, "first", 1, "max", 1));
        assertEquals(List.of("emil"), coverage().names("group", top, "status", "none"));
        assertEquals(Map.of("used", 1, "unused", 1, "none", 1, "total", 3), coverage().counts("group", top, "subGroups", true));
    }

    @Test
    void searchIsKeycloaks() {
        for (String search : List.of("an", "*nn*", "\"anna\"", "id:" + bert.id(), "example.com", "%", "\"", "\\", "*", "id:",
                "x' or '1'='1", "anna bert", "\uD83D\uDE00", "Erika", "")) {
            HttpReply users = realm().http().get(realm().name() + "/users?search=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
            List<String> names = users.elements().map(user -> user.path("username").asText()).toList();
            assertEquals(names, coverage().names("search", search), search);
            assertEquals(names.size(), coverage().counts("search", search).getOrDefault("total", 0), search);
        }
        // Keycloak knows these from 26.7 on.
        assertEquals(List.of("anna", "emil"), coverage().names("search", "username:anna emil nobody"));
        assertEquals(List.of("dora"), coverage().names("search", "email:dora@example.com"));
        assertEquals(List.of("anna"), coverage().names("search", "an", "group", top, "subGroups", true));
        assertEquals(List.of(), coverage().names("search", "gina", "group", top));
    }

    @ParameterizedTest
    @ValueSource(strings = { "status=unknown", "status=none,", "status=USED", "status=none&status=x", "first=-1", "first=a", "first=2147483648", "max=0", "max=-1",
            "max=10001", "max=1e3", "group=no-such", "group=f:", "group=f:x", "group=/", "group=//", "group=/staff/none", "subGroups=1&group=/staff", "subGroups=TRUE" })
    void badValueIsNamed(String query) {
        HttpReply reply = realm().http().get(realm().name() + "/users/totp-status?" + query);

        assertEquals(400, reply.status(), reply::toString);
        String parameter = query.startsWith("subGroups") ? "subGroups" : query.replaceFirst("=.*", "");
        assertTrue(reply.errorMessage().startsWith("Invalid " + parameter + ". Allowed: "), reply::toString);
        if (!List.of("status", "first", "max").contains(parameter)) {
            assertEquals(400, realm().http().get(realm().name() + "/users/totp-status/count?" + query).status());
        }
    }

    @Test
    void csvHasALineForEachTotp() {
        HttpReply reply = coverage().listAsCsv();

        assertEquals(200, reply.status(), reply::toString);
        assertEquals("text/csv;charset=utf-8;header=present", reply.header("Content-Type").orElseThrow().toLowerCase().replace(" ", ""));
        assertEquals("attachment; filename=\"totp-status.csv\"", reply.header("Content-Disposition").orElseThrow());
        assertEquals("no-store", reply.header("Cache-Control").orElseThrow());
        List<String> lines = List.of(reply.text().split("\r\n"));
        assertEquals("id,username,firstName,lastName,email,enabled,status,totpId,userLabel,method,algorithm,digits,period,createdDate,totpStatus,used,deadline,locked", lines.get(0));
        assertEquals(List.of("anna", "bert", "carl", "dora", "emil", "fred", "gina", "gina", "gina"), lines.stream().skip(1).map(line -> line.split(",")[1]).toList());
        assertTrue(lines.get(2).matches(bert.id() + ",bert,Erika,Mustermann,bert@example.com,true,unused,[-0-9a-f]{36},Phone,phones,HmacSHA1,6,30,20[-0-9]{8}T[:.0-9]+Z,"
                + "unused,false,20[-0-9]{8}T[:.0-9]+Z,false"), lines.get(2));
        assertTrue(lines.get(5).endsWith("emil,Erika,Mustermann,emil@example.com,true,none,,,,,,,,,,,"), lines.get(5));
    }

    @Test
    void csvRunsNoFormulas() {
        TestRealm realm = TestRealm.create(server());
        TestUser user = realm.newUser(it -> {
            it.setUsername("-cmd");
            it.setFirstName("+49 Erika");
            it.setLastName("a,b");
        });
        user.newTotp(Json.object("userLabel", "=1+\"a\""));

        String csv = CoverageEndpoints.of(realm).listAsCsv().text();

        assertTrue(csv.contains(",'-cmd,'+49 Erika,\"a,b\","), csv);
        assertTrue(csv.contains(",\"'=1+\"\"a\"\"\","), csv);
    }

    /** Keycloak refuses some of them itself, depending on its version. */
    @ParameterizedTest
    @ValueSource(strings = { "group=%00", "search=a%00b", "search=id:%00", "status=%00", "first=%00" })
    void nullCharacterIsRefused(String query) {
        assertEquals(400, realm().http().get(realm().name() + "/users/totp-status?" + query).status());
    }

    /** Keycloak fails at a search of thousands of words. */
    @Test
    void longSearchIsRefused() {
        String words = "a ".repeat(127) + "a";

        assertEquals(List.of("anna"), coverage().names("search", words.replace("a", "anna").substring(0, 255)));
        HttpReply reply = coverage().list("search", words + " a");
        assertEquals(400, reply.status(), reply::toString);
        assertTrue(reply.errorMessage().startsWith("Invalid search. Allowed: "), reply::toString);
    }

    /** Keycloak asks the database for each part of a path. */
    @Test
    void longGroupIsRefused() {
        HttpReply reply = coverage().list("group", "/a".repeat(128));
        assertEquals(400, reply.status(), reply::toString);
        assertEquals("Invalid group. Allowed: at most 255 characters, none of them a null character.", reply.errorMessage());
    }

    @Test
    void emptyValueIsNone() {
        assertEquals(ALL, coverage().names("status", "", "group", "", "search", "", "first", "", "max", ""));
    }

    @Test
    void formIsNegotiated() {
        String path = coverage().path("");
        assertEquals("application/json", type("*/*", path));
        assertEquals("application/json", type("text/html,application/json;q=0.9,text/csv;q=0.8", path));
        assertEquals("text/csv", type("text/*", path));
        assertEquals(406, realm().http().send("GET", path, null, "Accept", "application/pdf").status());
        assertEquals("application/json", type("text/csv", coverage().path("", "max", 0)));
    }

    @Test
    void noSecretIsTold() {
        String secret = "SECRET-" + UUID.randomUUID();
        TestUser user = realm().newUser(it -> {
            it.setUsername("anton");
            it.setCredentials(List.of(OtpCredentials.totp("old", secret)));
        });

        try {
            for (String text : List.of(coverage().list().text(), coverage().listAsCsv().text(), user.totp().status().text())) {
                assertTrue(text.contains("HmacSHA1"), text);
                assertFalse(text.contains(secret) || text.contains("secretData"), text);
            }
        } finally {
            user.resource().remove();
        }
    }

    @Test
    void keycloaksNeighboursAnswer() {
        String users = realm().name() + "/users";
        assertEquals(7, realm().http().get(users + "/count").json().intValue());
        assertEquals(200, realm().http().get(users + "/profile").status());
        assertEquals(7, realm().http().get(users + "?max=50").json().size());
        assertEquals(404, realm().http().get(users + "/totp-status/totp-status").status());
        assertEquals(200, realm().http().send("HEAD", users + "/totp-status", null).status());
        for (String path : List.of("", "/count")) {
            HttpReply preflight = Cors.preflight(realm().http().uri(users + "/totp-status" + path), "GET");
            assertEquals(200, preflight.status(), preflight::toString);
            assertEquals(Cors.ORIGIN, preflight.header("Access-Control-Allow-Origin").orElse(null));
        }
    }

    @Test
    void javaClientListsAndCounts() {
        assertEquals(List.of("anna", "emil"), client().list(null, "/staff", false, null, null, null).stream().map(UserTotpStatusRepresentation::getUsername).toList());
        assertEquals(7, client().count().getTotal());
        assertEquals(1, client().count("/staff", true, "emil").getNone());
        assertTrue(client().listAsCsv("none", null, null, null, 0, 10).contains("emil"));
    }

    private CoverageEndpoints coverage() {
        return CoverageEndpoints.of(realm());
    }

    private UsersTotpStatusResource client() {
        return CredentialsClient.of(realm().admin()).usersTotpStatus(realm().name());
    }

    private String type(String accept, String path) {
        return realm().http().send("GET", path, null, "Accept", accept).header("Content-Type").orElseThrow().replaceFirst(";.*", "");
    }

    private static TestUser user(TestRealm realm, String name, CredentialRepresentation... credentials) {
        return realm.newUser(it -> {
            it.setUsername(name);
            it.setEmail(name + "@example.com");
            it.setCredentials(List.of(credentials));
        });
    }

    private static void lock(TestUser user) {
        Authenticator token = user.newTotp(Json.object("method", "tokens"));
        user.totp().verify(Json.object("code", token.wrongCode(), "method", "tokens"));
    }

    /** From an administrator, who made it long ago. */
    private static CredentialRepresentation expired(TestRealm realm) {
        int number = realm.http().get(realm.name() + "/totp-methods?search=phones").json().path(0).path("credentialCounter").intValue();
        CredentialRepresentation credential = OtpCredentials.totp("old", SECRET, -number);
        credential.setCreatedDate(1_000L);
        return credential;
    }

    private static String group(TestRealm realm, String parent, String name) {
        GroupRepresentation group = new GroupRepresentation();
        group.setName(name);
        try (Response created = parent == null ? realm.resource().groups().add(group) : realm.resource().groups().group(parent).subGroup(group)) {
            return CreatedResponseUtil.getCreatedId(created);
        }
    }
}
