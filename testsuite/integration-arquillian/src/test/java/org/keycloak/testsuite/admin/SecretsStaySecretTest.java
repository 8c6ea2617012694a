package org.keycloak.testsuite.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.Secrets;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.Base32;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A secret is in one reply, and not in the server's log. The log is at DEBUG for our packages.
 */
class SecretsStaySecretTest extends AbstractTotpTest {

    private final List<String> secrets = new ArrayList<>();

    @Test
    void logHoldsNoSecret() throws IOException {
        TestUser user = newUser();
        create(user, "{}");
        create(user, Json.object("replaceExisting", true, "algorithm", "SHA512", "userLabel", "phone"));
        String plain = imported("a secret in plain text");
        create(user, Json.object("replaceExisting", true, "totpSecret", plain, "secretEncoding", "TEXT"));
        String base32 = imported(Base32.encode("another one in Base32"));
        Authenticator authenticator = create(user, Json.object("replaceExisting", true, "totpSecret", base32, "secretEncoding", "BASE32"));
        user.login(authenticator.wrongCode());
        user.login(authenticator.code());
        user.totp().verifyCode(authenticator.code());
        user.totp().createPicture(Json.object("replaceExisting", true, "totpSecret", imported("a secret on a picture"), "secretEncoding", "TEXT"));

        String inKeyUri = imported(Base32.encode("a secret in a key URI"));
        create(user, Json.object("replaceExisting", true, "keyUri", "otpauth://totp/a?secret=" + inKeyUri));

        // A secret that is refused is as secret.
        String keyUri = "otpauth://totp/a?secret=" + imported(Base32.encode("in one that is refused"));
        refuse(400, user, Json.object("keyUri", keyUri + "&digits=7"));
        refuse(400, user, Json.object("keyUri", keyUri, "digits", 8));
        refuse(400, user, Json.object("keyUri", keyUri + "&issuer=%zz"));
        refuse(400, user, Json.object("totpSecret", keyUri, "secretEncoding", "TEXT"));
        refuse(400, user, Json.object("totpSecret", imported("of a user who has one"), "secretEncoding", "TEXT"));
        refuse(400, user, Json.object("totpSecret", imported("too short"), "secretEncoding", "TEXT"));
        refuse(400, user, Json.object("totpSecret", imported("not in Base32 at all 0189"), "secretEncoding", "BASE32"));
        refuse(400, user, Json.object("totpSecret", imported("in an unknown encoding"), "secretEncoding", "UTF16"));
        refuse(400, user, Json.object("totpSecret", imported("not in hex at all 0189"), "secretEncoding", "HEX"));
        refuse(400, user, Json.object("totpSecret", imported("without an encoding")));
        refuse(400, user, Json.object("totpSecret", imported("beside an unknown field"), "secretEncoding", "TEXT", "colour", "red"));
        refuse(400, user, Json.object("totpSecret", List.of(imported("in an array of one"))));
        refuse(400, user, "{\"totpSecret\": \"" + imported("in broken JSON, number one") + "\", ");
        refuse(400, user, "{\"totpSecret\": \"" + imported("in broken JSON, number two") + "}");
        refuse(400, user, "{\"totpSecret\": " + imported("unquotedSecretInBrokenJson") + "}");
        refuse(400, user, Json.object("totpSecret", imported("on a picture that is too small"), "secretEncoding", "TEXT", "issuer", "ü".repeat(200), "qrSize", 100, "replaceExisting", true));
        refuse(400, user, Json.object("totpSecret", imported("in a large body"), "secretEncoding", "TEXT", "userLabel", "x".repeat(100_000)));
        user.totp().as(realm().newAdmin("view-users").http()).create(Json.object("totpSecret", imported("of one who may not"), "secretEncoding", "TEXT"));
        user.totp().remove();

        String log = Files.readString(server().log(), StandardCharsets.UTF_8);
        assertTrue(log.contains("DEBUG [org.keycloak.services.error.KeycloakErrorHandler]"), "refusals are logged, at DEBUG");
        assertTrue(secrets.size() > 25, secrets.size() + " secrets");
        for (String secret : secrets) {
            assertFalse(log.contains(secret), () -> "in the log: " + secret);
        }
    }

    private Authenticator create(TestUser user, String json) {
        HttpReply reply = user.totp().create(json);
        assertEquals(200, reply.status(), reply::toString);
        secrets.addAll(Secrets.of(reply));
        return Authenticator.scan(reply.field("keyUri"));
    }

    private void refuse(int status, TestUser user, String json) {
        HttpReply reply = user.totp().create(json);
        assertEquals(status, reply.status(), reply::toString);
        secrets.forEach(secret -> assertFalse(reply.text().contains(secret), reply::toString));
    }

    private String imported(String secret) {
        secrets.add(secret);
        return secret;
    }
}
