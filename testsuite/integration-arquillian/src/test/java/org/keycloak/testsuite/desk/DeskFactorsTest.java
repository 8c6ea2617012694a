package org.keycloak.testsuite.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OtpCredentials;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * What a help desk sees of a user's second factors, and does about them.
 */
class DeskFactorsTest extends AbstractDeskTest {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH).withZone(ZoneId.systemDefault());
    private static final String SECRET = "12345678901234567890";

    @Test
    void userWithoutASecondFactor() {
        DeskUserPage page = open(company().newUser("Nina", "North"));

        page.awaitNoFactor();

        page.page().awaitText("This user has no second factor.");
        page.page().awaitText("The login asks for the password alone");
        assertTrue(page.page().offers("new"));
        assertFalse(page.page().offers("lost") || page.page().offers("remove") || page.page().offers("unlock"));
    }

    @Test
    void stateOfAnAuthenticator() {
        TestUser unused = company().newUser("Una", "Upton");
        DeskRealm.givePhone(unused);
        TestUser used = company().newUser("Zoe", "Zimmer");
        DeskRealm.givePhoneInUse(used);
        TestUser expired = company().newUser("Edna", "Edwards", company().expiredPhone());

        UserTotpStatusRepresentation.Totp phone = unused.totpClient().totpStatus().getTotps().get(0);
        open(unused).awaitFactor("Phone", "Not used yet. It must be used by " + date(phone.getDeadline()), "Created", date(phone.getCreatedDate()), DeskRealm.METHOD);
        open(used).awaitFactor("Phone", "In use");
        open(expired).awaitFactor("Phone", "Expired, because it was not used in time.");
    }

    @Test
    void lockedAuthenticatorIsUnlocked() {
        TestUser user = company().newUser("Lee", "Lock");
        Authenticator phone = DeskRealm.giveLockedPhone(user);
        DeskUserPage page = open(user);
        page.awaitFactor("Phone", "Locked after too many wrong codes.");
        page.check(phone.wrongCode());
        page.awaitResult("The authenticator is locked after wrong codes, so the code was not looked at. Unlock it first.");

        page.page().enter("unlock");

        page.page().awaitNotice("The authenticator is unlocked.");
        page.awaitFactor("Phone", "In use");
        assertFalse(page.page().offers("unlock"));
        assertTrue(page.page().hasFocus());
        assertGranted(user.login(phone.code()));
    }

    @Test
    void authenticatorIsRemovedAfterAQuestion() {
        TestUser user = company().newUser("Ray", "Rose");
        DeskRealm.givePhoneInUse(user);
        DeskUserPage page = open(user);

        page.page().click("remove");
        page.page().awaitText("Remove “Phone”?");
        page.page().click("remove-no");
        page.page().awaitFocus(DeskPage.action("remove"));
        page.awaitFactor("Phone", "In use");
        assertRefused(user.login());
        page.page().click("remove");
        page.page().click("remove-yes");

        page.page().awaitNotice("The authenticator is removed. Its codes are refused from now on.");
        page.awaitNoFactor();
        page.page().awaitFocus(DeskUserPage.NAME);
        assertGranted(user.login());
    }

    @Test
    void authenticatorIsRemovedByKeyboard() {
        TestUser user = company().newUser("Kay", "Keys");
        DeskRealm.givePhone(user);
        DeskUserPage page = open(user);

        page.page().enter("remove");
        page.page().awaitFocus(DeskPage.action("remove-no"));
        page.page().enter("remove-yes");

        page.awaitNoFactor();
        assertEquals(List.of(), user.otpIds());
    }

    /** An import may bring any number, a date in nanoseconds for example. */
    @Test
    void dateThatNoBrowserKnowsIsNotInTheWay() {
        CredentialRepresentation imported = OtpCredentials.totp("Phone", SECRET);
        imported.setCreatedDate(Long.MAX_VALUE);
        TestUser user = company().newUser("Iris", "Ito", imported);

        DeskGroupPage page = DeskGroupPage.open(browser, desk(), TestGroup.in(realm(), user));
        page.page().awaitText("Members: 1.");
        page.show("All members");
        page.awaitMembers("iris");
        open(user).awaitFactor("Phone", "275760");
    }

    @Test
    void codeIsChecked() {
        TestUser user = company().newUser("Chris", "Check");
        Authenticator phone = DeskRealm.givePhone(user);
        DeskUserPage page = open(user);

        page.check(phone.code());

        page.awaitResult("The code is right. The authenticator counts as used now.");
        page.awaitFactor("Phone", "In use");
        page.check(phone.wrongCode());
        page.awaitResult("The authenticator is locked after wrong codes");
        page.awaitFactor("Phone", "Locked");
    }

    @Test
    void codeOfAnExpiredAuthenticatorIsRefused() {
        DeskUserPage page = open(company().newUser("Emil", "Early", company().expiredPhone()));

        page.check("123456");

        page.awaitResult("The authenticator was not used in time, and has expired. Give the user a new one.");
    }

    @Test
    void otpThatIsNoTotpIsRemovedByItself() {
        TestUser user = company().newUser("Hope", "Hall", OtpCredentials.hotp("Key fob", SECRET));
        new RealmMethods(realm()).add("token", "issuer", "Demo Ltd");
        Authenticator token = user.newTotp(Json.object("method", "token"));
        assertValid(user.totp().verifyCode(token.code()));
        List<String> ids = user.totpClient().totpStatus().getTotps().stream().map(totp -> totp.getId()).toList();
        DeskUserPage page = open(user);
        page.page().awaitText("It is kept in another way, so nothing more is known about it here.");
        page.page().awaitText("The login asks for the password, and then for a code of the authenticator app.");
        assertEquals(2, page.factors().size());

        page.page().screen().click(By.cssSelector("other-otp [data-action=remove]"));
        page.page().awaitText("Remove “Key fob”?");
        page.page().click("remove-yes");

        page.page().awaitNotice("The authenticator is removed.");
        page.awaitFactor("Authenticator", "In use");
        page.page().awaitFocus(DeskUserPage.NAME);
        assertEquals(ids, user.otpIds());
    }

    @Test
    void otpThatIsNoTotpIsInTheWayOfTheDefaultMethod() {
        TestUser user = company().newUser("Hugo", "Hall", OtpCredentials.hotp("Key fob", SECRET));
        new RealmMethods(realm()).add("card", "issuer", "Demo Ltd");
        Authenticator card = user.newTotp(Json.object("method", "card", "userLabel", "Card"));
        assertValid(user.totp().verifyCode(card.code()));
        DeskUserPage page = open(user);
        page.page().click("new");
        page.page().screen().await(DeskUserPage.REPLACE);
        page.page().awaitText("Replace Key fob. Codes of the old device stop working.");
        page.page().click("cancel");

        page.create("Phone", true);

        page.page().screen().await("card and phone", () -> page.factors().size() == 2);
        assertEquals(Set.of("Card", "Phone"), Set.copyOf(user.otpLabels()));
    }

    @Test
    void otherSecondFactorsAndRequiredActions() {
        TestUser user = company().newUser("Olga", "Other");
        user.newRecoveryCodes("{}");
        user.setRequiredActions("CONFIGURE_TOTP", "UPDATE_PASSWORD");

        DeskUserPage page = open(user);

        page.awaitFactor("Recovery codes", "Created on " + date(user.credentials("recovery-authn-codes").get(0).getCreatedDate()));
        page.page().awaitText("When the login has succeeded, the user has to\nset up an authenticator app\nchoose a new password");
    }

    private static String date(long milliseconds) {
        return DATE.format(Instant.ofEpochMilli(milliseconds));
    }
}
