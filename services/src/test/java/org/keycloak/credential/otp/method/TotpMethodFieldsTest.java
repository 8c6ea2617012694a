package org.keycloak.credential.otp.method;

import java.util.List;
import java.util.stream.Stream;

import org.keycloak.credential.CredentialField;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What each field allows, its default, and what its error message says. */
class TotpMethodFieldsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "name | | 1 to 255 characters, not blank, without control characters",
            "issuer | | 1 to 255 characters, not blank, without control characters",
            "period | 30 | 10 to 300",
            "keySize | 32 | 20 to 128",
            "qrSize | 246 | 0 or 100 to 1000",
            "algorithm | HmacSHA1 | HmacSHA1, HmacSHA256, HmacSHA512, SHA1, SHA256 or SHA512",
            "digits | 6 | 6 or 8",
            "skew | 1 | 0 or 1",
            "maxValidationAttempts | 5 | 1 to 20",
            "lockAfter | 0 | 0 or 1 to 100",
            "activateWithin | 0 | 0 or 60 to 31536000" })
    void defaultsAndWhatIsAllowed(String name, String byDefault, String allowed) {
        CredentialField field = all().filter(it -> it.getName().equals(name)).findFirst().orElseThrow();

        assertEquals(byDefault, field.getDefaultValue() == null ? null : field.getDefaultValue().toString());
        assertEquals(allowed, field.getAllowed());
        assertEquals(byDefault == null, field.isRequired());
    }

    @Test
    void defaultsAreAllowed() {
        assertTrue(all().filter(field -> field.getDefaultValue() != null).allMatch(field -> field.allows(null, field.getDefaultValue())));
    }

    @Test
    void consolesHaveAFormOfThem() {
        assertTrue(all().allMatch(field -> field.getLabel() != null && field.getHelpText() != null));
        assertEquals(List.of("issuer", "period", "keySize", "qrSize", "algorithm", "digits", "skew", "maxValidationAttempts", "lockAfter",
                "activateWithin"),
                new DefaultTotpMethodProviderFactory().getConfigProperties().stream().map(property -> property.getName()).toList());
    }

    @Test
    void onlyACreationNeedsFields() {
        assertEquals(List.of("name", "issuer"), TotpMethodFields.forCreation().stream().filter(CredentialField::isRequired).map(CredentialField::getName).toList());
        assertTrue(TotpMethodFields.forUpdate().stream().noneMatch(CredentialField::isRequired));
    }

    private static Stream<CredentialField> all() {
        return Stream.concat(Stream.of(TotpMethodFields.name()), TotpMethodFields.config().stream());
    }
}
