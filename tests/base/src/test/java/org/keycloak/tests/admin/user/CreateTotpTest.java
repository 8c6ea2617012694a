package org.keycloak.tests.admin.user;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;

import org.keycloak.events.Details;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.TimeBasedOTP;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
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
import org.keycloak.testframework.realm.CredentialBuilder;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.realm.ManagedUser;
import org.keycloak.testframework.realm.UserBuilder;
import org.keycloak.testframework.realm.UserConfig;
import org.keycloak.util.JsonSerialization;

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
        Assertions.assertEquals(1, otpCredentials().count());
    }

    @Test
    public void eventWithoutSecret() throws IOException {
        Assertions.assertTrue(realm.admin().toRepresentation().isAdminEventsDetailsEnabled(), "representations are recorded");
        adminEvents.clear();
        CreateTotpRepresentation totp = user.admin().createTotp(labelled("phone"));

        AdminEventRepresentation event = adminEvents.poll();
        AdminEventAssertion.assertEvent(event, OperationType.ACTION, path("create-totp"), ResourceType.USER);
        Assertions.assertEquals(Map.of(
                Details.CREDENTIAL_TYPE, OTPCredentialModel.TYPE,
                Details.CREDENTIAL_ID, totp.getId(),
                Details.CREDENTIAL_USER_LABEL, "phone"), event.getDetails());
        String json = JsonSerialization.writeValueAsString(event);
        for (String secret : List.of(totp.getTotpSecret(), totp.getTotpSecretEncoded(), totp.getKeyUri(), totp.getQrCode())) {
            Assertions.assertFalse(json.contains(secret), secret);
        }
        Assertions.assertNull(adminEvents.poll());
    }

    @Test
    public void qrCode() {
        byte[] png = user.admin().createTotpQrCode(labelled("phone"));

        Assertions.assertEquals("PNG", new String(png, 1, 3, StandardCharsets.US_ASCII));
        Assertions.assertEquals(1, otpCredentials().count());
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
        CreateTotpRepresentation latter = user.admin().createTotp(replacing());

        Assertions.assertEquals(1, otpCredentials().count());
        Assertions.assertFalse(login(code(former)));
        Assertions.assertTrue(login(code(latter)));
    }

    @Test
    public void eventsOfReplaced() {
        UserRepresentation representation = user.admin().toRepresentation();
        representation.setCredentials(List.of(CredentialBuilder.totp("12345678901234567890").build(), CredentialBuilder.hotp("12345678901234567890").build()));
        user.admin().update(representation);
        List<String> replaced = otpCredentials().map(CredentialRepresentation::getId).toList();
        adminEvents.clear();
        String created = user.admin().createTotp(replacing()).getId();

        Map<String, String> credentialByPath = new HashMap<>();
        for (AdminEventRepresentation event = adminEvents.poll(); event != null; event = adminEvents.poll()) {
            AdminEventAssertion.assertSuccess(event).operationType(OperationType.ACTION).resourceType(ResourceType.USER);
            credentialByPath.put(event.getResourcePath(), event.getDetails().get(Details.CREDENTIAL_ID));
        }
        Assertions.assertEquals(2, replaced.size());
        Assertions.assertEquals(Map.of(
                path("create-totp"), created,
                path("credentials/" + replaced.get(0)), replaced.get(0),
                path("credentials/" + replaced.get(1)), replaced.get(1)), credentialByPath);
    }

    @Test
    public void replaceExistingOfSameLabel() {
        user.admin().createTotp(labelled("phone"));
        CreateTotpRepresentation replace = replacing();
        replace.setUserLabel("phone");

        Assertions.assertEquals("phone", user.admin().createTotp(replace).getUserLabel());
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
        Assertions.assertEquals(0, otpCredentials().count());
    }

    @Test
    public void remove() {
        user.admin().createTotp();
        user.admin().removeTotp();
        user.admin().removeTotp();

        Assertions.assertEquals(0, otpCredentials().count());
        Assertions.assertTrue(oauth.doPasswordGrantRequest(user.getUsername(), user.getPassword()).isSuccess());
    }

    @Test
    public void verify() {
        CreateTotpRepresentation totp = user.admin().createTotp();
        VerifyTotpRepresentation code = new VerifyTotpRepresentation();
        code.setCode(code(totp));
        adminEvents.clear();

        VerifyTotpRepresentation verified = user.admin().verifyTotp(code);
        Assertions.assertTrue(verified.isValid());
        Assertions.assertEquals(totp.getId(), verified.getId());
        AdminEventRepresentation event = adminEvents.poll();
        AdminEventAssertion.assertEvent(event, OperationType.ACTION, path("verify-totp"), ResourceType.USER);
        Assertions.assertEquals("true", event.getDetails().get("valid"));
        Assertions.assertEquals(totp.getId(), event.getDetails().get(Details.CREDENTIAL_ID));

        Assertions.assertFalse(user.admin().verifyTotp(code).isValid(), "a code is valid once");
        event = adminEvents.poll();
        AdminEventAssertion.assertEvent(event, OperationType.ACTION, path("verify-totp"), ResourceType.USER);
        Assertions.assertEquals("false", event.getDetails().get("valid"));
        Assertions.assertEquals("invalid", event.getDetails().get(Details.REASON));
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

    private Stream<CredentialRepresentation> otpCredentials() {
        return user.admin().credentials().stream().filter(credential -> OTPCredentialModel.TYPE.equals(credential.getType()));
    }

    private String path(String path) {
        return "users/" + user.getId() + "/" + path;
    }

    private static CreateTotpRepresentation labelled(String userLabel) {
        CreateTotpRepresentation totp = new CreateTotpRepresentation();
        totp.setUserLabel(userLabel);
        return totp;
    }

    private static CreateTotpRepresentation replacing() {
        CreateTotpRepresentation totp = new CreateTotpRepresentation();
        totp.setReplaceExisting(true);
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
