package org.keycloak.tests.admin.user;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.UsersTotpStatusResource;
import org.keycloak.representations.idm.TotpStatusCountRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

@KeycloakIntegrationTest
public class UsersTotpStatusTest {

    @InjectRealm
    ManagedRealm realm;

    @Test
    public void listsAndCountsByStatus() {
        String prefix = UUID.randomUUID().toString();
        String enrolled = createUser(prefix + "-a");
        createUser(prefix + "-b");
        realm.admin().users().get(enrolled).createTotp();

        List<UserTotpStatusRepresentation> unused = users().list("unused", null, null, prefix, null, null);
        TotpStatusCountRepresentation count = users().count(null, null, prefix);

        Assertions.assertEquals(List.of(enrolled), unused.stream().map(UserTotpStatusRepresentation::getId).toList());
        Assertions.assertFalse(unused.get(0).getTotps().get(0).isUsed());
        Assertions.assertEquals(List.of(1L, 1L, 2L), List.of(count.getUnused(), count.getNone(), count.getTotal()));
        Assertions.assertTrue(users().count().getTotal() >= 2);
    }

    @Test
    public void writesCsv() {
        String name = UUID.randomUUID().toString();
        createUser(name);

        String csv = users().listAsCsv("none", null, null, name, null, null);

        Assertions.assertTrue(csv.contains("," + name + ","), csv);
    }

    @Test
    public void refusesAnUnknownStatus() {
        Assertions.assertThrows(BadRequestException.class, () -> users().list("unknown", null, null));
    }

    private UsersTotpStatusResource users() {
        return realm.admin().users().totpStatus();
    }

    private String createUser(String name) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(name);
        user.setEnabled(true);
        try (Response created = realm.admin().users().create(user)) {
            return CreatedResponseUtil.getCreatedId(created);
        }
    }
}
