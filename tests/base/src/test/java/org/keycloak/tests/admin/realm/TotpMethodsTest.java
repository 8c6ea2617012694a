package org.keycloak.tests.admin.realm;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.utils.TimeBasedOTP;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.representations.idm.TotpMethodRepresentation;
import org.keycloak.representations.idm.TotpSelectionRepresentation;
import org.keycloak.representations.idm.VerifyTotpRepresentation;
import org.keycloak.testframework.annotations.InjectAdminEvents;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.InjectUser;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.events.AdminEventAssertion;
import org.keycloak.testframework.events.AdminEvents;
import org.keycloak.testframework.injection.LifeCycle;
import org.keycloak.testframework.oauth.OAuthClient;
import org.keycloak.testframework.oauth.annotations.InjectOAuthClient;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.realm.ManagedUser;
import org.keycloak.testframework.realm.UserBuilder;
import org.keycloak.testframework.realm.UserConfig;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

@KeycloakIntegrationTest
public class TotpMethodsTest {

    private static final String INVALID_CODE = "not-a-code";

    @InjectRealm
    ManagedRealm realm;

    @InjectUser(config = GuessedUser.class, lifecycle = LifeCycle.METHOD)
    ManagedUser user;

    @InjectAdminEvents
    AdminEvents adminEvents;

    @InjectOAuthClient
    OAuthClient oauth;

    @Test
    public void createWithDefaults() {
        adminEvents.clear();
        String name = UUID.randomUUID().toString();
        String id = create(method(name));

        AdminEventAssertion.assertEvent(adminEvents.poll(), OperationType.CREATE, "totp-methods/" + id, ResourceType.COMPONENT);
        TotpMethodRepresentation method = realm.admin().totpMethods().get(id).toRepresentation();
        Assertions.assertEquals(name, method.getName());
        Assertions.assertEquals("Acme", method.getIssuer());
        Assertions.assertEquals("HmacSHA1", method.getAlgorithm());
        Assertions.assertEquals(List.of(6, 30, 32, 246, 1, 5, 0, 0), List.of(method.getDigits(), method.getPeriod(), method.getKeySize(), method.getQrSize(),
                method.getSkew(), method.getMaxValidationAttempts(), method.getLockAfter(), method.getActivateWithin()));
        Assertions.assertEquals(0, method.getCredentials());
        Assertions.assertEquals(List.of(id), realm.admin().totpMethods().list(name, null, null).stream().map(TotpMethodRepresentation::getId).toList());
    }

    @Test
    public void update() {
        String id = create(method(UUID.randomUUID().toString()));
        TotpMethodRepresentation change = new TotpMethodRepresentation();
        change.setPeriod(60);

        realm.admin().totpMethods().get(id).update(change);

        Assertions.assertEquals(60, realm.admin().totpMethods().get(id).toRepresentation().getPeriod());
        Assertions.assertEquals("Acme", realm.admin().totpMethods().get(id).toRepresentation().getIssuer());
    }

    @Test
    public void invalidValueNamesItsField() {
        TotpMethodRepresentation method = method(UUID.randomUUID().toString());
        method.setDigits(7);

        try (Response refused = realm.admin().totpMethods().create(method)) {
            Assertions.assertEquals(400, refused.getStatus());
            Assertions.assertTrue(refused.readEntity(ErrorRepresentation.class).getErrorMessage().contains("digits"));
        }
    }

    @Test
    public void nameIsUnique() {
        TotpMethodRepresentation method = method(UUID.randomUUID().toString());
        create(method);

        try (Response refused = realm.admin().totpMethods().create(method)) {
            Assertions.assertEquals(409, refused.getStatus());
        }
    }

    @Test
    public void methodGivesDefaultsAndIsCounted() {
        TotpMethodRepresentation method = method(UUID.randomUUID().toString());
        method.setDigits(8);
        method.setAlgorithm("SHA512");
        String id = create(method);

        CreateTotpRepresentation totp = createTotp(method);

        Assertions.assertEquals(List.of(8, 30, "HmacSHA512", "Acme", method.getName()),
                List.of(totp.getDigits(), totp.getPeriod(), totp.getAlgorithm(), totp.getIssuer(), totp.getMethod()));
        Assertions.assertEquals(1, realm.admin().totpMethods().get(id).toRepresentation().getCredentials());
        Assertions.assertTrue(login(code(totp)));
    }

    @Test
    public void oneCredentialAMethod() {
        TotpMethodRepresentation phone = method(UUID.randomUUID().toString());
        TotpMethodRepresentation token = method(UUID.randomUUID().toString());
        create(phone);
        create(token);
        createTotp(phone);
        createTotp(token);

        Assertions.assertThrows(BadRequestException.class, () -> createTotp(phone));
        TotpSelectionRepresentation selection = new TotpSelectionRepresentation();
        selection.setMethod(phone.getName());
        user.admin().removeTotp(selection);

        createTotp(phone);
    }

    @Test
    public void removeWithCredentials() {
        TotpMethodRepresentation method = method(UUID.randomUUID().toString());
        String id = create(method);
        createTotp(method);

        realm.admin().totpMethods().get(id).remove(true);

        Assertions.assertThrows(NotFoundException.class, () -> realm.admin().totpMethods().get(id).toRepresentation());
        Assertions.assertTrue(oauth.doPasswordGrantRequest(user.getUsername(), user.getPassword()).isSuccess());
    }

    @Test
    public void guessesAreLimited() {
        TotpMethodRepresentation method = method(UUID.randomUUID().toString());
        method.setMaxValidationAttempts(2);
        create(method);
        CreateTotpRepresentation totp = createTotp(method);

        Assertions.assertFalse(login(INVALID_CODE));
        VerifyTotpRepresentation guess = new VerifyTotpRepresentation();
        guess.setCode(INVALID_CODE);
        Assertions.assertFalse(user.admin().verifyTotp(guess).isValid());

        Assertions.assertFalse(login(code(totp)));
    }

    @Test
    public void lockEndsWhenAnAdministratorUnlocks() {
        TotpMethodRepresentation method = method(UUID.randomUUID().toString());
        method.setLockAfter(2);
        create(method);
        CreateTotpRepresentation totp = createTotp(method);
        login(INVALID_CODE);
        login(INVALID_CODE);
        Assertions.assertFalse(login(code(totp)));
        Assertions.assertTrue(user.admin().totpStatus().getTotps().get(0).isLocked());
        adminEvents.clear();

        user.admin().unlockTotp();

        AdminEventAssertion.assertEvent(adminEvents.poll(), OperationType.ACTION, "users/" + user.getId() + "/unlock-totp", ResourceType.USER);
        Assertions.assertFalse(user.admin().totpStatus().getTotps().get(0).isLocked());
        Assertions.assertTrue(login(code(totp)));
    }

    @Test
    public void unknownMethod() {
        ClientErrorException refused = Assertions.assertThrows(BadRequestException.class, () -> createTotp(method("nowhere")));

        Assertions.assertTrue(refused.getResponse().readEntity(ErrorRepresentation.class).getErrorMessage().contains("method"));
    }

    private String create(TotpMethodRepresentation method) {
        try (Response created = realm.admin().totpMethods().create(method)) {
            return CreatedResponseUtil.getCreatedId(created);
        }
    }

    private CreateTotpRepresentation createTotp(TotpMethodRepresentation method) {
        CreateTotpRepresentation totp = new CreateTotpRepresentation();
        totp.setMethod(method.getName());
        return user.admin().createTotp(totp);
    }

    private boolean login(String code) {
        return oauth.passwordGrantRequest(user.getUsername(), user.getPassword()).otp(code).send().isSuccess();
    }

    private static TotpMethodRepresentation method(String name) {
        TotpMethodRepresentation method = new TotpMethodRepresentation();
        method.setName(name);
        method.setIssuer("Acme");
        return method;
    }

    private static String code(CreateTotpRepresentation totp) {
        return new TimeBasedOTP(totp.getAlgorithm(), totp.getDigits(), totp.getPeriod(), 1).generateTOTP(totp.getTotpSecret());
    }

    public static class GuessedUser implements UserConfig {

        @Override
        public UserBuilder configure(UserBuilder user) {
            return user.username("guessed-user").password("password").email("guessed-user@localhost").name("Guessed", "User");
        }
    }
}
