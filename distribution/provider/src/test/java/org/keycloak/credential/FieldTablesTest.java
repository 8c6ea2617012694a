package org.keycloak.credential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.credential.otp.TotpFields;
import org.keycloak.credential.otp.TotpSecret;
import org.keycloak.credential.otp.method.TotpMethodFields;
import org.keycloak.models.OTPPolicy;
import org.keycloak.provider.ProviderConfigProperty;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The tables of fields in the topics say what the fields' data say. */
class FieldTablesTest {

    private static final Path REPOSITORY = Path.of("../..");
    private static final String TOPICS = "docs/documentation/server_admin/topics/users/";
    private static final Pattern NAME = Pattern.compile("\\| ?`(\\w+)`");

    /** That of create-totp is in a patch of its own, without methods. */
    @Test
    void topicsSayWhatTheFieldsSay() throws IOException {
        assertSays(TOPICS + "proc-creating-totp-for-user.adoc", "|Field |Meaning |Default", "\n\n",
                Stream.concat(CredentialField.common().stream(), totp().stream()).toList());
        assertSays(TOPICS + "proc-managing-totp-methods.adoc", "|Field |Meaning |Default", "\n\n", method());
    }

    private static List<CredentialField> totp() {
        return new TotpFields(OTPPolicy.DEFAULT_POLICY).all();
    }

    private static List<CredentialField> method() {
        return Stream.concat(Stream.of(TotpMethodFields.name()), TotpMethodFields.config().stream()).toList();
    }

    private static void assertSays(String guide, String head, String end, List<CredentialField> fields) throws IOException {
        Map<String, String> rows = rows(Files.readString(REPOSITORY.resolve(guide)), head, end);

        assertEquals(fields.stream().map(CredentialField::getName).collect(Collectors.toSet()), rows.keySet(), guide);
        for (CredentialField field : fields) {
            for (String value : values(field)) {
                assertTrue(Pattern.compile("\\b" + value + "\\b").matcher(rows.get(field.getName())).find(), guide + ": " + field.getName() + " has no " + value);
            }
        }
    }

    /** The rows of the table below its head, by the name of the field. */
    private static Map<String, String> rows(String text, String head, String end) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String row : text.substring(text.indexOf(head) + head.length()).split(end)) {
            Matcher name = NAME.matcher(row.strip());
            if (name.lookingAt()) {
                rows.put(name.group(1), row);
            } else if (!rows.isEmpty()) {
                break;
            }
        }
        return rows;
    }

    private static List<String> values(CredentialField field) {
        List<Object> values = new ArrayList<>(Objects.requireNonNullElse(field.getOptions(), List.of()));
        if (ProviderConfigProperty.BOOLEAN_TYPE.equals(field.getType())) {
            values.addAll(List.of(true, false));
        }
        if (field.isSecret()) { // its characters are those of the longest way to write so many bytes
            values.addAll(List.of(TotpSecret.MIN_BYTES, TotpSecret.MAX_BYTES));
        } else {
            field.getValidators().values().forEach(config -> Stream.of("min", "max").map(config::get).filter(Objects::nonNull).forEach(values::add));
        }
        if (field.getDefaultValue() != null) {
            values.add(field.getDefaultValue());
        }
        return values.stream().map(String::valueOf).toList();
    }
}
