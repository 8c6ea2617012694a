package org.keycloak.testsuite.account;

import java.net.URI;

import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.Http;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What else is below a realm's URL answers as it does without our endpoints.
 */
class AccountNeighboursTest extends AbstractOwnTotpTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "?userProfileMetadata=true", "credentials", "credentials?type=otp", "sessions", "sessions/devices", "linked-accounts", "applications",
            "supportedLocales", "v1alpha1", "v1alpha1/credentials"})
    void accountApiAnswers(String path) {
        HttpReply reply = OwnTotpEndpoints.of(newUser()).send("GET", path, null, "Accept", AdminHttp.JSON);

        assertEquals(200, reply.status(), reply::toString);
        assertTrue(reply.header("Content-Type").orElseThrow().startsWith("application/json"), reply::toString);
    }

    /** The account console reads the path itself. A console of another theme may have pages at totp. */
    @ParameterizedTest
    @ValueSource(strings = {"", "account-security/signing-in", "personal-info", "totp", "totp/", "totp/other", "totpgenerate"})
    void accountConsoleOpens(String path) {
        HttpReply reply = OwnTotpEndpoints.withToken(realm(), null).send("GET", path, null, "Accept", "text/html");

        assertEquals(200, reply.status(), reply::toString);
        assertTrue(reply.header("Content-Type").orElseThrow().startsWith("text/html"), reply::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/.well-known/openid-configuration", "/protocol/openid-connect/certs", "/protocol/saml/descriptor",
            "/protocol/openid-connect/login-status-iframe.html"})
    void otherEndpointsOfTheRealmAnswer(String path) {
        assertEquals(200, Http.send("GET", URI.create(realm().url() + "/realms/" + realm().name() + path), null).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"totp", "totp/", "totp/other", "totp/generate/extra", "totp/confirm/extra", "totp/generate2", "no-such"})
    void otherPathsAreNotFound(String path) {
        HttpReply reply = OwnTotpEndpoints.of(newUser()).post(path, "{}", "Accept", AdminHttp.JSON);

        assertEquals(404, reply.status(), reply::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void otherMethodsAreRefused(String method) {
        OwnTotpEndpoints own = OwnTotpEndpoints.of(newUser());

        for (String path : new String[] {OwnTotpEndpoints.GENERATE, OwnTotpEndpoints.CONFIRM}) {
            HttpReply reply = own.send(method, path, null, "Accept", AdminHttp.JSON);
            assertTrue(reply.status() == 404 || reply.status() == 405, reply::toString);
        }
    }
}
