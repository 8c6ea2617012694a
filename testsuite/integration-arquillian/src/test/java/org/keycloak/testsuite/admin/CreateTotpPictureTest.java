package org.keycloak.testsuite.admin;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.KeyUri;
import org.keycloak.testsuite.totp.QrCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;

/**
 * The picture of the QR code: its size, and whether its content has room.
 */
class CreateTotpPictureTest extends AbstractTotpTest {

    @ParameterizedTest
    @ValueSource(ints = {100, 246, 1000})
    void pictureIsAsLargeAsAskedForAndHoldsTheKeyUri(int size) {
        HttpReply reply = newUser().totp().create(Json.object("qrSize", size, "issuer", "A"));

        assertEquals(200, reply.status(), reply::toString);
        QrCode qrCode = QrCode.of(reply.field("qrCode"));
        assertEquals(size, qrCode.picture().getWidth());
        assertEquals(size, qrCode.picture().getHeight());
        assertEquals(reply.field("keyUri"), qrCode.text());
    }

    @Test
    void noPictureAtSizeZero() {
        HttpReply reply = newUser().totp().create(Json.object("qrSize", 0));

        assertEquals(200, reply.status(), reply::toString);
        assertFalse(reply.json().hasNonNull("qrCode"));
        assertEquals(0, reply.json().get("qrSize").intValue());
        assertTrue(reply.json().hasNonNull("keyUri"));
    }

    @Test
    void pictureAloneIsRepliedWhereAskedFor() {
        TestUser user = newUser();

        HttpReply reply = user.totp().createPicture(Json.object("qrSize", 321));

        assertEquals(200, reply.status());
        assertEquals("image/png", reply.header("Content-Type").orElseThrow());
        assertEquals("no-store", reply.header("Cache-Control").orElseThrow());
        QrCode qrCode = QrCode.of(reply.bytes());
        assertEquals(321, qrCode.picture().getWidth());
        assertGranted(user.login(Authenticator.scan(qrCode.text()).code()));
    }

    /** A phone can't read a picture with one pixel a module. */
    @Test
    void defaultPictureGrowsWithItsContent() {
        HttpReply reply = newUser(255).totp().create(Json.object("issuer", "ü".repeat(255)));

        assertEquals(200, reply.status(), reply::toString);
        int size = reply.json().get("qrSize").intValue();
        assertTrue(size > 246, size + " pixels");
        assertEquals(size, QrCode.of(reply.field("qrCode")).picture().getWidth());
    }

    @Test
    void namesThatNoQrCodeHoldsAreRefusedUnlessNoneIsAskedFor() {
        TestUser user = realm().newUser(it -> it.setUsername("ü".repeat(255)));
        String issuer = "\uD83D\uDD11".repeat(127);

        HttpReply refused = user.totp().create(Json.object("issuer", issuer, "qrSize", 1000));

        assertEquals(400, refused.status(), refused::toString);
        assertTrue(refused.errorMessage().contains("qrSize"), refused::toString);
        assertTrue(user.otpCredentials().isEmpty());
        HttpReply reply = user.totp().create(Json.object("issuer", issuer, "qrSize", 0));
        assertEquals(200, reply.status(), reply::toString);
        KeyUri uri = KeyUri.parse(reply.field("keyUri"));
        assertEquals(issuer, uri.parameter("issuer"));
    }

    @Test
    void pictureTooSmallForItsContentIsRefused() {
        TestUser user = newUser(255);

        HttpReply refused = user.totp().create(Json.object("issuer", "x".repeat(255), "qrSize", 100));

        assertEquals(400, refused.status(), refused::toString);
        assertTrue(refused.errorMessage().contains("qrSize"), refused::toString);
        assertTrue(user.otpCredentials().isEmpty());
    }

    @Test
    void labelDoesWithoutTheIssuerWhereAQrCodeHasNoRoomForIt() {
        TestUser user = newUser(255);
        String issuer = "ü".repeat(255);

        HttpReply reply = user.totp().create(Json.object("issuer", issuer));

        assertEquals(200, reply.status(), reply::toString);
        KeyUri uri = KeyUri.parse(reply.field("keyUri"));
        assertEquals(user.name(), uri.label());
        assertEquals(issuer, uri.parameter("issuer"));
        assertEquals(reply.field("keyUri"), QrCode.of(reply.field("qrCode")).text());
    }

    private TestUser newUser(int lengthOfName) {
        return realm().newUser(user -> user.setUsername((user.getUsername() + "-".repeat(lengthOfName)).substring(0, lengthOfName)));
    }
}
