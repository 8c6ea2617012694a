package org.keycloak.testsuite.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.CreatedCredentials;
import org.keycloak.admin.client.resource.CredentialsClient;
import org.keycloak.admin.client.resource.UserCredentialsResource;
import org.keycloak.representations.idm.CreateCredentialsRepresentation;
import org.keycloak.representations.idm.CreateRecoveryAuthnCodesRepresentation;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.representations.idm.TotpMethodRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.idm.VerifyTotpRepresentation;

/**
 * What the documentation shows of the Java admin client (docs/guide/java-client.adoc), between tags.
 */
final class JavaClientExample {

    private JavaClientExample() {
    }

    // tag::enrol[]
    /** @return what is printed on the letter: the key URI, whose QR code is in the file */
    static String enrol(Keycloak keycloak, String realm, UserRepresentation user, Path qrCode) throws IOException {
        CreateTotpRepresentation request = new CreateTotpRepresentation();
        request.setUserLabel("Phone");
        request.setQrSize(400);

        CreateTotpRepresentation totp = CredentialsClient.of(keycloak).user(realm, user.getId()).createTotp(request);
        Files.write(qrCode, Base64.getDecoder().decode(totp.getQrCode()));
        return totp.getKeyUri();
    }
    // end::enrol[]

    // tag::refusal[]
    static String refusal(Keycloak keycloak, String realm, UserRepresentation user) {
        try {
            CredentialsClient.of(keycloak).user(realm, user.getId()).createTotp();
            return null;
        } catch (BadRequestException e) {
            return e.getResponse().readEntity(ErrorRepresentation.class).getErrorMessage(); // User already has totp. Remove first.
        }
    }
    // end::refusal[]

    // tag::enrol-many[]
    /** @return key URIs by the names of the users */
    static Map<String, String> enrol(Keycloak keycloak, String realm, String group) throws IOException {
        CreateCredentialsRepresentation.UserSelection members = new CreateCredentialsRepresentation.UserSelection();
        members.setGroup(group);
        members.setSubGroups(true);
        CreateCredentialsRepresentation request = new CreateCredentialsRepresentation();
        request.setUsers(members);

        Map<String, String> keyUris = new TreeMap<>();
        try (CreatedCredentials lines = CreatedCredentials.of(CredentialsClient.of(keycloak).users(realm).createTotps(request))) {
            while (lines.hasNext()) {
                CreatedCredentialRepresentation user = lines.next();
                switch (user.getStatus()) {
                    case "created" -> keyUris.put(user.getUsername(), (String) user.getCredential().get("keyUri"));
                    case "failed" -> System.err.println(user.getUsername() + ": " + user.getMessage());
                    default -> System.out.println(user.getUsername() + " has a TOTP already");
                }
            }
            System.out.println(lines.sums().getCreated() + " users have a new TOTP");
        }
        return keyUris;
    }
    // end::enrol-many[]

    // tag::verify[]
    static boolean verify(Keycloak keycloak, String realm, UserRepresentation user, String codeOfTheUser) {
        VerifyTotpRepresentation code = new VerifyTotpRepresentation();
        code.setCode(codeOfTheUser);
        return CredentialsClient.of(keycloak).user(realm, user.getId()).verifyTotp(code).isValid();
    }
    // end::verify[]

    // tag::recovery-codes[]
    static List<String> recoveryCodes(Keycloak keycloak, String realm, UserRepresentation user) {
        UserCredentialsResource credentials = CredentialsClient.of(keycloak).user(realm, user.getId());
        try (Response reply = credentials.createCredential("recovery-authn-codes", new CreateRecoveryAuthnCodesRepresentation())) {
            return reply.readEntity(CreateRecoveryAuthnCodesRepresentation.class).getCodes();
        }
    }
    // end::recovery-codes[]

    // tag::token[]
    /** A hardware token, whose secret its maker has written down in Base32. */
    static void giveToken(Keycloak keycloak, String realm, UserRepresentation user, String secret) {
        TotpMethodRepresentation tokens = new TotpMethodRepresentation();
        tokens.setName("tokens");
        tokens.setIssuer("Demo Ltd");
        tokens.setAlgorithm("SHA256");
        tokens.setDigits(8);
        CredentialsClient.of(keycloak).totpMethods(realm).create(tokens).close();

        CreateTotpRepresentation request = new CreateTotpRepresentation();
        request.setMethod("tokens");
        request.setUserLabel("Token");
        request.setTotpSecret(secret);
        request.setSecretEncoding("BASE32");
        request.setQrSize(0);
        CredentialsClient.of(keycloak).user(realm, user.getId()).createTotp(request);
    }
    // end::token[]
}
