package org.keycloak.tests.admin.user;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;

import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.events.Details;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.CreateCredentialRepresentation;
import org.keycloak.representations.idm.CreateRecoveryAuthnCodesRepresentation;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.CredentialTypeRepresentation;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.testframework.annotations.InjectAdminEvents;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.InjectUser;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.events.AdminEventAssertion;
import org.keycloak.testframework.events.AdminEvents;
import org.keycloak.testframework.injection.LifeCycle;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.realm.ManagedUser;
import org.keycloak.util.JsonSerialization;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

@KeycloakIntegrationTest
public class CredentialTypesTest {

    @InjectRealm
    ManagedRealm realm;

    @InjectUser(config = CreateTotpTest.TotpUser.class, lifecycle = LifeCycle.METHOD)
    ManagedUser user;

    @InjectAdminEvents
    AdminEvents adminEvents;

    @Test
    public void types() {
        CredentialTypeRepresentation otp = type(OTPCredentialModel.TYPE);
        List<String> fields = otp.getFields().stream().map(CredentialTypeRepresentation.Field::getName).toList();

        Assertions.assertTrue(fields.containsAll(List.of("userLabel", "replaceExisting", "issuer", "algorithm", "digits", "period", "totpSecret")), fields::toString);
        Assertions.assertTrue(otp.getFields().stream().allMatch(field -> field.isSecret() == List.of("totpSecret", "keyUri").contains(field.getName())));
        Assertions.assertFalse(type(RecoveryAuthnCodesCredentialModel.TYPE).getName().isBlank());
        Assertions.assertTrue(user.admin().credentialTypes().stream().noneMatch(type -> PasswordCredentialModel.TYPE.equals(type.getType())));
    }

    @Test
    public void configured() {
        Assertions.assertFalse(type(OTPCredentialModel.TYPE).isConfigured());

        user.admin().createTotp();

        Assertions.assertTrue(type(OTPCredentialModel.TYPE).isConfigured());
        Assertions.assertFalse(type(RecoveryAuthnCodesCredentialModel.TYPE).isConfigured());
    }

    @Test
    public void createTotp() {
        try (Response created = user.admin().createCredential(OTPCredentialModel.TYPE, labelled("phone"))) {
            Assertions.assertEquals(credential(OTPCredentialModel.TYPE).getId(), CreatedResponseUtil.getCreatedId(created));
            Assertions.assertTrue(created.readEntity(CreateTotpRepresentation.class).getKeyUri().startsWith("otpauth://totp/"));
        }
    }

    @Test
    public void createRecoveryCodes() throws IOException {
        adminEvents.clear();
        CreateRecoveryAuthnCodesRepresentation codes = newRecoveryCodes(labelled("paper"));

        Assertions.assertEquals(12, new HashSet<>(codes.getCodes()).size());
        CredentialRepresentation credential = credential(RecoveryAuthnCodesCredentialModel.TYPE);
        Assertions.assertEquals(codes.getId(), credential.getId());
        Assertions.assertEquals("paper", credential.getUserLabel());

        AdminEventRepresentation event = adminEvents.poll();
        AdminEventAssertion.assertEvent(event, OperationType.ACTION,
                "users/" + user.getId() + "/credential-types/" + RecoveryAuthnCodesCredentialModel.TYPE, ResourceType.USER);
        Assertions.assertEquals(codes.getId(), event.getDetails().get(Details.CREDENTIAL_ID));
        String json = JsonSerialization.writeValueAsString(event);
        Assertions.assertTrue(codes.getCodes().stream().noneMatch(json::contains));
    }

    @Test
    public void createTwice() {
        newRecoveryCodes(new CreateCredentialRepresentation());

        try (Response refused = user.admin().createCredential(RecoveryAuthnCodesCredentialModel.TYPE, new CreateCredentialRepresentation())) {
            Assertions.assertEquals(400, refused.getStatus());
            Assertions.assertEquals("User already has recovery codes. Remove first.", refused.readEntity(ErrorRepresentation.class).getErrorMessage());
        }
    }

    @Test
    public void labelIsTakenWithinItsTypeOnly() {
        user.admin().createCredential(OTPCredentialModel.TYPE, labelled("home")).close();

        Assertions.assertEquals("home", credential(OTPCredentialModel.TYPE).getUserLabel());
        Assertions.assertEquals("home", newRecoveryCodes(labelled("home")).getUserLabel());
    }

    @Test
    public void unknownType() {
        try (Response refused = user.admin().createCredential("unknown", new CreateCredentialRepresentation())) {
            Assertions.assertEquals(404, refused.getStatus());
        }
        Assertions.assertEquals(1, user.admin().credentials().size(), "the password");
    }

    private CredentialTypeRepresentation type(String name) {
        return user.admin().credentialTypes().stream().filter(type -> name.equals(type.getType())).findFirst().orElseThrow();
    }

    private CredentialRepresentation credential(String type) {
        return user.admin().credentials().stream().filter(credential -> type.equals(credential.getType())).findFirst().orElseThrow();
    }

    private CreateRecoveryAuthnCodesRepresentation newRecoveryCodes(CreateCredentialRepresentation request) {
        try (Response created = user.admin().createCredential(RecoveryAuthnCodesCredentialModel.TYPE, request)) {
            Assertions.assertEquals(201, created.getStatus());
            return created.readEntity(CreateRecoveryAuthnCodesRepresentation.class);
        }
    }

    private static CreateCredentialRepresentation labelled(String userLabel) {
        CreateCredentialRepresentation credential = new CreateCredentialRepresentation();
        credential.setUserLabel(userLabel);
        return credential;
    }
}
