package org.keycloak.testsuite.federation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.CredentialTypeEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.Simultaneously;
import org.keycloak.testsuite.fixture.TestLdap;
import org.keycloak.testsuite.fixture.TestLdap.EditMode;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpEndpoints;
import org.keycloak.testsuite.totp.Authenticator;

import com.unboundid.ldap.sdk.LDAPException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;
import static org.keycloak.testsuite.fixture.Verifications.assertInvalid;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * Users of a directory. Their passwords are in the directory, and their TOTPs in Keycloak's database.
 */
class LdapUserTest extends AbstractTotpTest {

    private static final String REPLACE = Json.object("replaceExisting", true);

    private final Map<Federation, TestRealm> realms = new EnumMap<>(Federation.class);
    private TestLdap ldap;

    @BeforeAll
    void startLdap() throws LDAPException {
        ldap = TestLdap.start();
    }

    @AfterAll
    void stopLdap() {
        ldap.close();
    }

    @ParameterizedTest
    @EnumSource
    void passwordAloneIsNotEnoughAnyMore(Federation federation) throws LDAPException {
        TestUser user = newUser(federation);
        assertGranted(user.login());

        Authenticator authenticator = user.newTotp("{}");

        assertRefused(user.login());
        assertRefused(user.login(authenticator.wrongCode()));
        assertGranted(user.login(authenticator.code()));
    }

    @ParameterizedTest
    @EnumSource
    void secondCreateIsRefused(Federation federation) throws LDAPException {
        TestUser user = newUser(federation);
        Authenticator first = user.newTotp("{}");

        Refusals.assertUserHasTotp(user.totp().create());

        assertEquals(1, user.otpCredentials().size());
        assertGranted(user.login(first.code()));
    }

    @ParameterizedTest
    @EnumSource
    void replacingSwapsTheAuthenticators(Federation federation) throws LDAPException {
        TestUser user = newUser(federation);
        Authenticator first = user.newTotp("{}");

        Authenticator second = user.newTotp(Json.object("replaceExisting", true));

        assertEquals(1, user.otpCredentials().size());
        assertRefused(user.login(first.code()));
        assertGranted(user.login(second.code()));
    }

    @ParameterizedTest
    @EnumSource
    void replacementTakesThePlaceOfWhatItReplaces(Federation federation) throws LDAPException {
        TestUser user = newUser(federation);
        String codes = CredentialTypeEndpoints.of(user).create("recovery-authn-codes").field("id");

        String first = user.totp().create().field("id");
        assertOrder(user, first, codes);
        String second = user.totp().create(Json.object("replaceExisting", true)).field("id");
        assertOrder(user, second, codes);
        String others = CredentialTypeEndpoints.of(user).create("recovery-authn-codes", Json.object("replaceExisting", true)).field("id");
        assertOrder(user, second, others);
    }

    /**
     * When a credential is removed, Keycloak updates the places of the others, which may be gone by then. Keycloak's own endpoints have a
     * 500 for it.
     */
    @ParameterizedTest
    @EnumSource(names = {"READ_ONLY", "READ_ONLY_IMPORTED"})
    void whatKeycloakRemovesMeanwhileIsAWriteConflict(Federation federation) throws Exception {
        TestUser user = newUser(federation);
        TotpEndpoints totp = user.totp().as(user.realm().http().withOneToken());
        CredentialTypeEndpoints types = CredentialTypeEndpoints.of(user).as(totp.http());
        totp.create();
        for (int round = 0; round < 30; round++) {
            String codes = types.create("recovery-authn-codes", REPLACE).field("id");

            HttpReply reply = Simultaneously.send(List.<Supplier<HttpReply>>of(
                    () -> totp.create(REPLACE),
                    () -> totp.moveToFirst(codes),
                    () -> totp.http().delete(totp.path("credentials/" + codes)))).get(0);

            assertTrue(reply.status() == 200 || Refusals.OTHER_REQUEST.equals(reply.errorMessage()), reply::toString);
            assertEquals(1, user.otpCredentials().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void verifyJudgesTheCode(Federation federation) throws LDAPException {
        TestUser user = newUser(federation);
        Authenticator authenticator = user.newTotp("{}");

        HttpReply wrong = user.totp().verifyCode(authenticator.wrongCode());
        HttpReply right = user.totp().verifyCode(authenticator.code());

        assertInvalid(wrong);
        assertValid(user.otpIds().get(0), right);
    }

    @ParameterizedTest
    @EnumSource
    void passwordAloneIsEnoughAfterRemoval(Federation federation) throws LDAPException {
        TestUser user = newUser(federation);
        user.newTotp("{}");

        HttpReply removed = user.totp().remove();

        assertEquals(204, removed.status(), removed::toString);
        assertTrue(user.otpCredentials().isEmpty());
        assertGranted(user.login());
    }

    /** For users whom Keycloak doesn't import, it refuses a label of any other credential. For others, it refuses a label of the same type. */
    @ParameterizedTest
    @EnumSource
    void labelIsTakenWhereKeycloakSaysSo(Federation federation) throws LDAPException {
        TestUser user = newUser(federation);
        user.newTotp(Json.object("userLabel", "Mine"));

        HttpReply codes = CredentialTypeEndpoints.of(user).create("recovery-authn-codes", Json.object("userLabel", "mine"));

        assertEquals(federation.imported ? 201 : 409, codes.status(), codes::toString);
        if (!federation.imported) {
            assertTrue(codes.errorMessage().contains("userLabel"), codes::toString);
            assertTrue(user.credentials("recovery-authn-codes").isEmpty());
        }
    }

    /** The directory's password has no place in the order. */
    private static void assertOrder(TestUser user, String... ids) {
        List<String> order = user.resource().credentials().stream().map(CredentialRepresentation::getId).filter(Objects::nonNull).toList();
        assertEquals(List.of(ids), order);
    }

    private TestUser newUser(Federation federation) throws LDAPException {
        return ldap.newUser(realms.computeIfAbsent(federation, it -> {
            TestRealm realm = TestRealm.create(server());
            ldap.federate(realm, it.mode, it.imported);
            return realm;
        }));
    }

    private enum Federation {

        READ_ONLY_IMPORTED(EditMode.READ_ONLY, true),
        READ_ONLY(EditMode.READ_ONLY, false),
        WRITABLE_IMPORTED(EditMode.WRITABLE, true),
        WRITABLE(EditMode.WRITABLE, false);

        private final EditMode mode;
        private final boolean imported;

        Federation(EditMode mode, boolean imported) {
            this.mode = mode;
            this.imported = imported;
        }
    }
}
