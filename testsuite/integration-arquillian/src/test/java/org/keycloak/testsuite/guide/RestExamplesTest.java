package org.keycloak.testsuite.guide;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.Http;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OpenApi;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The examples of the REST reference: the server accepts each request, and its reply is as the book shows it. In the book, {@code …} stands for
 * any text or for more elements, an id for any id, and a number of ten digits for any number.
 */
class RestExamplesTest extends AbstractTotpTest {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final String ANY = "…";
    private static final long LARGE = 1_000_000_000;

    static List<RestExample> examples() throws IOException {
        return RestExample.in(Path.of(System.getProperty("book")));
    }

    @Test
    void eachOperationHasOne() throws IOException {
        List<RestExample> examples = examples();
        OpenApi.operations().forEach(operation ->
                assertEquals(1, examples.stream().filter(example -> example.isOf(operation.toString())).count(), operation::toString));
        assertEquals(OpenApi.operations().size(), examples.size());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void serverRepliesAsTheBookSays(RestExample inTheBook) {
        TestRealm realm = TestRealm.create(server(), it -> {
        });
        String method = new RealmMethods(realm).add("phones", "issuer", "Demo Ltd", "lockAfter", 10);
        TestUser user = realm.newUser();
        String token = inTheBook.path().startsWith("/realms/") ? user.login().field("access_token") : realm.http().token().get();
        String code = code(inTheBook.path(), user, token);
        UnaryOperator<String> here = text -> text.replace("http://localhost:8080", server().url().toString()).replace("/demo/", "/" + realm.name() + "/")
                .replaceAll("\\balice\\b", user.name()).replace("123456", code).replaceAll("users/" + ID, "users/" + user.id())
                .replaceAll("totp-methods/" + ID + "(?=\\?|$)", "totp-methods/" + method);
        RestExample example = inTheBook.with(here);
        String credential = user.otpCredentials().isEmpty() ? "" : user.otpCredentials().get(0).getId();
        String body = here.apply(ID.matcher(inTheBook.body()).replaceAll(credential));

        HttpReply reply = Http.send(example.method(), URI.create(server().url() + example.path()), body.isEmpty() ? null : body.getBytes(StandardCharsets.UTF_8),
                "Authorization", "Bearer " + token, "Content-Type", AdminHttp.JSON, "Accept", AdminHttp.JSON + ", application/x-ndjson");

        assertEquals(example.status(), reply.status(), reply::toString);
        assertEquals(example.location() == null, reply.header("Location").isEmpty());
        reply.header("Location").ifPresent(location -> assertTrue(isText(ID.matcher(example.location()).replaceAll(ANY), location), location));
        assertEquals(example.reply().isEmpty(), reply.text().isEmpty());
        List<JsonNode> shown = Json.parseAll(example.reply().getBytes(StandardCharsets.UTF_8));
        List<JsonNode> sent = Json.parseAll(reply.bytes());
        assertEquals(shown.size(), sent.size(), reply::toString);
        IntStream.range(0, shown.size()).forEach(i -> assertTrue(says(shown.get(i), sent.get(i)), sent.get(i)::toString));
    }

    /** A code of what the user has, where the request needs it. */
    private static String code(String path, TestUser user, String token) {
        if (path.endsWith("/confirm")) {
            return Authenticator.scan(OwnTotpEndpoints.withToken(user.realm(), token).generate(Json.object("method", "phones")).field("keyUri")).code();
        }
        boolean needed = Stream.of("/verify-totp", "/remove-totp", "/unlock-totp", "/totp-status").anyMatch(path::contains);
        return needed ? user.newTotp(Json.object("userLabel", "Phone", "method", "phones")).code() : "";
    }

    private static boolean says(JsonNode shown, JsonNode sent) {
        if (shown.isTextual()) {
            return sent.isTextual() && isText(ID.matcher(shown.asText()).replaceAll(ANY), sent.asText());
        }
        if (shown.isArray()) {
            List<JsonNode> elements = StreamSupport.stream(shown.spliterator(), false).filter(element -> !ANY.equals(element.asText())).toList();
            boolean complete = elements.size() == shown.size();
            return sent.isArray() && (!complete || sent.size() == elements.size())
                    && elements.stream().allMatch(element -> StreamSupport.stream(sent.spliterator(), false).anyMatch(it -> says(element, it)));
        }
        if (shown.isObject()) {
            return sent.size() == shown.size() && shown.properties().stream().allMatch(field -> sent.has(field.getKey()) && says(field.getValue(), sent.get(field.getKey())));
        }
        return shown.equals(sent) || shown.isNumber() && sent.isNumber() && shown.longValue() >= LARGE;
    }

    private static boolean isText(String shown, String sent) {
        return sent.matches(Stream.of(shown.split(ANY, -1)).map(Pattern::quote).reduce((left, right) -> left + ".*" + right).orElseThrow());
    }
}
