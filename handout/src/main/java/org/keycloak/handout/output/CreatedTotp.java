package org.keycloak.handout.output;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.keycloak.representations.idm.CreatedCredentialRepresentation;

/**
 * The TOTP in the line of a user. It has no {@code toString} with a secret.
 *
 * @param line with the status {@code created}
 * @param activateWithin how long a TOTP may stay unused; {@code null} if it may for ever
 */
public record CreatedTotp(CreatedCredentialRepresentation line, Duration activateWithin) {

    /** Whether outputs can be made of the line. A server or a proxy with a fault can send anything. */
    public boolean isComplete() {
        Map<String, Object> totp = line.getCredential();
        return line.getId() != null && line.getUsername() != null && totp != null && totp.get("createdDate") instanceof Number
                && totp.get("totpSecretEncoded") instanceof String && totp.get("keyUri") instanceof String uri && isUri(uri)
                && (totp.get("method") == null || totp.get("method") instanceof String);
    }

    private static boolean isUri(String text) {
        try {
            URI.create(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false; // its message has the secret
        }
    }

    /** The secret in Base32, without padding. */
    public String key() {
        return text("totpSecretEncoded");
    }

    /** Content of the QR code (key URI format). */
    public String keyUri() {
        return text("keyUri");
    }

    public String issuer() {
        return text("issuer");
    }

    /** Name of the device; {@code null} if it has none. */
    public String userLabel() {
        return text("userLabel");
    }

    public Instant created() {
        return Instant.ofEpochMilli(((Number) line.getCredential().get("createdDate")).longValue());
    }

    /** When the TOTP expires if it isn't used before; {@code null} if it doesn't. */
    public Instant deadline() {
        return activateWithin == null ? null : created().plus(activateWithin);
    }

    /** First value of an attribute of the user that the run asked for; {@code null} if there is none. */
    public String attribute(String name) {
        List<String> values = line.getAttributes() == null ? null : line.getAttributes().get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    private String text(String field) {
        Object value = line.getCredential().get(field);
        return value == null ? null : value.toString();
    }

    @Override
    public String toString() {
        return "TOTP of " + line.getUsername();
    }
}
