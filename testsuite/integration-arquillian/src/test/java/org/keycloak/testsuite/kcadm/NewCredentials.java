package org.keycloak.testsuite.kcadm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TotpEndpoints;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.Base32;
import org.keycloak.testsuite.totp.KeyUri;

/**
 * The credentials that a reader made, and whether the reader can hand them out: nothing shows their secrets again.
 */
final class NewCredentials {

    private static final Pattern KEY_URI = Pattern.compile("otpauth://[^\",\\s]+");
    private static final Pattern SEED = Pattern.compile("\\b[A-Z2-7]{32,}\\b");
    private static final String CODES = "\"codes\" : [ \"";

    private final TestRealm anyRealm;
    private final Set<String> seen = new HashSet<>();

    /**
     * @param anyRealm of the server
     */
    NewCredentials(TestRealm anyRealm) {
        this.anyRealm = anyRealm;
    }

    /**
     * Those that are new since last time and whose secret is in none of the texts that the reader has.
     *
     * @param realms their names
     */
    List<String> lost(List<String> realms, String texts) {
        List<String> lost = new ArrayList<>();
        for (String realm : realms) {
            for (UserRepresentation user : anyRealm.admin().realm(realm).users().list()) {
                for (CredentialRepresentation credential : anyRealm.admin().realm(realm).users().get(user.getId()).credentials()) {
                    if (seen.add(credential.getId()) && !isIn(texts, realm, user, credential)) {
                        lost.add(credential.getType() + " of " + user.getUsername() + " in " + realm);
                    }
                }
            }
        }
        return lost;
    }

    private boolean isIn(String texts, String realm, UserRepresentation user, CredentialRepresentation credential) {
        return switch (credential.getType()) {
            case "otp" -> Stream.concat(ofKeyUris(texts, user), ofSeeds(texts, user)).anyMatch(app -> isRight(app.code(), realm, user, credential));
            case "recovery-authn-codes" -> texts.contains(CODES);
            default -> true;
        };
    }

    private static Stream<Authenticator> ofKeyUris(String texts, UserRepresentation user) {
        return KEY_URI.matcher(texts).results().map(MatchResult::group).distinct().filter(uri -> KeyUri.parse(uri).label().endsWith(":" + user.getUsername()))
                .map(Authenticator::scan);
    }

    /** Hardware tokens: rows of a table, with the user in the first column. */
    private static Stream<Authenticator> ofSeeds(String texts, UserRepresentation user) {
        return texts.lines().filter(line -> line.startsWith(user.getUsername() + ",")).flatMap(line -> SEED.matcher(line).results()).map(MatchResult::group).distinct()
                .map(seed -> Authenticator.of(Base32.decode(seed)));
    }

    private boolean isRight(String code, String realm, UserRepresentation user, CredentialRepresentation credential) {
        return "true".equals(new TotpEndpoints(anyRealm.http(), realm, user.getId()).verifyCode(code, credential.getId()).field("valid"));
    }
}
