package org.keycloak.testsuite.guide;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.testsuite.browser.AbstractBrowserTest;
import org.keycloak.testsuite.fixture.FlowSteps;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.pages.OtpChoice;
import org.keycloak.testsuite.pages.Screen;
import org.keycloak.testsuite.totp.Authenticator;

import org.jboss.arquillian.graphene.page.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chromium.HasCdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;

/**
 * What the administrator's guide tells, done as it tells it, in Keycloak's admin console. The guide's pictures are made on the way.
 */
class GuideInTheConsoleTest extends AbstractBrowserTest {

    private static final String CONFIGURE_OTP = "Configure OTP";
    private static final String CONFIGURE_TOTP = "CONFIGURE_TOTP";
    private static final String PHONE = Json.object("userLabel", "Phone");
    private static final String BROWSER = "browser with OTP";
    private static final String DIRECT_GRANT = "direct grant with OTP";
    private static final String RESET_CREDENTIALS = "reset credentials with OTP";
    private static final String EITHER = "browser with OTP or recovery code";
    private static final String OTP_OR_SETUP = "OTP or its setup";
    private static final By LOGIN_CARD = By.tagName("main");

    @Page
    private OtpChoice choice;

    private Pictures pictures;
    private TestRealm realm;
    private TestUser alice;
    private TestUser bob;

    @BeforeEach
    void foundCompany() {
        assumeTrue(browser instanceof HasCdp, "the admin console needs Chromium");
        pictures = new Pictures(browser);
        realm = TestRealm.create(server(), it -> it.setDisplayName("Demo Ltd"));
        alice = realm.newUser(it -> setName(it, "Alice", "Adams"));
        bob = realm.newUser(it -> setName(it, "Bob", "Brown"));
    }

    private static void setName(UserRepresentation user, String first, String last) {
        user.setUsername(first.toLowerCase(Locale.ROOT));
        user.setFirstName(first);
        user.setLastName(last);
        user.setEmail(user.getUsername() + "@example.org");
    }

    @Test
    void newUsersSetUpAnOtp() {
        RequiredActionsPage actions = console().requiredActions();

        actions.setAsDefault(CONFIGURE_OTP);

        pictures.take("require-otp-default-action", RequiredActionsPage.TABS, actions.rowAfter(CONFIGURE_OTP));
        assertTrue(realm.resource().flows().getRequiredAction(CONFIGURE_TOTP).isDefaultAction());
        assertEquals(List.of(), requiredActions(bob));
        TestUser carol = realm.newUser(it -> setName(it, "Carol", "Clark"));
        assertEquals(List.of(CONFIGURE_TOTP), requiredActions(carol));
    }

    @Test
    void oneUserSetsUpAnOtp() {
        enterPassword(bob);
        assertIn(bob);

        console().user("bob").addRequiredAction(CONFIGURE_OTP);

        screen().await("required action of bob", () -> requiredActions(bob).equals(List.of(CONFIGURE_TOTP)));
        pictures.take("require-otp-user-action", UserPage.REQUIRED_ACTIONS);
        assertEquals(List.of(), requiredActions(alice));
        enterPassword(bob);
        setUpOtp(bob);
    }

    @Test
    void everyUserIsAskedInTheBrowser() {
        Authenticator phone = alice.newTotp(PHONE);
        enterPassword(bob);
        assertIn(bob);

        DuplicateFlowDialog copy = console().flows().duplicate("browser");
        copy.fill(BROWSER, "Asks every user for an OTP.");
        pictures.take("require-otp-duplicate-flow", Screen.DIALOG);
        FlowPage flow = copy.confirm(BROWSER);
        setRequired(flow, BROWSER, "OTP Form");
        pictures.take("require-otp-flow", FlowPage.TABLE);
        BindFlowDialog binding = flow.bind();
        pictures.take("require-otp-bind-flow", Screen.DIALOG);
        binding.save();

        assertEquals(BROWSER, representation().getBrowserFlow());
        enterPassword(alice);
        assertTrue(otpPage.isOpen(), browser::getPageSource);
        otpPage.enter(phone.code());
        assertIn(alice);
        enterPassword(bob);
        assertTrue(configureOtpPage.isOpen(), browser::getPageSource);
        pictures.take("require-otp-setup-page", LOGIN_CARD);
        setUpOtp(bob);
    }

    /** What it does then is in {@link org.keycloak.testsuite.journey.RecoveryCodesBesideOtpTest}. */
    @Test
    void everyUserIsAskedForAnOtpOrARecoveryCode() {
        FlowPage flow = duplicate("browser", EITHER);
        String secondFactor = FlowSteps.of(realm, EITHER).subFlowOf("OTP Form");
        setRequirement(flow, EITHER, secondFactor, "Required");
        flow.delete("OTP Form");
        setRequirement(flow, EITHER, "Recovery Authentication Code Form", "Alternative");
        flow.addSubFlow(secondFactor, OTP_OR_SETUP);
        setRequirement(flow, EITHER, OTP_OR_SETUP, "Alternative");
        flow.addStep(OTP_OR_SETUP, "OTP Form");
        setRequirement(flow, EITHER, "OTP Form", "Required");
        flow.bind().save();

        assertEquals(EITHER, representation().getBrowserFlow());
        FlowSteps steps = FlowSteps.of(realm, EITHER);
        assertEquals(secondFactor, steps.subFlowOf("Recovery Authentication Code Form"));
        assertEquals(secondFactor, steps.subFlowOf(OTP_OR_SETUP));
        assertEquals(OTP_OR_SETUP, steps.subFlowOf("OTP Form"));
        assertEquals(List.of("REQUIRED", "ALTERNATIVE", "ALTERNATIVE", "REQUIRED"),
                Stream.of(secondFactor, "Recovery Authentication Code Form", OTP_OR_SETUP, "OTP Form").map(steps::requirement).toList());
    }

    @Test
    void everyUserIsAskedForATokenRequest() {
        Authenticator phone = alice.newTotp(PHONE);
        assertGranted(bob.login());

        FlowPage flow = duplicate("direct grant", DIRECT_GRANT);
        setRequired(flow, DIRECT_GRANT, "OTP");
        pictures.take("require-otp-direct-grant-flow", FlowPage.TABLE);
        bind(flow, "Direct grant flow");

        assertEquals(DIRECT_GRANT, representation().getDirectGrantFlow());
        assertRefused(alice.login());
        // Keycloak has no better answer than 500 where the user has no OTP.
        assertEquals("", bob.login().field("access_token"));
        assertGranted(alice.login(phone.code()));
    }

    @Test
    void whoResetsThePasswordIsAskedForTheCode() {
        FlowPage flow = duplicate("reset credentials", RESET_CREDENTIALS);
        String subFlow = FlowSteps.of(realm, RESET_CREDENTIALS).subFlowOf("Reset OTP");
        flow.delete("Reset OTP");
        flow.addStep(subFlow, "OTP Form");
        setRequired(flow, RESET_CREDENTIALS, "OTP Form");
        pictures.take("require-otp-reset-flow", FlowPage.TABLE);
        bind(flow, "Reset credentials flow");

        assertEquals(RESET_CREDENTIALS, representation().getResetCredentialsFlow());
        FlowSteps steps = FlowSteps.of(realm, RESET_CREDENTIALS);
        assertEquals(List.of("Choose User", "Send Reset Email", "Reset Password", subFlow, "Condition - user configured", "OTP Form"), steps.names());
        assertEquals(Set.of("REQUIRED"), Set.copyOf(steps.requirements()));
        assertEquals(subFlow, steps.subFlowOf("OTP Form"));
    }

    @Test
    void enrolledUserEntersTheCode() {
        HttpReply phone = alice.totp().create(PHONE);
        pictures.save("create-totp-qr-code", Base64.getDecoder().decode(phone.field("qrCode")));
        enterPassword(alice);
        assertTrue(otpPage.isOpen(), browser::getPageSource);
        pictures.take("create-totp-code-page", LOGIN_CARD);
        otpPage.enter(Authenticator.scan(phone.field("keyUri")).code());
        assertIn(alice);

        new RealmMethods(realm).add("tokens", "issuer", "Demo Ltd", "digits", 8, "period", 60);
        Authenticator token = alice.newTotp(Json.object("method", "tokens", "userLabel", "Token"));
        enterPassword(alice);
        choice.choose("Token");
        pictures.take("create-totp-two-devices", LOGIN_CARD);
        otpPage.enter(token.code());
        assertIn(alice);

        console().user("alice").openCredentials();
        screen().await("both credentials", () -> screen().text(UserPage.CREDENTIALS).matches("(?s).*Phone.*Token.*"));
        pictures.take("create-totp-user-credentials", UserPage.CREDENTIALS);
    }

    private Screen screen() {
        return new Screen(browser);
    }

    private AdminConsole console() {
        return AdminConsole.open(screen(), server(), realm);
    }

    private FlowPage duplicate(String flow, String name) {
        DuplicateFlowDialog copy = console().flows().duplicate(flow);
        copy.fill(name, "Asks for an OTP.");
        return copy.confirm(name);
    }

    /** The step, and the sub-flow around it, which is conditional at first. */
    private void setRequired(FlowPage page, String flow, String step) {
        setRequirement(page, flow, FlowSteps.of(realm, flow).subFlowOf(step), "Required");
        setRequirement(page, flow, step, "Required");
    }

    /** The console shows the choice before the server has it. */
    private void setRequirement(FlowPage page, String flow, String step, String requirement) {
        page.setRequirement(step, requirement);
        screen().await(step + " is " + requirement + " on the server",
                () -> FlowSteps.of(realm, flow).requirement(step).equalsIgnoreCase(requirement));
    }

    private static void bind(FlowPage flow, String type) {
        BindFlowDialog binding = flow.bind();
        binding.choose(type);
        binding.save();
    }

    private RealmRepresentation representation() {
        return realm.resource().toRepresentation();
    }

    private static List<String> requiredActions(TestUser user) {
        return user.resource().toRepresentation().getRequiredActions();
    }

    /** As the page tells, and then a login with the next code. */
    private void setUpOtp(TestUser user) {
        Authenticator authenticator = Authenticator.scan(configureOtpPage.keyUri());
        configureOtpPage.save(authenticator.code(), "Phone");
        assertIn(user);
        enterPassword(user);
        otpPage.enter(authenticator.code());
        assertIn(user);
    }
}
