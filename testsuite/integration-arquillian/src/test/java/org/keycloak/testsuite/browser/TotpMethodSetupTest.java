package org.keycloak.testsuite.browser;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OtpData;
import org.keycloak.testsuite.fixture.OtpStorage;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.Base32;
import org.keycloak.testsuite.totp.KeyUri;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * Users set up an authenticator on Keycloak's page, in a realm with a default method. The realm's policy is for HOTPs.
 */
class TotpMethodSetupTest extends AbstractBrowserTest {

    private static final String STAFF = "staff";
    private static final String INVALID_CODE = "Invalid authenticator code.";

    private String vaultId;

    @Override
    protected TestRealm newRealm() {
        TestRealm created = TestRealm.create(server(), it -> {
            it.setDisplayName("The realm");
            TestRealm.setOtpPolicy(it, "hotp", "HmacSHA1", 6, 30);
        });
        RealmMethods methods = new RealmMethods(created);
        methods.add(STAFF, "issuer", "ACME staff", "algorithm", "SHA512", "digits", 8, "period", 60, "keySize", 64);
        vaultId = methods.add("vault", "issuer", "ACME: vault");
        return created;
    }

    @BeforeEach
    void setDefault() {
        methods().setDefault(STAFF);
    }

    @Test
    void qrCodeIsOfTheMethodAndSoIsTheCredential() {
        TestUser user = newUserToSetUp();
        enterPassword(user);
        assertTrue(configureOtpPage.isOpen(), browser::getPageSource);

        String keyUri = configureOtpPage.keyUri();

        KeyUri uri = KeyUri.parse(keyUri);
        assertEquals("totp", uri.type());
        assertEquals("ACME staff:" + user.name(), uri.label());
        assertEquals(List.of("ACME staff", "SHA512", "8", "60"),
                List.of(uri.parameter("issuer"), uri.parameter("algorithm"), uri.parameter("digits"), uri.parameter("period")));
        assertEquals(64, Base32.decode(uri.parameter("secret")).length);
        Authenticator authenticator = Authenticator.scan(keyUri);
        configureOtpPage.save(authenticator.code());
        assertIn(user);
        assertOfStaff(user);
        Refusals.assertUserHasTotp(user.totp().create());
        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void whatIsTypedIsOfTheMethodToo() {
        TestUser user = newUserToSetUp();
        enterPassword(user);

        byte[] secret = Base32.decode(configureOtpPage.secretToType());

        assertEquals(64, secret.length);
        assertTrue(configureOtpPage.type().endsWith("Time-based"), configureOtpPage::type);
        assertTrue(configureOtpPage.algorithm().endsWith(": SHA512"), configureOtpPage::algorithm);
        assertTrue(configureOtpPage.digits().endsWith(": 8"), configureOtpPage::digits);
        assertTrue(configureOtpPage.period().endsWith(": 60"), configureOtpPage::period);
        Authenticator authenticator = new Authenticator(secret, "SHA512", 8, 60);
        configureOtpPage.save(authenticator.wrongCode());
        assertEquals(INVALID_CODE, configureOtpPage.codeError());
        assertEquals(List.of(), user.otpCredentials());
        configureOtpPage.save(authenticator.code(), "my own");
        assertIn(user);
        assertOfStaff(user);
        assertEquals("my own", user.otpCredentials().get(0).getUserLabel());
    }

    @Test
    void pageStaysTheRealms() {
        enterPassword(newUserToSetUp());

        assertTrue(browser.getTitle().contains("The realm"), browser::getTitle);
    }

    /** The user's device was set up as the page said, so the page's method judges its code. */
    @Test
    void codeIsJudgedByThePageThatShowedTheSecret() {
        TestUser user = newUserToSetUp();
        enterPassword(user);
        Authenticator authenticator = Authenticator.scan(configureOtpPage.keyUri());

        methods().setDefault("vault");

        configureOtpPage.save(authenticator.code());
        assertIn(user);
        assertOfStaff(user);
        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void methodThatChangedIsJudgedByThePageToo() {
        String id = methods().add("changing", "issuer", "ACME", "digits", 6);
        methods().setDefault(id);
        TestUser user = newUserToSetUp();
        enterPassword(user);
        Authenticator authenticator = Authenticator.scan(configureOtpPage.keyUri());

        methods().update(id, "digits", 8, "algorithm", "SHA256");

        configureOtpPage.save(authenticator.code());
        assertIn(user);
        assertEquals(6, OtpData.of(user.otpCredentials().get(0)).digits());
        Refusals.assertUserHasTotp(user.totp().create());
        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void pageThatIsShownAgainIsOfTheNewDefaultWithASecretOfItsOwn() {
        TestUser user = newUserToSetUp();
        enterPassword(user);
        String first = configureOtpPage.keyUri();
        Authenticator staff = Authenticator.scan(first);

        methods().setDefault("vault");
        configureOtpPage.save(staff.wrongCode());

        assertEquals(INVALID_CODE, configureOtpPage.codeError());
        KeyUri second = KeyUri.parse(configureOtpPage.keyUri());
        assertEquals("ACME  vault:" + user.name(), second.label());
        assertEquals("6", second.parameter("digits"));
        assertNotEquals(KeyUri.parse(first).parameter("secret"), second.parameter("secret"));
        configureOtpPage.save(Authenticator.scan(configureOtpPage.keyUri()).code());
        assertIn(user);
        Refusals.assertUserHasTotp(user.totp().create(Json.object("method", vaultId)));
    }

    /** With two tabs, or after a step back, the secret that is sent may be of an older page. */
    @Test
    void olderPageIsShownAnew() {
        TestUser user = newUserToSetUp();
        enterPassword(user);
        Authenticator older = Authenticator.scan(configureOtpPage.keyUri());
        String olderSecret = browser.findElement(By.id("totpSecret")).getAttribute("value");
        methods().setDefault("");
        configureOtpPage.save(older.wrongCode());
        assertEquals("hotp", KeyUri.parse(configureOtpPage.keyUri()).type());

        ((JavascriptExecutor) browser).executeScript("document.getElementById('totpSecret').value = arguments[0]", olderSecret);
        configureOtpPage.save(older.code());

        assertEquals(INVALID_CODE, configureOtpPage.codeError());
        assertEquals(List.of(), user.otpCredentials());
    }

    @Test
    void danglingDefaultLeavesThePageAsItIs() {
        methods().setDefault("nobody's");
        TestUser user = newUserToSetUp();
        enterPassword(user);

        KeyUri uri = KeyUri.parse(configureOtpPage.keyUri());

        assertEquals("hotp", uri.type());
        assertEquals("The realm", uri.parameter("issuer"));
    }

    @Test
    void pageFromBeforeTheDefaultIsTheRealms() {
        methods().setDefault("");
        TestRealm totp = TestRealm.create(server(), it -> {
            TestRealm.setOtpPolicy(it, "totp", "HmacSHA1", 6, 30);
            it.setOtpPolicyInitialCounter(1 << 30); // would be a lock if it got into the credential
        });
        RealmMethods its = new RealmMethods(totp);
        its.add(STAFF, "issuer", "ACME staff", "digits", 8);
        TestUser user = totp.newUser(it -> it.setRequiredActions(List.of("CONFIGURE_TOTP")));
        enterPassword(user);
        Authenticator authenticator = Authenticator.scan(configureOtpPage.keyUri());

        its.setDefault(STAFF);

        configureOtpPage.save(authenticator.code());
        assertIn(user);
        OtpData data = OtpData.of(user.otpCredentials().get(0));
        assertEquals(List.of(6, 0), List.of(data.digits(), data.counter()));
    }

    /** The application asks for the action, as the account console does. */
    @Test
    void secondDeviceIsOfTheMethodAndNeedsAName() {
        TestUser user = newUserToSetUp();
        enterPassword(user);
        configureOtpPage.save(Authenticator.scan(configureOtpPage.keyUri()).code());
        assertIn(user);

        beginSetup(user);
        Authenticator second = Authenticator.scan(configureOtpPage.keyUri());
        String code = second.code();
        configureOtpPage.save(code);
        assertEquals("Please specify device name.", configureOtpPage.labelError());
        assertEquals("8", KeyUri.parse(configureOtpPage.keyUri()).parameter("digits"));
        configureOtpPage.save(code, "second");
        assertIn(user);

        assertEquals(2, user.otpCredentials().size());
        Set<Integer> counters = user.otpCredentials().stream().map(it -> OtpData.of(it).counter()).collect(Collectors.toSet());
        assertEquals(1, counters.size());
        assertNotEquals(Set.of(0), counters);
        assertValid(user.totp().verifyCode(second.code()));
    }

    /** The storage gets only the secret, and judges codes by the realm's policy. */
    @Test
    void storageThatKeepsOtpsGoesByThePolicy() {
        TestRealm its = TestRealm.create(server(), it -> TestRealm.setOtpPolicy(it, "totp", "HmacSHA256", 6, 60));
        RealmMethods itsMethods = new RealmMethods(its);
        itsMethods.add(STAFF, "issuer", "ACME staff", "digits", 8);
        itsMethods.setDefault(STAFF);
        TestUser user = OtpStorage.in(its, Map.of()).newUser();

        Refusals.assertNames("method", user.totp().create(Json.object("method", STAFF)));
        enterPassword(user);
        assertIn(user);
        beginSetup(user);
        Authenticator authenticator = Authenticator.scan(configureOtpPage.keyUri());
        assertEquals("6", KeyUri.parse(configureOtpPage.keyUri()).parameter("digits"));
        configureOtpPage.save(authenticator.code());
        assertIn(user);

        assertEquals(List.of(), user.otpCredentials());
        assertEquals("{\"valid\":true}", user.totp().verifyCode(authenticator.code()).text());
        HttpReply reply = user.totp().create(Json.object("replaceExisting", true));
        assertEquals(200, reply.status(), reply::toString);
        assertFalse(reply.json().has("method"), reply::toString);
        assertEquals("6", reply.field("digits"));
    }

    @Test
    void longNamesFitIntoTheQrCode() {
        String id = methods().add("long", "issuer", "\u8a9e".repeat(255));
        methods().setDefault(id);
        TestUser user = newUserToSetUp();
        enterPassword(user);

        assertTrue(configureOtpPage.isOpen(), browser::getPageSource);
        assertEquals("\u8a9e".repeat(255), KeyUri.parse(configureOtpPage.keyUri()).parameter("issuer"));
        assertEquals(32, new String(Base32.decode(KeyUri.parse(configureOtpPage.keyUri()).parameter("secret")), StandardCharsets.US_ASCII).length());
    }

    private RealmMethods methods() {
        return new RealmMethods(realm());
    }

    private TestUser newUserToSetUp() {
        return realm().newUser(it -> it.setRequiredActions(List.of("CONFIGURE_TOTP")));
    }

    /** The user is logged in, and wants another device. */
    private void beginSetup(TestUser user) {
        beginOtpSetup(user.realm());
        assertTrue(configureOtpPage.isOpen(), browser::getPageSource);
    }

    private static void assertOfStaff(TestUser user) {
        assertEquals(1, user.otpCredentials().size());
        OtpData data = OtpData.of(user.otpCredentials().get(0));
        assertEquals(List.of("totp", "HmacSHA512", 8, 60), List.of(data.subType(), data.algorithm(), data.digits(), data.period()));
        assertTrue(data.counter() > 0, "used from the start");
    }
}
