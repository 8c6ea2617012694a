package org.keycloak.testsuite.methods;

import java.util.List;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.CredentialsClient;
import org.keycloak.admin.client.resource.TotpMethodsResource;
import org.keycloak.representations.idm.TotpMethodRepresentation;
import org.keycloak.representations.idm.TotpSelectionRepresentation;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/**
 * TOTP methods as a stock Java admin client calls them.
 */
class TotpMethodClientTest extends AbstractTotpMethodTest {

    @Test
    void createsReadsUpdatesAndRemoves() {
        TotpMethodsResource methods = CredentialsClient.of(realm().admin()).totpMethods(realm().name());
        String id = create(methods, name());

        TotpMethodRepresentation method = methods.get(id).toRepresentation();
        assertEquals(30, method.getPeriod());
        assertEquals(0, method.getCredentials());
        method.setDigits(8);
        methods.get(id).update(method);
        assertEquals(8, methods.get(id).toRepresentation().getDigits());
        methods.get(id).remove();
        assertThrows(NotFoundException.class, () -> methods.get(id).toRepresentation());
    }

    @Test
    void lists() {
        TotpMethodsResource methods = CredentialsClient.of(realm().admin()).totpMethods(realm().name());
        String name = name();
        create(methods, name + " 1");
        create(methods, name + " 2");

        assertEquals(List.of(name + " 2"), methods.list(name, 1, 1).stream().map(TotpMethodRepresentation::getName).toList());
        assertEquals(methods.list(null, null, null).size(), methods.list().size());
    }

    @Test
    void selectsCredentials() {
        TotpMethodsResource methods = CredentialsClient.of(realm().admin()).totpMethods(realm().name());
        String id = create(methods, name());
        TestUser user = realm().newUser();
        user.newTotp(Json.object("method", id));
        user.newTotp(Json.object("method", create(methods, name())));
        TotpSelectionRepresentation selection = new TotpSelectionRepresentation();
        selection.setMethod(id);

        user.totpClient().unlockTotp();
        user.totpClient().unlockTotp(selection);
        user.totpClient().removeTotp(selection);

        assertEquals(1, user.otpCredentials().size());
        assertEquals(0, methods.get(id).toRepresentation().getCredentials());
        methods.get(id).remove(true);
    }

    private static String create(TotpMethodsResource methods, String name) {
        TotpMethodRepresentation method = new TotpMethodRepresentation();
        method.setName(name);
        method.setIssuer("Acme");
        try (Response created = methods.create(method)) {
            return CreatedResponseUtil.getCreatedId(created);
        }
    }
}
