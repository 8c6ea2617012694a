package org.keycloak.credential.totp;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class TotpCredentialIdTest {

    @Test
    void dependsOnTheUserAlone() {
        assertEquals(TotpCredentialId.of("alice"), TotpCredentialId.of("alice"));
        assertNotEquals(TotpCredentialId.of("alice"), TotpCredentialId.of("bob"));
    }

    @Test
    void isAUuidOfVersionEight() {
        for (int user = 0; user < 100; user++) {
            UUID id = UUID.fromString(TotpCredentialId.of("user" + user));
            assertEquals(8, id.version());
            assertEquals(2, id.variant());
        }
    }
}
