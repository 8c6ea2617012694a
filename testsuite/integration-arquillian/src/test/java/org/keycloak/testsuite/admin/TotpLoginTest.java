package org.keycloak.testsuite.admin;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;

/**
 * The authenticator that an administrator handed out, at the token endpoint.
 */
class TotpLoginTest extends AbstractTotpTest {

    private final Map<Policy, TestRealm> realms = new EnumMap<>(Policy.class);

    @Test
    void passwordAloneIsNotEnoughAnyMore() {
        TestUser user = newUser();
        assertGranted(user.login());

        Authenticator authenticator = user.newTotp("{}");

        assertRefused(user.login());
        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void wrongCodeIsRefused() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");

        assertRefused(user.login(authenticator.wrongCode()));
        assertRefused(user.login("abcdef"));
        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void codeWorksOnce() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");
        String code = authenticator.code();

        assertGranted(user.login(code));

        assertRefused(user.login(code));
        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void codeOfAnotherUserIsRefused() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");
        Authenticator other = newUser().newTotp("{}");

        assertRefused(user.login(other.code()));
        assertGranted(user.login(authenticator.code()));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void everyCombinationLogsInWhateverThePolicy(Policy policy, String algorithm, int digits, int period) {
        TestUser user = realms.computeIfAbsent(policy, it -> TestRealm.create(server(), it.change)).newUser();

        Authenticator authenticator = user.newTotp(Json.object("algorithm", algorithm, "digits", digits, "period", period));

        assertRefused(user.login(authenticator.wrongCode()));
        assertGranted(user.login(authenticator.code()));
    }

    static Stream<Arguments> combinations() {
        return Stream.of(Policy.values()).flatMap(policy -> Stream.of("SHA1", "SHA256", "SHA512")
                .flatMap(algorithm -> Stream.of(6, 8)
                        .flatMap(digits -> Stream.of(20, 300)
                                .map(period -> Arguments.of(policy, algorithm, digits, period)))));
    }

    private enum Policy {

        STOCK(realm -> {
        }),
        OTHER_TOTP(realm -> TestRealm.setOtpPolicy(realm, "totp", "HmacSHA512", 8, 60)),
        HOTP(realm -> TestRealm.setOtpPolicy(realm, "hotp", "HmacSHA256", 6, 30));

        private final Consumer<RealmRepresentation> change;

        Policy(Consumer<RealmRepresentation> change) {
            this.change = change;
        }
    }
}
