package org.keycloak.testsuite.browser;

import java.util.List;

import org.keycloak.testsuite.fixture.Flows;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.pages.RecoveryCodePage;
import org.keycloak.testsuite.totp.Authenticator;

import org.jboss.arquillian.graphene.page.Page;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The recovery codes that an administrator handed out, in the user's browser. The realm takes recovery codes as a second factor.
 */
class RecoveryCodesLoginTest extends AbstractBrowserTest {

    private static final String RECOVERY_CODES = "auth-recovery-authn-code-form";

    @Page
    private RecoveryCodePage recoveryCodePage;

    /** A realm that takes recovery codes as a second factor. */
    @Override
    protected TestRealm newRealm() {
        TestRealm created = TestRealm.create(server());
        Flows flows = new Flows(created);
        assumeTrue(flows.has("browser", RECOVERY_CODES), "the feature recovery-codes of this Keycloak is off by default");
        flows.set("browser", Flows.ALTERNATIVE, RECOVERY_CODES);
        return created;
    }

    @Test
    void eachCodeLogsInOnceAndInItsTurn() {
        TestUser user = newUser();
        List<String> codes = user.newRecoveryCodes("{}");

        enterPassword(user);
        assertAskedFor(1);
        assertNotIn();
        refuse("ABCDEFGHIJKL", 1);
        refuse(codes.get(1), 1);
        recoveryCodePage.enter(codes.get(0));
        assertIn(user);

        enterPassword(user);
        assertAskedFor(2);
        refuse(codes.get(0), 2);
        recoveryCodePage.enter(codes.get(1));
        assertIn(user);
    }

    @Test
    void replacedCodesLogNobodyIn() {
        TestUser user = newUser();
        List<String> replaced = user.newRecoveryCodes("{}");

        List<String> codes = user.newRecoveryCodes(Json.object("replaceExisting", true));

        enterPassword(user);
        assertAskedFor(1);
        refuse(replaced.get(0), 1);
        recoveryCodePage.enter(codes.get(0));
        assertIn(user);
    }

    /** With recovery codes in the flow, the login asks for the first credential in the user's order. */
    @Test
    void replacementIsAskedForAsTheAuthenticatorWas() {
        TestUser user = newUser();
        user.newTotp("{}");
        user.newRecoveryCodes("{}");

        Authenticator replacement = user.newTotp(Json.object("replaceExisting", true));

        enterPassword(user);
        assertInWithACode(user, replacement);
    }

    @Test
    void firstAuthenticatorIsAskedForBeforeTheCodesThatWereThere() {
        TestUser user = newUser();
        List<String> codes = user.newRecoveryCodes("{}");
        enterPassword(user);
        assertAskedFor(1);
        recoveryCodePage.enter(codes.get(0));
        assertIn(user);

        Authenticator authenticator = user.newTotp("{}");

        enterPassword(user);
        assertInWithACode(user, authenticator);
    }

    private void assertAskedFor(int number) {
        recoveryCodePage.await();
        assertEquals(number, recoveryCodePage.number());
    }

    private void refuse(String code, int asked) {
        recoveryCodePage.enter(code);
        assertAskedFor(asked);
        assertEquals("Invalid recovery authentication code", recoveryCodePage.error());
        assertNotIn();
    }
}
