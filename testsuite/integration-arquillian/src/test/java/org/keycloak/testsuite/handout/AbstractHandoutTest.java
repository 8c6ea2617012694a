package org.keycloak.testsuite.handout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.ManyUsers;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.KeyUri;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * A test that runs the program in an empty directory.
 */
abstract class AbstractHandoutTest extends AbstractTotpTest {

    @TempDir
    private Path temporary;

    private HandoutProgram program;

    @Override
    protected TestRealm newRealm() {
        return TestRealm.create(server());
    }

    @BeforeEach
    void makeDirectory() throws IOException {
        program = HandoutProgram.of(server(), realm(), Files.createDirectory(temporary.resolve("work")));
    }

    protected HandoutProgram program() {
        return program;
    }

    protected Path file(String name) {
        return program.directory().resolve(name);
    }

    /** A group of users without a TOTP. */
    protected TestGroup group() {
        return TestGroup.in(realm());
    }

    protected List<TestUser> members(TestGroup group, int number) {
        return ManyUsers.in(realm(), number, user -> {
            user.setGroups(List.of(group.path()));
            user.setFirstName("Erika");
            user.setLastName("Mustermann");
        });
    }

    /**
     * Each user has one TOTP, and one of the QR codes makes an app that gives codes for it.
     *
     * @param keyUris contents of the QR codes, whose account is the user's name
     */
    protected static void assertEachHas(List<TestUser> users, List<String> keyUris) {
        assertEachHas(users, keyUris, 1);
    }

    /**
     * @param step 1 if the code of each user is judged, 10 if it is the code of every tenth one
     */
    protected static void assertEachHas(List<TestUser> users, List<String> keyUris, int step) {
        Map<String, String> uriByAccount = new HashMap<>();
        for (String uri : keyUris) {
            String label = KeyUri.parse(uri).label();
            assertNull(uriByAccount.put(label.substring(label.indexOf(':') + 1), uri), "two sheets of " + label);
        }
        assertEquals(users.stream().map(TestUser::name).collect(Collectors.toSet()), uriByAccount.keySet());
        users.forEach(user -> assertEquals(1, user.otpIds().size()));
        for (int index = 0; index < users.size(); index += step) {
            TestUser user = users.get(index);
            assertValid(user.totp().verifyCode(Authenticator.scan(uriByAccount.get(user.name())).code()));
        }
    }
}
