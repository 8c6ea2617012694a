package org.keycloak.tests.admin.user;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;

import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.TimeBasedOTP;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.ErrorRepresentation;
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
public class CreateTotpTest {

    private static final String INVALID_CODE = "not-a-code";

    @InjectRealm
    ManagedRealm realm;

    @InjectUser(config = TotpUser.class, lifecycle = LifeCycle.METHOD)
    ManagedUser user;

    @InjectAdminEvents
    AdminEvents adminEvents;

    @InjectOAuthClient
    OAuthClient oauth;

    @Test
    public void createWithDefaults() {
        CreateTotpRepresentation totp = user.admin().createTotp();

        Assertions.assertEquals("HmacSHA1", totp.getAlgorithm());
        Assertions.assertEquals(6, totp.getDigits());
        Assertions.assertEquals(30, totp.getPeriod());
        Assertions.assertEquals(32, totp.getTotpSecret().length());
        Assertions.assertTrue(totp.getKeyUri().startsWith("otpauth://totp/"));
        Assertions.assertTrue(totp.getQrCode().startsWith("iVBOR"), "a PNG in Base64");
        Assertions.assertEquals(1, otpCredentials());
    }

    @Test
    public void eventWithoutSecret() {
        adminEvents.clear();
        CreateTotpRepresentation totp = user.admin().createTotp(labelled("phone"));

        AdminEventRepresentation event = adminEvents.poll();
        AdminEventAssertion.assertEvent(event, OperationType.ACTION, "users/" + user.getId() + "/create-totp", ResourceType.USER);
        Assertions.assertEquals(totp.getId(), event.getDetails().get("credential_id"));
        Assertions.assertFalse(event.getDetails().containsValue(totp.getTotpSecret()));
    }

    @Test
    public void loginAtOnce() {
        CreateTotpRepresentation totp = user.admin().createTotp();

        Assertions.assertFalse(oauth.doPasswordGrantRequest(user.getUsername(), user.getPassword()).isSuccess());
        Assertions.assertFalse(login(INVALID_CODE));
        Assertions.assertTrue(login(code(totp)));
    }

    @Test
    public void loginWithOtherParameters() {
        CreateTotpRepresentation totp = new CreateTotpRepresentation();
        totp.setAlgorithm("HmacSHA512");
        totp.setDigits(8);
        totp.setPeriod(60);

        Assertions.assertTrue(login(code(user.admin().createTotp(totp))));
    }

    @Test
    public void createTwice() {
        CreateTotpRepresentation first = user.admin().createTotp();

        BadRequestException refused = Assertions.assertThrows(BadRequestException.class, () -> user.admin().createTotp());
        Assertions.assertEquals("User already has totp. Remove first.", error(refused));
        Assertions.assertTrue(login(code(first)));
    }

    @Test
    public void replaceExisting() {
        CreateTotpRepresentation former = user.admin().createTotp();
        CreateTotpRepresentation replace = new CreateTotpRepresentation();
        replace.setReplaceExisting(true);
        CreateTotpRepresentation latter = user.admin().createTotp(replace);

        Assertions.assertEquals(1, otpCredentials());
        Assertions.assertFalse(login(code(former)));
        Assertions.assertTrue(login(code(latter)));
    }

    @Test
    public void importSecret() {
        CreateTotpRepresentation totp = new CreateTotpRepresentation();
        totp.setTotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"); // RFC 6238: 12345678901234567890
        totp.setSecretEncoding("BASE32");

        Assertions.assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", user.admin().createTotp(totp).getTotpSecretEncoded());
        Assertions.assertTrue(login(new TimeBasedOTP().generateTOTP("12345678901234567890")));
    }

    @Test
    public void invalidFields() {
        CreateTotpRepresentation totp = new CreateTotpRepresentation();
        totp.setDigits(7);

        BadRequestException refused = Assertions.assertThrows(BadRequestException.class, () -> user.admin().createTotp(totp));
        Assertions.assertTrue(error(refused).contains("digits"));
        Assertions.assertEquals(0, otpCredentials());
    }

    @Test
    public void remove() {
        user.admin().createTotp();
        user.admin().removeTotp();
        user.admin().removeTotp();

        Assertions.assertEquals(0, otpCredentials());
        Assertions.assertTrue(oauth.doPasswordGrantRequest(user.getUsername(), user.getPassword()).isSuccess());
    }

    @Test
    public void verify() {
        CreateTotpRepresentation totp = user.admin().createTotp();
        VerifyTotpRepresentation code = new VerifyTotpRepresentation();
        code.setCode(code(totp));

        VerifyTotpRepresentation verified = user.admin().verifyTotp(code);
        Assertions.assertTrue(verified.isValid());
        Assertions.assertEquals(totp.getId(), verified.getId());
        Assertions.assertFalse(user.admin().verifyTotp(code).isValid(), "a code is valid once");
    }

    @Test
    public void verifyWithoutTotp() {
        VerifyTotpRepresentation code = new VerifyTotpRepresentation();
        code.setCode("123456");

        Assertions.assertThrows(BadRequestException.class, () -> user.admin().verifyTotp(code));
    }

    private boolean login(String code) {
        return oauth.passwordGrantRequest(user.getUsername(), user.getPassword()).otp(code).send().isSuccess();
    }

    private long otpCredentials() {
        return user.admin().credentials().stream().filter(credential -> OTPCredentialModel.TYPE.equals(credential.getType())).count();
    }

    private static CreateTotpRepresentation labelled(String userLabel) {
        CreateTotpRepresentation totp = new CreateTotpRepresentation();
        totp.setUserLabel(userLabel);
        return totp;
    }

    private static String code(CreateTotpRepresentation totp) {
        return new TimeBasedOTP(totp.getAlgorithm(), totp.getDigits(), totp.getPeriod(), 1).generateTOTP(totp.getTotpSecret());
    }

    private static String error(ClientErrorException refused) {
        return refused.getResponse().readEntity(ErrorRepresentation.class).getErrorMessage();
    }

    public static class TotpUser implements UserConfig {

        @Override
        public UserBuilder configure(UserBuilder user) {
            return user.username("totp-user").password("password").email("totp-user@localhost").name("Totp", "User");
        }
    }
}
