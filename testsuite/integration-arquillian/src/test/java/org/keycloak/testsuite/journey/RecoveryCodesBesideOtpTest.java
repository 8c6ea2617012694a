package org.keycloak.testsuite.journey;

import java.util.List;
import java.util.Set;

import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.testsuite.browser.AbstractBrowserTest;
import org.keycloak.testsuite.fixture.Flows;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.pages.MessagePage;
import org.keycloak.testsuite.pages.RecoveryCodePage;
import org.keycloak.testsuite.pages.SelectAuthenticatorPage;
import org.keycloak.testsuite.totp.Authenticator;

import org.jboss.arquillian.graphene.page.Page;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * The guide's flow that takes an OTP or a recovery code from every user.
 */
class RecoveryCodesBesideOtpTest extends AbstractBrowserTest {

    private static final String FLOW = "browser with OTP or recovery code";
    private static final String OTP_FLOW = "OTP or its setup";
    private static final String OTP_FORM = "auth-otp-form";
    private static final String OTP = "Authenticator Application";
    private static final String RECOVERY_CODE = "Recovery Authentication Code";

    @Page
    private RecoveryCodePage recoveryCodePage;

    @Page
    private SelectAuthenticatorPage otherWays;

    @Page
    private MessagePage messagePage;

    @Override
    protected TestRealm newRealm() {
        TestRealm realm = TestRealm.create(server());
        Flows flows = new Flows(realm);
        flows.copy("browser", FLOW);
        String secondFactor = flows.flowAround(FLOW, OTP_FORM);
        flows.setFlowAround(FLOW, Flows.REQUIRED, OTP_FORM);
        flows.remove(FLOW, OTP_FORM);
        flows.set(FLOW, Flows.ALTERNATIVE, "auth-recovery-authn-code-form");
        flows.addFlow(secondFactor, OTP_FLOW, Flows.ALTERNATIVE);
        flows.add(OTP_FLOW, OTP_FORM, Flows.REQUIRED);
        flows.bind(RealmRepresentation::setBrowserFlow, FLOW);
        return realm;
    }

    @Test
    void whoHasBothChooses() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");
        List<String> codes = user.newRecoveryCodes("{}");

        enterPassword(user);
        assertInWithACode(user, authenticator);

        enterPassword(user);
        otherWays.tryAnotherWay();
        assertEquals(Set.of(OTP, RECOVERY_CODE), Set.copyOf(otherWays.names()));
        otherWays.choose(RECOVERY_CODE);
        recoveryCodePage.await();
        assertNotIn();
        recoveryCodePage.enter(codes.get(0));
        assertIn(user);
    }

    @Test
    void whoHasAnOtpAloneIsAskedForItAlone() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");

        enterPassword(user);
        assertFalse(otherWays.isOffered());
        assertInWithACode(user, authenticator);
    }

    /** The administrator gives codes, and takes the lost device away. */
    @Test
    void whoLostTheDeviceIsAskedForARecoveryCodeAndSetsUpAnotherDevice() {
        TestUser user = newUser();
        user.newTotp("{}");
        List<String> codes = user.newRecoveryCodes("{}");
        assertEquals(204, user.totp().remove().status());
        user.setRequiredActions(Flows.CONFIGURE_TOTP);

        enterPassword(user);
        recoveryCodePage.await();
        assertFalse(otherWays.isOffered());
        assertNotIn();
        recoveryCodePage.enter(codes.get(0));
        Authenticator authenticator = setUpAndGetIn(user);
    }

    @Test
    void whoHasNeitherSetsUpAnOtp() {
        TestUser user = newUser();

        enterPassword(user);
        Authenticator authenticator = setUpAndGetIn(user);

        enterPassword(user);
        assertInWithACode(user, authenticator);
    }

    @Test
    void whoHasNeitherIsRefusedWhereNobodyMaySetItUp() {
        TestUser user = newUser();
        new Flows(realm()).setActionEnabled(false);
        try {
            enterPassword(user);
            assertNotIn();
            assertEquals("Invalid username or password.", messagePage.error());
        } finally {
            new Flows(realm()).setActionEnabled(true);
        }
    }
}
