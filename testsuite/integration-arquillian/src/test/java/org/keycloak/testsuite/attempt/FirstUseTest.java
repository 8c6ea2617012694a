package org.keycloak.testsuite.attempt;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.Logins;
import org.keycloak.testsuite.fixture.OtpData;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;
import org.keycloak.testsuite.fixture.Simultaneously;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;
import static org.keycloak.testsuite.fixture.Verifications.assertInvalid;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * A TOTP from an administrator is unused until its first right code. Its negative counter says so.
 */
class FirstUseTest extends AbstractAttemptTest {

    private static final int LOCK = 1 << 30;

    @Test
    void firstRightCodeOfADirectGrantIsNoted() {
        TestUser user = newUser();
        Authenticator authenticator = newTotp(user, method());
        CredentialRepresentation unused = totp(user);

        assertRefused(user.login(authenticator.wrongCode()));
        assertEquals(unused.getCredentialData(), totp(user).getCredentialData());
        assertGranted(user.login(authenticator.code()));

        assertTrue(counter(unused) < 0);
        assertEquals(-counter(unused), counter(totp(user)));
        assertEquals(unused.getCreatedDate(), totp(user).getCreatedDate());
        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void firstRightCodeOfAVerificationIsNoted() {
        TestUser user = newUser();
        Authenticator authenticator = newTotp(user, method());

        assertInvalid(user.totp().verifyCode(authenticator.wrongCode()));
        assertTrue(isUnused(user));
        assertValid(user.totp().verifyCode(authenticator.code()));

        assertFalse(isUnused(user));
    }

    @Test
    void realmWithoutMethodsNotesItToo() {
        TestUser user = TestRealm.create(server()).newUser();
        Authenticator authenticator = user.newTotp("{}");
        assertEquals(OtpData.UNUSED_OF_NO_METHOD, counter(totp(user)));

        assertRefused(user.login(authenticator.wrongCode()));
        assertTrue(isUnused(user));
        assertGranted(user.login(authenticator.code()));

        assertEquals(0, counter(totp(user)));
    }

    @Test
    void laterCodesChangeNothing() {
        TestUser user = newUser();
        Authenticator authenticator = newTotp(user, method());
        assertGranted(user.login(authenticator.code()));
        CredentialRepresentation used = totp(user);

        assertGranted(user.login(authenticator.code()));
        assertValid(user.totp().verifyCode(authenticator.code()));

        assertEquals(used, totp(user));
    }

    @Test
    void codeOfOneTotpIsNoUseOfAnother() {
        TestUser user = newUser();
        Authenticator first = newTotp(user, method());
        newTotp(user, method());

        assertValid(user.totp().verifyCode(first.code()));

        assertEquals(List.of(false, true), user.otpCredentials().stream().map(it -> counter(it) < 0).toList());
    }

    @Test
    void whatUsersSetUpThemselvesIsUsed() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        Authenticator authenticator = Authenticator.scan(own.generate(Json.object("method", method())).field("keyUri"));

        assertEquals(201, own.confirmCode(authenticator.code()).status());

        assertTrue(counter(totp(user)) > 0);
        TestUser elsewhere = TestRealm.create(server()).newUser();
        own = OwnTotpEndpoints.of(elsewhere);
        authenticator = Authenticator.scan(own.generate().field("keyUri"));
        assertEquals(201, own.confirmCode(authenticator.code()).status());
        assertEquals(0, counter(totp(elsewhere)));
    }

    @Test
    void labelAndOrderAreNoUse() {
        TestUser user = newUser();
        newTotp(user, method());
        int before = counter(totp(user));

        assertEquals(204, user.totp().label(totp(user).getId(), "phone").status());
        assertEquals(204, user.totp().moveToFirst(totp(user).getId()).status());

        assertEquals(before, counter(totp(user)));
    }

    @Test
    void lockIsNoUse() {
        TestUser user = newUser();
        Authenticator authenticator = newTotp(user, method("lockAfter", 1));
        int before = counter(totp(user));
        guess(1, user, authenticator);
        assertEquals(before - LOCK, counter(totp(user)));

        assertEquals(204, user.totp().unlock().status());

        assertEquals(before, counter(totp(user)));
        assertGranted(user.login(authenticator.code()));
        assertEquals(-before, counter(totp(user)));
    }

    @Test
    void manySimultaneousFirstLoginsAreGranted() throws Exception {
        TestRealm reusable = TestRealm.create(server(), it -> {
            TestRealm.setOtpPolicy(it, "totp", "HmacSHA1", 6, 30); // Keycloak reads the whole policy or nothing of it
            it.setOtpPolicyCodeReusable(true);
        });
        TestUser user = reusable.newUser();
        String code = user.newTotp("{}").code();
        Supplier<HttpReply> login = () -> user.login(code);

        List<HttpReply> replies = Simultaneously.send(Stream.generate(() -> login).limit(64).toList());

        replies.forEach(Logins::assertGranted);
        assertFalse(isUnused(user));
    }

    /** Keycloak writes a label together with all else of the credential. If that undoes the note, the next login notes it again. */
    @RepeatedTest(5)
    void firstLoginKeepsALabelThatIsChangedAtTheSameTime() throws Exception {
        TestUser user = newUser();
        Authenticator authenticator = newTotp(user, method());
        String id = totp(user).getId();
        String code = authenticator.code();

        List<HttpReply> replies = Simultaneously.send(List.of(() -> user.login(code), () -> user.totp().label(id, "phone")));

        assertGranted(replies.get(0));
        if (replies.get(1).status() == 204) {
            assertEquals("phone", totp(user).getUserLabel());
        }
        assertGranted(user.login(authenticator.code()));
        assertFalse(isUnused(user));
    }

    @RepeatedTest(5)
    void totpMayBeRemovedMeanwhile() throws Exception {
        TestUser user = newUser();
        String code = newTotp(user, method()).code();

        List<HttpReply> replies = Simultaneously.send(List.of(() -> user.login(code), () -> user.totp().remove()));

        assertTrue(replies.get(0).status() < 500, replies::toString);
        assertEquals(204, replies.get(1).status(), replies::toString);
        assertTrue(user.otpCredentials().isEmpty());
    }

    private static CredentialRepresentation totp(TestUser user) {
        return user.otpCredentials().get(0);
    }

    private static boolean isUnused(TestUser user) {
        return counter(totp(user)) < 0;
    }

    private static int counter(CredentialRepresentation totp) {
        return OtpData.of(totp).counter();
    }
}
