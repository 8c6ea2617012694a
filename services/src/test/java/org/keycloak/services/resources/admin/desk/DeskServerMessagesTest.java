package org.keycloak.services.resources.admin.desk;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.keycloak.credential.CredentialExistsException;
import org.keycloak.credential.InvalidFieldException;
import org.keycloak.services.credential.CredentialChange;
import org.keycloak.services.resources.admin.CredentialCreation;
import org.keycloak.services.resources.admin.VerifyTotpResource;
import org.keycloak.services.resources.admin.bulk.BulkMessages;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The page has texts of its own for messages of the server, which it knows by parts of them. */
class DeskServerMessagesTest {

    private static final String SCRIPT = PageSources.read(PageSources.DIRECTORY.resolve("server-messages.js"));
    private static final Pattern TABLE = Pattern.compile("const (\\w+) = \\{(.*?)\\n}", Pattern.DOTALL);
    private static final Pattern PART = Pattern.compile("\"([^\"]+)\": \"");
    private static final List<String> OF_REQUESTS = List.of(new CredentialExistsException("totp").getMessage(), VerifyTotpResource.NO_TOTP, CredentialChange.LABEL_TAKEN,
            CredentialCreation.TYPE_NOT_FOUND, CredentialChange.READ_ONLY, new InvalidFieldException("group", "").getMessage());
    private static final List<String> OF_LINES = List.of(BulkMessages.NOT_FOUND, BulkMessages.NO_RIGHT, BulkMessages.IMPOSSIBLE, CredentialChange.READ_ONLY,
            CredentialChange.CONFLICT, BulkMessages.SERVER_FAILED);

    @Test
    void eachPartIsInOneMessageOfTheServer() {
        assertKnown(OF_REQUESTS, "TEXTS");
        assertKnown(OF_LINES, "TEXTS_OF_LINES");
    }

    /** In the order of the table. */
    private static void assertKnown(List<String> messages, String table) {
        List<String> parts = parts(table).toList();
        assertEquals(messages, parts.stream().flatMap(part -> messages.stream().filter(message -> message.contains(part))).toList(), parts::toString);
    }

    private static Stream<String> parts(String table) {
        return TABLE.matcher(SCRIPT).results().filter(it -> it.group(1).equals(table)).flatMap(it -> PART.matcher(it.group(2)).results()).map(it -> it.group(1));
    }
}
