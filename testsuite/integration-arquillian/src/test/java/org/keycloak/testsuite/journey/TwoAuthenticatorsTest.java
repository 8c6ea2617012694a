package org.keycloak.testsuite.journey;

import java.util.Set;

import org.keycloak.testsuite.browser.AbstractBrowserTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.pages.OtpChoice;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.Base32;
import org.keycloak.testsuite.totp.QrCode;
import org.keycloak.testsuite.totp.Rfc6238Key;

import org.jboss.arquillian.graphene.page.Page;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Users with two authenticators choose at the login page, and each works.
 */
class TwoAuthenticatorsTest extends AbstractBrowserTest {

    @Page
    private OtpChoice choice;

    @Test
    void phoneAndATokenThatBroughtItsSecret() {
        TestRealm realm = TestRealm.create(server());
        RealmMethods methods = new RealmMethods(realm);
        methods.add("phones", "issuer", "ACME");
        methods.add("tokens", "issuer", "ACME", "algorithm", "SHA256", "digits", 8, "period", 60);
        String secret = Base32.encode(Rfc6238Key.of("SHA256"));
        TestUser user = realm.newUser();
        HttpReply created = user.totp().create(Json.object("method", "phones", "userLabel", "phone"));
        Authenticator phone = Authenticator.scan(QrCode.of(created.field("qrCode")).text());
        user.newTotp(Json.object("method", "tokens", "userLabel", "token", "totpSecret", secret, "secretEncoding", "BASE32", "qrSize", 0));
        Authenticator token = new Authenticator(Base32.decode(secret), "SHA256", 8, 60);

        assertLogsInAsItselfOnly(user, "phone", phone, "token");
        assertLogsInAsItselfOnly(user, "token", token, "phone");
    }

    @Test
    void theAdministratorsAndOneOfTheUsersOwn() {
        TestUser user = newUser();
        Authenticator handedOut = user.newTotp(Json.object("userLabel", "handed out"));
        enterPassword(user);
        otpPage.enter(handedOut.code());
        assertIn(user);

        beginOtpSetup(user.realm());
        assertTrue(configureOtpPage.isOpen(), browser::getPageSource);
        Authenticator own = Authenticator.scan(configureOtpPage.keyUri());
        configureOtpPage.save(own.code(), "my own");
        assertIn(user);

        assertLogsInAsItselfOnly(user, "handed out", handedOut, "my own");
        assertLogsInAsItselfOnly(user, "my own", own, "handed out");
    }

    /** The same code is wrong for the other authenticator, and right for its own. */
    private void assertLogsInAsItselfOnly(TestUser user, String label, Authenticator authenticator, String other) {
        String code = authenticator.code();
        enterPassword(user);
        assertEquals(Set.of(label, other), Set.copyOf(choice.labels()));
        choice.choose(other);
        otpPage.enter(code);
        assertEquals("Invalid authenticator code.", otpPage.error());
        assertNotIn();

        choice.choose(label);
        otpPage.enter(code);
        assertIn(user);
    }
}
