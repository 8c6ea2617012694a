package org.keycloak.testsuite.handout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.Base32;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * A box of tokens is read in.
 */
class HardwareTokensTest extends AbstractHandoutTest {

    private static final String ENTRA = "upn,serial number,secret key,time interval,manufacturer,model\n";

    @Test
    void tokensOfAListLogTheirUsersIn() throws IOException, InterruptedException {
        TestUser user = newUser();
        TestUser other = newUser();
        String seed = seed();
        String otherSeed = seed();
        Files.writeString(file("tokens.csv"), ENTRA + entra(user, "T-1", seed) + entra(other, "T-2", otherSeed));

        program().run("import", "tokens.csv").assertStatus(0);

        assertEquals(List.of("T-1"), user.otpLabels());
        assertValid(user.totp().verifyCode(Authenticator.of(decode(seed)).code()));
        assertValid(other.totp().verifyCode(Authenticator.of(decode(otherSeed)).code()));
    }

    @Test
    void rowsThatFailComeBackAndCanBeImportedWhenTheyAreMended() throws IOException, InterruptedException {
        TestUser user = newUser();
        TestUser later = newUser();
        String seed = seed();
        Files.writeString(file("tokens.csv"), ENTRA + entra(user, "T-3", seed()) + entra(later, "T-4", seed).replace(later.name(), "nobody-" + later.name()));

        HandoutProgram.Run run = program().run("import", "tokens.csv").assertStatus(3);

        String rejected = Files.readString(file("tokens-rejected.csv"));
        assertTrue(rejected.contains("User not found"), rejected);
        assertTrue(!run.toString().contains(seed), run::toString);
        Files.writeString(file("mended.csv"), rejected.replace("nobody-", ""));
        program().run("import", "mended.csv").assertStatus(0);
        assertValid(later.totp().verifyCode(Authenticator.of(decode(seed)).code()));
    }

    @Test
    void importIsRepeatedWithoutHarm() throws IOException, InterruptedException {
        TestUser user = newUser();
        Files.writeString(file("tokens.csv"), ENTRA + entra(user, "T-5", seed()));
        program().run("import", "tokens.csv").assertStatus(0);
        List<String> before = user.otpIds();

        program().run("import", "tokens.csv").assertStatus(0);

        assertEquals(before, user.otpIds());
    }

    @Test
    void dryRunNeedsNoServer() throws IOException, InterruptedException {
        TestUser user = newUser();
        Files.writeString(file("tokens.csv"), ENTRA + entra(user, "T-6", seed()));

        new HandoutProgram(new HandoutProgram.Login(List.of(), Map.of()), program().directory()).run("import", "tokens.csv", "--dry-run").assertStatus(0);

        assertTrue(user.otpIds().isEmpty());
    }

    private static String entra(TestUser user, String serial, String seed) {
        return String.join(",", user.name(), serial, seed, "30", "Maker", "Model") + "\n";
    }

    /** 20 bytes in Base32. */
    private static String seed() {
        return Base32.encode(UUID.randomUUID().toString().substring(0, 20).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] decode(String seed) {
        return Base32.decode(seed);
    }
}
