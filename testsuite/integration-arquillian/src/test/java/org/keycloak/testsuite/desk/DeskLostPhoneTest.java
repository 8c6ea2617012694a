package org.keycloak.testsuite.desk;

import java.io.IOException;
import java.util.List;

import org.keycloak.testsuite.fixture.Flows;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OtpCredentials;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.handout.PrintedSheets;
import org.keycloak.testsuite.pages.RecoveryCodePage;
import org.keycloak.testsuite.totp.Authenticator;

import org.jboss.arquillian.graphene.page.Page;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;
import static org.keycloak.testsuite.fixture.Verifications.assertNotValid;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * A user who has lost the phone asks the help desk. The realm takes recovery codes as a second factor.
 */
class DeskLostPhoneTest extends AbstractDeskTest {

    private static final String RECOVERY_CODES = "auth-recovery-authn-code-form";

    @Page
    private RecoveryCodePage recoveryCodePage;

    private boolean takesRecoveryCodes;

    @Override
    DeskRealm newCompany() {
        DeskRealm company = super.newCompany();
        new RealmMethods(company.realm()).add("token", "issuer", "Demo Ltd");
        Flows flows = new Flows(company.realm());
        takesRecoveryCodes = flows.has("browser", RECOVERY_CODES);
        if (takesRecoveryCodes) {
            flows.set("browser", Flows.ALTERNATIVE, RECOVERY_CODES);
        }
        return company;
    }

    @Test
    void newAuthenticatorTakesThePlaceOfTheLostOne() {
        TestUser user = company().newUser("Lars", "Lund");
        Authenticator lost = DeskRealm.givePhoneInUse(user);
        DeskUserPage page = open(user);

        page.page().click("lost");
        page.page().awaitText("All authenticator apps of the user stop working.");
        page.page().click("lost-totp");

        Authenticator replacement = DeskNewSecret.of(page.page()).scan();
        page.awaitFactor("Authenticator", "Not used yet");
        page.page().awaitText("The login asks for the password, and then for a code of the authenticator app.");
        assertRefused(user.login(lost.code()));
        assertEquals(204, user.totp().unlock().status());
        assertGranted(user.login(replacement.code()));
    }

    @Test
    void recoveryCodesTakeThePlaceOfTheLostOne() throws IOException {
        assumeTrue(takesRecoveryCodes, "the feature recovery-codes of this Keycloak is off by default");
        TestUser user = company().newUser("Rita", "Ruiz");
        DeskRealm.givePhoneInUse(user);
        DeskUserPage page = open(user);

        page.page().enter("lost");
        page.page().enter("lost-codes");

        DeskNewSecret created = DeskNewSecret.of(page.page());
        page.page().awaitFocus(DeskNewSecret.TITLE);
        List<String> codes = created.codes();
        page.awaitFactor("Recovery codes");
        page.page().awaitText("The login asks for the password, and then for one of the recovery codes");
        try (PrintedSheets sheet = page.page().print("print")) {
            assertEquals(1, sheet.pages());
            String text = sheet.text();
            assertTrue(text.contains("For Rita Ruiz (rita)") && codes.stream().allMatch(text::contains) && !text.contains("Help desk"), text);
        }
        page.page().click("hide");
        created.awaitGone(codes);

        assertEquals(List.of(), user.otpIds());
        enterPassword(user);
        recoveryCodePage.await();
        assertEquals(1, recoveryCodePage.number());
        recoveryCodePage.enter(codes.get(0));
        assertIn(user);
        forgetCookies(user.realm());
    }

    @Test
    void otpsThatAreNoTotpsAreLostAsWell() {
        TestUser user = company().newUser("Hank", "Hill", OtpCredentials.hotp("Key fob", "12345678901234567890"));
        List<String> fob = user.otpIds();
        user.newTotp(Json.object("method", "token", "userLabel", "Card"));
        DeskUserPage page = open(user);

        page.page().click("lost");
        page.page().awaitText("Key fob");
        page.page().screen().click(By.xpath("//label[contains(., 'Key fob')]"));
        page.page().click("lost-totp");
        DeskNewSecret.of(page.page());
        page.page().screen().await("key fob and new one", () -> {
            String factors = String.join("", page.factors());
            return factors.contains("Key fob") && factors.contains("Authenticator") && !factors.contains("Card");
        });
        assertTrue(user.otpIds().containsAll(fob));
        page.page().click("close");
        page.page().click("lost");
        page.page().click("lost-totp");

        DeskNewSecret.of(page.page());
        page.awaitFactor("Authenticator", "token", "Not used yet");
        assertEquals(1, user.otpIds().size());
    }

    @Test
    void whatWasNotOnThePhoneStays() {
        TestUser user = company().newUser("Tina", "Token");
        Authenticator token = user.newTotp(Json.object("method", "token", "userLabel", "Key fob"));
        Authenticator lost = DeskRealm.givePhone(user);
        DeskUserPage page = open(user);

        page.page().click("lost");
        page.page().screen().click(By.xpath("//label[contains(., 'Key fob')]"));
        page.page().click("lost-totp");

        Authenticator replacement = DeskNewSecret.of(page.page()).scan();
        page.page().screen().await("both", () -> page.factors().size() == 2);
        assertGranted(user.login(token.code()));
        assertEquals(2, user.otpIds().size());
        assertValid(user.totp().verify(Json.object("code", replacement.code(), "method", DeskRealm.METHOD)));
        assertNotValid("locked", user.totp().verify(Json.object("code", lost.code(), "method", DeskRealm.METHOD)));
    }
}
