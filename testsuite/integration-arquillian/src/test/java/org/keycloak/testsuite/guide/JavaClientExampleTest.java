package org.keycloak.testsuite.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.Base32;
import org.keycloak.testsuite.totp.QrCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;

/**
 * The documentation's Java does what the documentation says.
 */
class JavaClientExampleTest extends AbstractTotpTest {

    private static final String TOKEN_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    @TempDir
    private Path directory;

    @Test
    void enrolsAGroup() throws IOException {
        GroupRepresentation staff = new GroupRepresentation();
        staff.setName("staff-" + UUID.randomUUID());
        realm().resource().groups().add(staff).close();
        TestUser member = realm().newUser(user -> user.setGroups(List.of("/" + staff.getName())));

        Map<String, String> keyUris = JavaClientExample.enrol(realm().admin(), realm().name(), "/" + staff.getName());

        assertEquals(Set.of(member.name()), keyUris.keySet());
        assertGranted(member.login(Authenticator.scan(keyUris.get(member.name())).code()));
        assertEquals(Map.of(), JavaClientExample.enrol(realm().admin(), realm().name(), "/" + staff.getName()));
    }

    @Test
    void doesWhatTheGuideSays() throws IOException {
        Keycloak keycloak = realm().admin();
        String realm = realm().name();
        TestUser user = newUser();
        UserRepresentation representation = user.resource().toRepresentation();
        Path qrCode = directory.resolve("qr-code.png");

        String keyUri = JavaClientExample.enrol(keycloak, realm, representation, qrCode);

        assertEquals(keyUri, QrCode.of(Files.readAllBytes(qrCode)).text());
        Authenticator phone = Authenticator.scan(keyUri);
        assertGranted(user.login(phone.code()));
        assertEquals("User already has totp. Remove first.", JavaClientExample.refusal(keycloak, realm, representation));
        assertEquals(12, JavaClientExample.recoveryCodes(keycloak, realm, representation).size());
        JavaClientExample.giveToken(keycloak, realm, representation, TOKEN_SECRET);
        assertTrue(JavaClientExample.verify(keycloak, realm, representation,
                new Authenticator(Base32.decode(TOKEN_SECRET), "SHA256", 8, 30).code()));
    }
}
