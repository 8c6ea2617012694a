package org.keycloak.testsuite.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;

/**
 * What a help desk sees of a user's second factors, and does about them.
 */
class DeskFactorsTest extends AbstractDeskTest {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    @Test
    void userWithoutASecondFactor() {
        DeskUserPage page = open(company().newUser("Nina", "North"));

        page.awaitNoFactor();

        page.page().awaitText("This user logs in without a second factor.");
        assertTrue(page.page().offers("new"));
        assertFalse(page.page().offers("lost") || page.page().offers("remove") || page.page().offers("unlock"));
    }

    @Test
    void stateOfAnAuthenticator() {
        TestUser unused = company().newUser("Una", "Upton");
        DeskRealm.givePhone(unused);
        TestUser used = company().newUser("Zoe", "Zimmer");
        DeskRealm.givePhoneInUse(used);
        TestUser expired = company().newUser("Ed", "Edwards", company().expiredPhone());

        open(unused).awaitFactor("Phone", "Not used yet. It stops working on " + DATE.format(Instant.ofEpochMilli(unused.totpClient().totpStatus().getTotps().get(0).getDeadline())),
                "Created:", DATE.format(Instant.now()), DeskRealm.METHOD);
        open(used).awaitFactor("Phone", "In use");
        open(expired).awaitFactor("Phone", "Expired, because it was not used in time");
    }

    @Test
    void lockedAuthenticatorIsUnlocked() {
        TestUser user = company().newUser("Lee", "Lock");
        Authenticator phone = DeskRealm.giveLockedPhone(user);
        DeskUserPage page = open(user);
        page.awaitFactor("Phone", "Locked after wrong codes");
        page.check(phone.code());
        page.page().awaitNotice("The authenticator is locked after wrong codes, so the code was not looked at. Unlock it first.");

        page.page().enter("unlock");

        page.page().awaitNotice("The authenticator is unlocked.");
        page.awaitFactor("Phone", "In use");
        assertFalse(page.page().offers("unlock"));
        page.page().awaitFocus(DeskUserPage.NAME);
        assertGranted(user.login(phone.code()));
    }

    @Test
    void authenticatorIsRemovedAfterAQuestion() {
        TestUser user = company().newUser("Ray", "Rose");
        DeskRealm.givePhoneInUse(user);
        DeskUserPage page = open(user);

        page.page().click("remove");
        page.page().awaitText("Remove Phone?");
        page.page().click("remove-no");
        page.awaitFactor("Phone", "In use");
        page.page().awaitFocus(DeskPage.action("remove"));
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

    @Test
    void refusedCodeHasAReason() {
        TestUser expired = company().newUser("Emil", "Early", company().expiredPhone());
        DeskUserPage page = open(expired);

        page.check("123456");

        page.page().awaitNotice("The authenticator was not used in time, and has expired. Give the user a new one.");
    }

    @Test
    void otherSecondFactorsAndRequiredActions() {
        TestUser user = company().newUser("Olga", "Other");
        user.newRecoveryCodes("{}");
        user.setRequiredActions("CONFIGURE_TOTP", "UPDATE_PASSWORD");

        DeskUserPage page = open(user);

        page.awaitFactor("Recovery codes", "Created: " + DATE.format(Instant.now()));
        page.page().awaitText("At the next login, the user has to");
        assertTrue(page.page().text().contains("set up an authenticator app") && page.page().text().contains("choose a new password"), page.page().text());
    }
}
