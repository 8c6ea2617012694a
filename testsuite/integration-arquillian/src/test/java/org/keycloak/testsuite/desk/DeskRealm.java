package org.keycloak.testsuite.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.testsuite.arquillian.container.KeycloakServer;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.OtpCredentials;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpMethodEndpoints;
import org.keycloak.testsuite.totp.Authenticator;

import static org.keycloak.testsuite.fixture.Verifications.assertNotValid;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * A company with users whose second factors are in all states there are, by the users' names. Its method {@code phone} is the default.
 */
record DeskRealm(TestRealm realm) {

    static final String METHOD = "phone";
    private static final Duration DEADLINE = Duration.ofDays(7);
    private static final String SECRET = "12345678901234567890";

    static DeskRealm create(KeycloakServer server) {
        return create(server, realm -> {
        });
    }

    static DeskRealm create(KeycloakServer server, Consumer<RealmRepresentation> change) {
        TestRealm realm = TestRealm.create(server, it -> {
            it.setDisplayName("Demo Ltd");
            it.setInternationalizationEnabled(true);
            it.setSupportedLocales(Set.of("de", "en", "es", "fr"));
            it.setDefaultLocale("en");
            it.setAttributes(Map.of(RealmMethods.DEFAULT_METHOD, METHOD));
            change.accept(it);
        });
        new RealmMethods(realm).add(METHOD, "issuer", "Demo Ltd", "lockAfter", 1, "activateWithin", DEADLINE.toSeconds());
        return new DeskRealm(realm);
    }

    /** Somebody at the help desk. */
    TestUser newDesk(String first, String last, String... roles) {
        TestUser desk = newUser(first, last);
        ManagementRoles.of(realm).grant(desk, roles);
        return desk;
    }

    /** A user with a password alone, whose name is the first name. */
    TestUser newUser(String first, String last, CredentialRepresentation... credentials) {
        return realm.newUser(user -> {
            user.setUsername(first.toLowerCase(Locale.ROOT));
            user.setFirstName(first);
            user.setLastName(last);
            user.setEmail(user.getUsername() + "." + last.toLowerCase(Locale.ROOT) + "@example.com");
            addCredentials(user, credentials);
        });
    }

    private static void addCredentials(UserRepresentation user, CredentialRepresentation... credentials) {
        List<CredentialRepresentation> all = new ArrayList<>(user.getCredentials());
        all.addAll(List.of(credentials));
        user.setCredentials(all);
    }

    /** The user has used the code of the phone. */
    static Authenticator givePhoneInUse(TestUser user) {
        Authenticator phone = givePhone(user);
        assertValid(user.totp().verifyCode(phone.code()));
        return phone;
    }

    static Authenticator givePhone(TestUser user) {
        return user.newTotp(Json.object("userLabel", "Phone"));
    }

    /** One wrong code is enough. */
    static Authenticator giveLockedPhone(TestUser user) {
        Authenticator phone = givePhoneInUse(user);
        assertNotValid("locked", user.totp().verifyCode(phone.wrongCode()));
        return phone;
    }

    /** It was made a month ago, and has accepted no code. */
    CredentialRepresentation expiredPhone() {
        String method = realm.resource().components().query(null, RealmMethods.PROVIDER_TYPE, METHOD).get(0).getId();
        int counter = -TotpMethodEndpoints.of(realm).read(method).path("credentialCounter").asInt();
        CredentialRepresentation phone = OtpCredentials.totp("Phone", SECRET, counter);
        phone.setCreatedDate(System.currentTimeMillis() - DEADLINE.multipliedBy(4).toMillis());
        return phone;
    }
}
