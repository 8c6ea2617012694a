package org.keycloak.testsuite.admin;

import java.util.Base64;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;

import org.keycloak.admin.client.resource.UserCredentialsResource;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.representations.idm.VerifyTotpRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.QrCode;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;

/**
 * The endpoints as a stock Java admin client calls them.
 */
class AdminClientTest extends AbstractTotpTest {

    @Test
    void defaultsNeedNoRepresentation() {
        TestUser user = newUser();

        CreateTotpRepresentation created = user.totpClient().createTotp();

        assertEquals(created.getKeyUri(), QrCode.of(Base64.getDecoder().decode(created.getQrCode())).text());
        assertGranted(user.login(Authenticator.scan(created.getKeyUri()).code()));
    }

    @Test
    void representationIsSentAndReceivedWhole() {
        CreateTotpRepresentation totp = new CreateTotpRepresentation();
        totp.setUserLabel("Phone");
        totp.setIssuer("ACME");
        totp.setAlgorithm("SHA256");
        totp.setDigits(8);
        totp.setPeriod(60);
        totp.setKeySize(40);
        totp.setQrSize(0);
        totp.setReplaceExisting(true);
        TestUser user = newUser();

        CreateTotpRepresentation created = user.totpClient().createTotp(totp);

        assertEquals("Phone", created.getUserLabel());
        assertEquals("ACME", created.getIssuer());
        assertEquals("HmacSHA256", created.getAlgorithm());
        assertEquals(8, created.getDigits());
        assertEquals(60, created.getPeriod());
        assertEquals(40, created.getKeySize());
        assertEquals(0, created.getQrSize());
        assertTrue(created.isReplaceExisting());
        assertEquals(user.otpCredentials().get(0).getId(), created.getId());
        assertEquals(user.otpCredentials().get(0).getCreatedDate(), created.getCreatedDate());
    }

    @Test
    void pictureAloneIsAPng() {
        TestUser user = newUser();

        String keyUri = QrCode.of(user.totpClient().createTotpQrCode(new CreateTotpRepresentation())).text();

        assertGranted(user.login(Authenticator.scan(keyUri).code()));
    }

    @Test
    void refusalsAreExceptionsWithTheMessage() {
        UserCredentialsResource totp = newUser().totpClient();
        totp.createTotp();

        assertEquals("User already has totp. Remove first.", message(assertThrows(BadRequestException.class, totp::createTotp)));
    }

    @Test
    void codeIsVerifiedOnceAndGoneAfterRemoval() {
        UserCredentialsResource totp = newUser().totpClient();
        CreateTotpRepresentation created = totp.createTotp();
        VerifyTotpRepresentation code = new VerifyTotpRepresentation();
        code.setCode(Authenticator.scan(created.getKeyUri()).code());

        VerifyTotpRepresentation first = totp.verifyTotp(code);
        assertTrue(first.isValid());
        assertEquals(created.getId(), first.getId());
        assertFalse(totp.verifyTotp(code).isValid());

        totp.removeTotp();
        assertEquals("User has no totp.", message(assertThrows(BadRequestException.class, () -> totp.verifyTotp(code))));
    }

    private static String message(ClientErrorException refusal) {
        return refusal.getResponse().readEntity(ErrorRepresentation.class).getErrorMessage();
    }
}
