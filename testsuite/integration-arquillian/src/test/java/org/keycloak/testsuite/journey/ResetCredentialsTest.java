package org.keycloak.testsuite.journey;

import java.util.List;
import java.util.UUID;

import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.testsuite.browser.AbstractBrowserTest;
import org.keycloak.testsuite.fixture.Flows;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.Mailbox;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.pages.ForgottenPasswordPage;
import org.keycloak.testsuite.pages.MessagePage;
import org.keycloak.testsuite.pages.UpdatePasswordPage;
import org.keycloak.testsuite.totp.Authenticator;

import org.jboss.arquillian.graphene.page.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Users who forgot their password. What the link in the mail does to the authenticator that an administrator handed out, and whether the
 * link gets anybody in without a code.
 */
class ResetCredentialsTest extends AbstractBrowserTest {

    private static final String BUILT_IN = "reset credentials";
    /** Leaves OTP alone. */
    private static final String PASSWORD_ONLY = "reset password";
    /** Leaves OTP alone, and logs nobody in. */
    private static final String PASSWORD_THEN_LOGIN = "reset password then log in";
    /** Asks for a code. */
    private static final String WITH_OTP = "reset password with OTP";

    private static final String RESET_OTP = "reset-otp";
    private static final String OTP_FORM = "auth-otp-form";

    @Page
    private ForgottenPasswordPage forgottenPasswordPage;

    @Page
    private UpdatePasswordPage updatePasswordPage;

    @Page
    private MessagePage messagePage;

    private final Mailbox mailbox = new Mailbox();
    @AfterAll
    void closeMailbox() {
        mailbox.close();
    }

    @Override
    protected TestRealm newRealm() {
        TestRealm created = TestRealm.create(server(), it -> {
            it.setResetPasswordAllowed(true);
            it.setSmtpServer(mailbox.smtpServer());
            it.setEventsEnabled(true);
        });
        Flows flows = new Flows(created);
        for (String flow : List.of(PASSWORD_ONLY, PASSWORD_THEN_LOGIN)) {
            flows.copy(BUILT_IN, flow);
            flows.setFlowAround(flow, Flows.DISABLED, RESET_OTP);
        }
        flows.configure(PASSWORD_THEN_LOGIN, "reset-credential-email", "force-login", "true");
        flows.copy(BUILT_IN, WITH_OTP);
        flows.add(flows.flowAround(WITH_OTP, RESET_OTP), OTP_FORM, Flows.REQUIRED);
        flows.set(WITH_OTP, Flows.DISABLED, RESET_OTP);
        flows.setFlowAround(WITH_OTP, Flows.REQUIRED, OTP_FORM);
        return created;
    }

    /**
     * Somebody who reads the user's mail can set up another authenticator, and gets in. The authenticator that was handed out stays, and no
     * code of it is asked for.
     */
    @Test
    void builtInFlowGivesAnotherAuthenticatorToWhoReadsTheMail() {
        TestUser user = newUser();
        user.newTotp(Json.object("userLabel", "handed out"));

        followLink(BUILT_IN, user);
        assertTrue(configureOtpPage.isOpen(), browser::getPageSource);
        Authenticator another = Authenticator.scan(configureOtpPage.keyUri());
        configureOtpPage.save(another.code(), "another");
        saveNewPassword(user);

        assertIn(user);
        assertEquals(List.of("handed out", "another"), labels(user));
    }

    @Test
    void withoutResetOtpTheAuthenticatorStaysAndTheLinkStillLogsIn() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp(Json.object("userLabel", "handed out"));

        followLink(PASSWORD_ONLY, user);
        TestUser changed = saveNewPassword(user);

        assertIn(user);
        assertEquals(List.of("handed out"), labels(user));
        enterPassword(changed);
        assertInWithACode(changed, authenticator);
    }

    @Test
    void forcedLoginAsksForPasswordAndCode() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");

        followLink(PASSWORD_THEN_LOGIN, user);
        TestUser changed = saveNewPassword(user);

        assertNotIn();
        assertEquals("Your account has been updated.", messagePage.info());
        openApplication(realm());
        loginPage.login(changed.name(), changed.password());
        assertInWithACode(changed, authenticator);
    }

    @Test
    void otpFormAsksForTheCodeBeforeThePasswordIsChanged() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");
        String id = user.otpCredentials().get(0).getId();

        followLink(WITH_OTP, user);
        assertTrue(otpPage.isOpen(), browser::getPageSource);
        otpPage.enter(authenticator.wrongCode());
        assertEquals("Invalid authenticator code.", otpPage.error());
        otpPage.enter(authenticator.code());
        TestUser changed = saveNewPassword(user);

        assertIn(user);
        assertEquals(List.of(id), user.otpIds());
        enterPassword(changed);
        assertInWithACode(changed, authenticator);
    }

    @Test
    void limitsOnGuessingHoldThere() {
        String method = new RealmMethods(realm()).addAny("maxValidationAttempts", 1, "period", 300);
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp(Json.object("method", method));

        followLink(WITH_OTP, user);
        otpPage.enter(authenticator.wrongCode());
        otpPage.enter(authenticator.code());

        assertEquals("Invalid authenticator code.", otpPage.error());
        assertEquals(1, user.loginErrors("totp_attempts_exceeded").size());
    }

    @Test
    void userWithoutOtpSetsItUpBeforeThePasswordIsChanged() {
        TestUser user = newUser();

        followLink(WITH_OTP, user);
        assertTrue(configureOtpPage.isOpen(), browser::getPageSource);
        Authenticator authenticator = Authenticator.scan(configureOtpPage.keyUri());
        configureOtpPage.save(authenticator.code());
        TestUser changed = saveNewPassword(user);

        assertIn(user);
        enterPassword(changed);
        assertInWithACode(changed, authenticator);
    }

    private void followLink(String flow, TestUser user) {
        new Flows(realm()).bind(RealmRepresentation::setResetCredentialsFlow, flow);
        openLoginPage(realm());
        forgottenPasswordPage.open();
        forgottenPasswordPage.sendLink(user.name());
        browser.get(mailbox.link(user));
    }

    /** Returns the user with the new password. */
    private TestUser saveNewPassword(TestUser user) {
        assertTrue(updatePasswordPage.isOpen(), browser::getPageSource);
        assertNotIn();
        String password = UUID.randomUUID().toString();
        updatePasswordPage.save(password);
        return new TestUser(user.realm(), user.id(), user.name(), password);
    }

    private static List<String> labels(TestUser user) {
        return user.otpLabels();
    }
}
