package org.keycloak.testsuite.users;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.BulkEndpoint;
import org.keycloak.testsuite.fixture.BulkLines;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A bad request is refused before anything is done.
 */
class BulkInputTest extends AbstractTotpTest {

    private static final String ID = "00000000-0000-0000-0000-000000000000";

    private TestUser user;

    /**
     * @param field what the message must name
     */
    record BadRequest(String field, String body) {

        @Override
        public String toString() {
            return body.length() <= 80 ? body : body.substring(0, 80) + "… (" + body.length() + ")";
        }
    }

    static Stream<BadRequest> badRequests() {
        String ids = "\"users\": {\"ids\": [\"" + ID + "\"]}";
        return Stream.of(
                bodies("JSON", "", "{", "[]", "5", "null", "\"all\"", "{" + ids + "} {}", "{" + ids + ", " + ids + "}"),
                bodies("users", "{}", "{\"credential\": {}}", "{\"users\": null}", "{\"users\": {}}", "{\"users\": []}", "{\"users\": \"all\"}", "{\"users\": true}"),
                users("users", "{\"ids\": [\"ID\"], \"all\": true}", "{\"ids\": null}", "{\"user\": [\"ID\"]}", "{\"group\": \"/a\", \"role\": \"b\"}", "{\"subGroups\": true}"),
                users("users.ids", "{\"ids\": []}", "{\"ids\": \"ID\"}", "{\"ids\": {}}", "{\"ids\": [\"ID\", 5]}", "{\"ids\": [null]}", "{\"ids\": [[\"ID\"]]}", "{\"ids\": [\"\"]}",
                        "{\"ids\": [\"a\\u0000\"]}", "{\"ids\": [\"" + "x".repeat(256) + "\"]}"),
                users("users.usernames", "{\"usernames\": []}", "{\"usernames\": \"bob\"}", "{\"usernames\": [\" \"]}", "{\"usernames\": [true]}"),
                users("users.group", "{\"group\": 5}", "{\"group\": [\"/a\"]}", "{\"group\": \"\"}", "{\"group\": \"/no such group\"}", "{\"group\": \"no-such-group\"}", "{\"group\": \"/\"}", "{\"group\": \"f:\"}", "{\"group\": \"f:x\"}",
                        "{\"group\": \"//\"}", "{\"group\": \"/a\\u0000\"}", "{\"group\": \"" + "/x".repeat(200) + "\"}"),
                users("users.subGroups", "{\"group\": \"/a\", \"subGroups\": \"true\"}", "{\"group\": \"/a\", \"subGroups\": 1}"),
                users("subGroups", "{\"ids\": [\"ID\"], \"subGroups\": true}", "{\"all\": true, \"subGroups\": false}"),
                users("users.role", "{\"role\": \"no such role\"}", "{\"role\": \"\"}", "{\"role\": {}}", "{\"role\": \"a\\u0000\"}"),
                users("users.search", "{\"search\": 5}", "{\"search\": \"  \"}", "{\"search\": \"a\\u0000\"}"),
                users("users.q", "{\"q\": \"\"}", "{\"q\": true}", "{\"q\": \"department\"}", "{\"q\": \"department sales\"}", "{\"q\": \"department:a \\\\\"}", "{\"q\": \"\\\\\"}",
                        "{\"q\": \"a:\\u0000\"}", "{\"q\": \"username:\"}", "{\"q\": \"keycloak.session.realm.users.query.exact:true\"}",
                        "{\"q\": \"keycloak.session.realm.users.query.created_after:x\"}"),
                users("users.all", "{\"all\": false}", "{\"all\": \"true\"}", "{\"all\": 1}", "{\"all\": {}}"),
                users("colour", "{\"all\": true, \"colour\": \"red\"}"),
                users("enabled", "{\"search\": \"a\", \"enabled\": true}"),
                bodies("colour", "{" + ids + ", \"colour\": \"red\"}"),
                bodies("digits", "{" + ids + ", \"digits\": 8}", "{" + ids + ", \"credential\": {\"digits\": 7}}", "{" + ids + ", \"credential\": {\"digits\": \"8\"}}"),
                bodies("credential", "{" + ids + ", \"credential\": []}", "{" + ids + ", \"credential\": \"SHA1\"}", "{" + ids + ", \"credential\": true}"),
                bodies("username", "{" + ids + ", \"credential\": {\"username\": \"bob\"}}"),
                bodies("totpSecret", "{" + ids + ", \"credential\": {\"totpSecret\": \"12345678901234567890\", \"secretEncoding\": \"TEXT\"}}"),
                bodies("keyUri", "{" + ids + ", \"credential\": {\"keyUri\": \"otpauth://totp/a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\"}}"),
                bodies("qrSize", "{" + ids + ", \"credential\": {\"qrSize\": 1}}"),
                bodies("dryRun", "{" + ids + ", \"dryRun\": \"true\"}", "{" + ids + ", \"dryRun\": 1}", "{" + ids + ", \"dryRun\": {}}"),
                bodies("attributes", "{" + ids + ", \"attributes\": \"a\"}", "{" + ids + ", \"attributes\": [5]}", "{" + ids + ", \"attributes\": [\"\"]}", "{" + ids + ", \"attributes\": [[]]}",
                        "{" + ids + ", \"attributes\": [" + "\"a\",".repeat(100) + "\"b\"]}", "{" + ids + ", \"attributes\": {}}"))
                .flatMap(requests -> requests);
    }

    private static Stream<BadRequest> bodies(String field, String... bodies) {
        return Stream.of(bodies).map(body -> new BadRequest(field, body));
    }

    private static Stream<BadRequest> users(String field, String... selections) {
        return Stream.of(selections).map(selection -> new BadRequest(field, "{\"users\": " + selection.replace("ID", ID) + "}"));
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void fieldIsNamed(BadRequest bad) {
        HttpReply reply = bulk().post(bad.body());

        Refusals.assertNames(bad.field(), reply);
        Refusals.assertExplained(reply);
    }

    @Test
    void nobodyIsEnrolledIfAFieldIsBad() {
        for (String more : List.of("\"credential\": {\"digits\": 7}", "\"colour\": 1", "\"dryRun\": 1", "\"attributes\": 1")) {
            assertEquals(400, bulk().post("{\"users\": {\"ids\": [\"" + user().id() + "\"]}, " + more + "}").status());
        }
        assertEquals(400, bulk().post(Json.object("users", Map.of("ids", List.of(user().id(), 5)))).status());

        assertTrue(user().otpCredentials().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/json-seq", "application/octet-stream"})
    void otherContentTypesAreNotSupported(String type) {
        assertEquals(415, bulk().send(named(), "Content-Type", type).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "image/png", "text/html", "application/x-ndjson;q=0"})
    void replyThatIsNotAcceptedIsNotMade(String accept) {
        HttpReply reply = bulk().send(named(), "Content-Type", AdminHttp.JSON, "Accept", accept);

        assertEquals(406, reply.status(), reply::toString);
        assertTrue(user().otpCredentials().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-ndjson", "application/*", "*/*", "application/json, application/x-ndjson;q=0.5"})
    void replyIsLinesOfJson(String accept) {
        TestUser accepting = newUser();
        byte[] request = Json.object("users", Map.of("ids", List.of(accepting.id()))).getBytes(StandardCharsets.UTF_8);

        BulkLines.of(bulk().send(request, "Content-Type", "application/json;charset=UTF-8", "Accept", accept)).assertCreated(accepting);
    }

    @Test
    void moreThanTenMegabytesAreTooLarge() {
        byte[] large = new byte[10 * 1024 * 1024 + 1];
        Arrays.fill(large, (byte) '\n');

        for (String type : List.of(AdminHttp.JSON, BulkEndpoint.NDJSON)) {
            assertEquals(413, bulk().send(large, "Content-Type", type).status());
        }
    }

    @Test
    void unknownTypeAndRealmAreNotFound() {
        for (String type : List.of("no-such-type", "password", "OTP", "hotp")) {
            assertEquals(404, BulkEndpoint.of(realm(), type).post("{\"users\": {\"all\": true}}").status(), type);
        }
        String path = UUID.randomUUID() + "/users/create-totp";
        assertEquals(404, new BulkEndpoint(realm().http(), path).post("{\"users\": {\"all\": true}}").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void otherMethodsAreNotAllowed(String method) {
        assertEquals(405, realm().http().send(method, bulk().path(), named(), "Content-Type", AdminHttp.JSON).status());
        assertEquals(405, realm().http().send(method, BulkEndpoint.of(realm(), "otp").path(), named(), "Content-Type", AdminHttp.JSON).status());
    }

    private byte[] named() {
        return Json.object("users", Map.of("ids", List.of(user().id()))).getBytes(StandardCharsets.UTF_8);
    }

    /** All refusals leave the user without a TOTP, so one user is enough. */
    private TestUser user() {
        if (user == null) {
            user = newUser();
        }
        return user;
    }

    private BulkEndpoint bulk() {
        return BulkEndpoint.of(realm());
    }
}
