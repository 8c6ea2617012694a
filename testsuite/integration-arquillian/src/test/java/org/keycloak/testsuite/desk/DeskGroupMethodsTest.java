package org.keycloak.testsuite.desk;

import java.util.List;
import java.util.Map;

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
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * Members of a group have authenticators of several methods, and the realm has no default method. A new authenticator without a method takes
 * the place of all, so what is in use is asked for by itself, whatever its method.
 */
class DeskGroupMethodsTest extends AbstractDeskTest {

    private static final String UNUSED = "replaceUnused";
    private static final String USED = "replaceUsed";

    @Override
    DeskRealm newCompany() {
        return DeskRealm.create(server(), realm -> realm.setAttributes(Map.of()));
    }

    @Test
    void whatIsInUseIsReplacedOnlyIfAskedForWhateverItsMethod() {
        TestUser jack = company().newUser("Jack", "Jones");
        jack.newTotp("{}");
        Authenticator phone = jack.newTotp(Json.object("method", DeskRealm.METHOD, "userLabel", "Phone"));
        assertValid(jack.totp().verify(Json.object("code", phone.code(), "method", DeskRealm.METHOD)));
        TestUser kate = company().newUser("Kate", "King");
        kate.newTotp(Json.object("method", DeskRealm.METHOD));
        DeskGroupPage page = ticked(jack, kate);
        assertTrue(page.offers(USED) && page.offers(UNUSED));

        page.choose(UNUSED);
        page.enrol();

        page.page().awaitText("Created: 1. Have one already: 1. Failed: 0. Not done: 0.");
        assertEquals(2, jack.otpIds().size());
        assertValid(jack.totp().verify(Json.object("code", phone.code(), "method", DeskRealm.METHOD)));
    }

    @Test
    void whatIsNotListedCountsAsInUse() {
        TestUser liam = company().newUser("Liam", "Lee", OtpCredentials.hotp("Key fob", "12345678901234567890"));
        liam.newTotp(Json.object("method", DeskRealm.METHOD, "userLabel", "Phone"));
        DeskGroupPage page = ticked(liam);
        assertTrue(page.offers(USED));
        assertFalse(page.offers(UNUSED));

        page.choose(USED);
        page.enrol();

        page.page().awaitText("Created: 1. Have one already: 0. Failed: 0. Not done: 0.");
        assertEquals(1, liam.otpIds().size());
    }

    @Test
    void whatIsNotListedCountsAsInUseBesideAnAuthenticatorInUse() {
        TestUser lena = company().newUser("Lena", "Long", OtpCredentials.hotp("Key fob", "12345678901234567890"));
        Authenticator phone = lena.newTotp(Json.object("method", DeskRealm.METHOD, "userLabel", "Phone"));
        assertValid(lena.totp().verifyCode(phone.code()));
        new RealmMethods(realm()).add("token", "issuer", "Demo Ltd");
        DeskGroupPage page = ticked(lena);

        page.page().screen().click(By.cssSelector("#method option[value=token]"));

        page.page().screen().await(By.id(USED));
        assertFalse(page.offers(UNUSED));
    }

    @Test
    void whatIsStoppedBeforeItBeganHasMadeNothing() {
        TestUser mona = company().newUser("Mona", "May");
        mona.newTotp(Json.object("method", DeskRealm.METHOD));
        List<String> before = mona.otpIds();
        DeskGroupPage page = ticked(mona);
        page.choose(UNUSED);
        HeldRequests reading = HeldRequests.hold(page.page(), "users/totp-status?");
        page.page().click("enrol");
        page.awaitEnd("Reading who has an authenticator by now");

        page.page().click("stop");
        reading.goOn();

        page.awaitEnd("Stopped before everybody was done");
        page.page().awaitText("Created: 0. Have one already: 0. Failed: 0. Not done: 1.");
        assertFalse(page.page().text().contains("whose key never came here"), page.page().text());
        assertEquals(before, mona.otpIds());
    }

    @Test
    void whatIsAgreedToForOneMethodIsNotForAnother() {
        TestUser olga = company().newUser("Olga", "Orr");
        olga.newTotp(Json.object("method", DeskRealm.METHOD));
        DeskGroupPage page = ticked(olga);
        page.choose(UNUSED);

        page.page().screen().click(By.cssSelector("#method option[value=" + DeskRealm.METHOD + "]"));
        page.enrol();

        page.page().awaitText("Created: 0. Have one already: 1. Failed: 0. Not done: 0.");
    }

    @Test
    void whoHasLeftTheGroupMeanwhileKeepsTheAuthenticator() {
        TestUser nora = company().newUser("Nora", "North");
        Authenticator phone = nora.newTotp(Json.object("method", DeskRealm.METHOD));
        DeskGroupPage page = ticked(nora);
        page.choose(UNUSED);

        nora.resource().groups().forEach(group -> nora.resource().leaveGroup(group.getId()));
        assertValid(nora.totp().verify(Json.object("code", phone.code(), "method", DeskRealm.METHOD)));
        page.enrol();

        page.page().awaitText("Created: 0. Have one already: 1. Failed: 0. Not done: 0.");
    }

    private DeskGroupPage ticked(TestUser... users) {
        DeskGroupPage page = DeskGroupPage.open(browser, desk(), TestGroup.in(realm(), users));
        page.page().awaitText("Members: " + users.length + ".");
        page.show("All members");
        for (TestUser user : users) {
            page.tick(user.name());
        }
        page.page().screen().await(By.cssSelector("[data-action=enrol]:enabled"));
        return page;
    }
}
