package org.keycloak.testsuite.attempt;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.testsuite.fixture.CredentialEvents;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.Logins;
import org.keycloak.testsuite.fixture.OtpCredentials;
import org.keycloak.testsuite.fixture.OtpData;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.Simultaneously;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;
import static org.keycloak.testsuite.fixture.Verifications.assertNotValid;

/**
 * {@code lockAfter} consecutive wrong codes lock the credential, and nothing else, until an administrator unlocks it.
 */
class LockTest extends AbstractAttemptTest {

    private static final String LOCKED = "totp_locked";
    private static final int LOCK = 1 << 30;
    private static final String PASSWORD = "battery staple";
    private static final String SECRET = "12345678901234567890";

    private String lockingMethod(int lockAfter) {
        return method("maxValidationAttempts", 20, "lockAfter", lockAfter);
    }

    /** A user whose authenticator is locked. */
    private record Locked(TestUser user, Authenticator authenticator, String method) {

        String code() {
            return authenticator.code();
        }
    }

    private Locked locked() {
        String method = lockingMethod(5);
        TestUser user = newUser();
        Authenticator authenticator = newTotp(user, method);
        guess(5, user, authenticator);
        return new Locked(user, authenticator, method);
    }

    @Test
    void rightCodeIsRefusedAfterFiveWrongOnes() {
        Locked locked = locked();

        assertRefused(locked.user().login(locked.code()));
        assertNotValid("locked", locked.user().totp().verifyCode(locked.code()));
    }

    @Test
    void wrongCodesThatAreNotConsecutiveDoNotLock() {
        TestUser user = newUser();
        Authenticator authenticator = newTotp(user, lockingMethod(5));
        guess(4, user, authenticator);
        assertGranted(user.login(authenticator.code()));
        guess(4, user, authenticator);

        assertGranted(user.login(authenticator.code()));
        assertTrue(user.loginErrors(LOCKED).isEmpty());
    }

    @Test
    void eventSaysSo() {
        Locked locked = locked();
        assertEquals(1, locked.user().loginErrors(LOCKED).size());

        assertRefused(locked.user().login(locked.code()));

        List<EventRepresentation> events = locked.user().loginErrors(LOCKED);
        assertEquals(2, events.size());
        assertEquals("lockAfter", events.get(0).getDetails().get("limit"));
        assertEquals(locked.user().otpCredentials().get(0).getId(), events.get(0).getDetails().get("credential_id"));
        assertEquals(6, locked.user().loginErrors("invalid_user_credentials").size());
    }

    @Test
    void passwordAndAccountAreNotLocked() {
        TestUser user = locked().user();

        assertTrue(user.resource().toRepresentation().isEnabled());
        assertEquals(204, user.totp().remove().status());
        assertGranted(user.login());
    }

    @Test
    void unlockEndsIt() {
        Locked locked = locked();
        String id = locked.user().otpCredentials().get(0).getId();

        assertEquals(204, locked.user().totp().unlock("").status());

        CredentialEvents.assertIs(CredentialEvents.of(locked.user(), "unlock-totp").get(0),
                locked.user(), "unlock-totp", id, "otp", "");
        assertGranted(locked.user().login(locked.code()));
    }

    @Test
    void unlockForgetsTheWrongCodes() {
        Locked locked = locked();
        locked.user().totp().unlock("");
        guess(4, locked.user(), locked.authenticator());

        assertGranted(locked.user().login(locked.code()));
    }

    @Test
    void unlockEndsTheLimitOfThePeriodToo() {
        TestUser user = newUser();
        Authenticator authenticator = newTotp(user, method("maxValidationAttempts", 1));
        guess(1, user, authenticator);
        assertRefused(user.login(authenticator.code()));

        assertEquals(204, user.totp().unlock("").status());

        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void unlockingWhatIsNotLockedIsNoEvent() {
        TestUser user = newUser();
        user.newTotp("{}");

        assertEquals(204, user.totp().unlock("").status());
        assertEquals(204, user.totp().unlock("{}").status());

        assertTrue(CredentialEvents.of(user, "unlock-totp").isEmpty());
    }

    @Test
    void unlockMayNameOneCredential() {
        Locked locked = locked();
        TestUser user = locked.user();
        String method = lockingMethod(1);
        Authenticator second = newTotp(user, method);
        String secondId = user.otpCredentials().get(1).getId();
        user.totp().verifyCode(second.wrongCode(), secondId);

        assertEquals(204, user.totp().unlock(Json.object("method", method)).status());

        assertEquals(secondId, user.totp().verifyCode(second.code(), secondId).field("id"));
        assertRefused(user.login(locked.code()));
        assertEquals(204, user.totp().unlock(Json.object("id", user.otpCredentials().get(0).getId())).status());
        assertGranted(user.login(locked.code()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"method\": \"nowhere\"}", "{\"id\": 5}", "{\"user\": \"x\"}", "[]", "{" })
    void unlockRefusesWhatItDoesNotKnow(String body) {
        HttpReply reply = newUser().totp().unlock(body);

        assertEquals(400, reply.status(), reply::toString);
    }

    @Test
    void replacementIsNotLocked() {
        Locked locked = locked();

        Authenticator replacement = locked.user().newTotp(Json.object("method", locked.method(), "replaceExisting", true));

        assertGranted(locked.user().login(replacement.code()));
    }

    @Test
    void lockHoldsWhenTheCredentialIsChanged() {
        Locked locked = locked();
        String id = locked.user().otpCredentials().get(0).getId();
        locked.user().resource().setCredentialUserLabel(id, "phone");
        locked.user().resource().moveCredentialToFirst(id);

        assertRefused(locked.user().login(locked.code()));
    }

    /** A code that was right is no guess. A client may send a login twice. */
    @ParameterizedTest
    @ValueSource(ints = { 1, 2 })
    void rightCodeThatIsSentAgainIsRefusedAndDoesNotLock(int lockAfter) {
        TestUser user = newUser();
        Authenticator authenticator = newTotp(user, lockingMethod(lockAfter));
        String code = authenticator.code();
        assertGranted(user.login(code));

        for (int again = 1; again <= 4; again++) {
            assertRefused(user.login(code));
        }

        assertTrue(user.loginErrors(LOCKED).isEmpty());
        assertGranted(user.login(authenticator.code()));
        guess(lockAfter, user, authenticator);
        assertEquals(1, user.loginErrors(LOCKED).size());
        assertNotValid("locked", user.totp().verifyCode(authenticator.wrongCode()));
    }

    @RepeatedTest(3)
    void codeThatWasSentTwiceAtOnceIsForgottenWithTheNextRightOne() throws Exception {
        TestUser user = newUser();
        Authenticator authenticator = newTotp(user, lockingMethod(3));
        String code = authenticator.code();
        Simultaneously.send(List.of(() -> user.login(code), () -> user.login(code)));

        assertGranted(user.login(authenticator.code()));

        guess(2, user, authenticator);
        assertTrue(user.loginErrors(LOCKED).isEmpty());
    }

    @Test
    void rightCodeResetsTheCountAlsoWhileNothingLocks() {
        String method = lockingMethod(5);
        TestUser user = newUser();
        Authenticator authenticator = newTotp(user, method);
        guess(4, user, authenticator);
        setLockAfter(method, 0);
        assertGranted(user.login(authenticator.code()));
        setLockAfter(method, 5);

        guess(1, user, authenticator);

        assertTrue(user.loginErrors(LOCKED).isEmpty());
    }

    private void setLockAfter(String name, int lockAfter) {
        ComponentRepresentation method = realm().resource().components().query(null, "org.keycloak.credential.TotpMethodProvider", name).get(0);
        method.getConfig().putSingle("lockAfter", String.valueOf(lockAfter));
        realm().resource().components().component(method.getId()).update(method);
    }

    @Test
    void lockStaysWhenTheMethodNoLongerAsksForIt() {
        Locked locked = locked();
        setLockAfter(locked.method(), 0);

        assertRefused(locked.user().login(locked.code()));
        assertEquals(204, locked.user().totp().unlock("").status());
        assertGranted(locked.user().login(locked.code()));
    }

    /** The counter of such a TOTP is the initial counter of the realm's policy, which means nothing for a TOTP. */
    @ParameterizedTest
    @ValueSource(ints = { 0, 7, LOCK, LOCK + 7 })
    void totpWithoutAMethodIsLockedByTheDefaultMethod(int counter) {
        TestRealm locking = RealmMethods.realmWithDefault(server(), "lockAfter", 2);
        TestUser user = locking.newUser(OtpCredentials.totp("old", SECRET, counter));
        Authenticator authenticator = Authenticator.of(SECRET);
        assertGranted(user.login(authenticator.code()));
        guess(2, user, authenticator);
        String code = authenticator.code();

        assertRefused(user.login(code));
        assertEquals(2, user.loginErrors(LOCKED).size());
        assertEquals(204, user.totp().unlock("").status());
        assertGranted(user.login(code));
        assertEquals(0, OtpData.of(user.otpCredentials().get(0)).counter());
    }

    @ParameterizedTest
    @ValueSource(ints = { LOCK, LOCK + (1 << 20) - 1, LOCK + 5_000_000 })
    void realmWithoutMethodsReadsNoCounterOfATotp(int counter) {
        TestRealm stock = TestRealm.create(server(), it -> it.setEventsEnabled(true));
        TestUser user = stock.newUser(OtpCredentials.totp("old", SECRET, counter));

        assertGranted(user.login(Authenticator.of(SECRET).code()));
        assertEquals(counter, OtpData.of(user.otpCredentials().get(0)).counter());
    }

    @Test
    void lockOutlivesItsMethodBesideOthers() {
        Locked locked = locked();
        method();
        new RealmMethods(realm()).remove(realm().resource().components().query(null, RealmMethods.PROVIDER_TYPE, locked.method()).get(0).getId());

        assertRefused(locked.user().login(locked.code()));
        assertEquals(204, locked.user().totp().unlock("").status());
        assertGranted(locked.user().login(locked.code()));
    }

    /** The later login may find no free slot before the lock. It can't know yet that the other login is right. */
    @ParameterizedTest
    @CsvSource({ "1, 0", "2, 1", "3, 1", "3, 2", "5, 3", "5, 4", "10, 8", "10, 9" })
    void rightCodeThatIsSentTwiceAtOnceDoesNotLock(int lockAfter, int wrongBefore) throws Exception {
        String method = lockingMethod(lockAfter);
        for (int round = 1; round <= 5; round++) {
            TestUser user = newUser();
            Authenticator authenticator = newTotp(user, method);
            guess(wrongBefore, user, authenticator);
            String code = authenticator.code();

            List<HttpReply> replies = Simultaneously.send(List.of(() -> user.login(code), () -> user.login(code)));

            assertEquals(1, replies.stream().filter(reply -> reply.status() == 200).count(), replies::toString);
            assertTrue(user.loginErrors(LOCKED).isEmpty());
            assertTrue(OtpData.of(user.otpCredentials().get(0)).counter() < LOCK);
        }
    }

    @Test
    void manySimultaneousWrongCodesLock() throws Exception {
        TestUser user = newUser();
        Authenticator authenticator = newTotp(user, lockingMethod(10));
        Supplier<HttpReply> guess = () -> user.login(authenticator.wrongCode());

        Simultaneously.send(Stream.generate(() -> guess).limit(64).toList()).forEach(Logins::assertRefused);

        int refused = user.loginErrors(LOCKED).size() + user.loginErrors("totp_attempts_exceeded").size();
        assertEquals(55, refused, "the tenth, and each one after");
        assertRefused(user.login(authenticator.code()));
        assertEquals(204, user.totp().unlock("").status());
        assertGranted(user.login(authenticator.code()));
    }

    /** Each credential has a count of its own, however many there are. */
    @Test
    void eachOfManyCredentialsIsLocked() {
        TestRealm locking = RealmMethods.realmWithDefault(server(), "lockAfter", 2);
        TestUser user = locking.newUser(IntStream.rangeClosed(1, 18).mapToObj(number -> OtpCredentials.totp("phone " + number, SECRET))
                .toArray(CredentialRepresentation[]::new));
        Authenticator authenticator = Authenticator.of(SECRET);
        List<String> ids = user.otpIds();
        assertEquals(18, ids.size());

        ids.forEach(id -> assertNotValid("invalid", user.totp().verifyCode(authenticator.wrongCode(), id)));

        ids.forEach(id -> assertNotValid("locked", user.totp().verifyCode(authenticator.wrongCode(), id)));
    }

    @Test
    void attemptThatCannotBeJudgedTakesNoSlot() {
        TestRealm locking = RealmMethods.realmWithDefault(server(), "lockAfter", 1);
        CredentialRepresentation broken = OtpCredentials.totp("broken", SECRET);
        broken.setCredentialData(broken.getCredentialData().replaceFirst("\\{", "{\"secretEncoding\": \"unknown\", "));
        TestUser user = locking.newUser(broken);

        assertNotValid("invalid", user.totp().verifyCode("000000"));
        assertNotValid("invalid", user.totp().verifyCode("000000"));
    }

    /** The user comes back with the same ids, as an export has them. */
    @Test
    void restoredUserMeetsNoOldCount() {
        TestRealm locking = RealmMethods.realmWithDefault(server(), "maxValidationAttempts", 3, "lockAfter", 3);
        UserRepresentation exported = locking.newUser().resource().toRepresentation();
        locking.resource().users().delete(exported.getId()).close();
        exported.setCredentials(List.of(password(), withId(OtpCredentials.totp("old", SECRET))));
        Authenticator authenticator = Authenticator.of(SECRET);
        for (int time = 1; time <= 2; time++) {
            TestUser user = restored(locking, exported);
            guess(2, user, authenticator);
            assertTrue(user.loginErrors(LOCKED).isEmpty());
            user.resource().remove();
        }
    }

    private static CredentialRepresentation withId(CredentialRepresentation credential) {
        credential.setId(UUID.randomUUID().toString());
        return credential;
    }

    private static TestUser restored(TestRealm realm, UserRepresentation exported) {
        PartialImportRepresentation users = new PartialImportRepresentation();
        users.setIfResourceExists("FAIL");
        users.setUsers(List.of(exported));
        realm.resource().partialImport(users).close();
        TestUser user = new TestUser(realm, exported.getId(), exported.getUsername(), PASSWORD);
        assertEquals(exported.getCredentials().get(1).getId(), user.otpCredentials().get(0).getId());
        return user;
    }

    private static CredentialRepresentation password() {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(PASSWORD);
        return password;
    }

    @Test
    void hotpIsLockedByTheDefaultMethod() {
        TestRealm locking = RealmMethods.realmWithDefault(server(), "lockAfter", 2);
        TestUser user = locking.newUser(OtpCredentials.hotp("token", "12345678901234567890"));
        assertGranted(user.login("755224")); // of RFC 4226's table
        assertRefused(user.login("000000"));
        assertRefused(user.login("000000"));

        assertRefused(user.login("287082"));
        assertEquals(204, user.totp().unlock("").status());
        assertGranted(user.login("287082"));
    }
}
