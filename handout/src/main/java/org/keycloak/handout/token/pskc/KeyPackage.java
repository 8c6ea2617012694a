package org.keycloak.handout.token.pskc;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.keycloak.handout.token.RejectedRow;
import org.keycloak.handout.token.Token;
import org.keycloak.handout.token.TokenLimits;
import org.keycloak.handout.token.UserKind;

/** One token of the container: its device and its key. */
final class KeyPackage {

    private final int number;
    private final XmlElement key;
    private final XmlElement device;
    private final EncryptedValues encrypted;

    /**
     * @param number which package of the file it is, from 1
     * @param element {@code KeyPackage}
     */
    KeyPackage(int number, XmlElement element, EncryptedValues encrypted) {
        XmlElement nothing = new XmlElement("", "", Map.of(), "", List.of());
        this.number = number;
        this.key = element.child("Key").orElse(nothing);
        this.device = element.child("DeviceInfo").orElse(nothing);
        this.encrypted = encrypted;
    }

    /**
     * @throws IllegalArgumentException if the token can't be imported
     */
    Token token(Instant now) {
        TotpKey totp = TotpKey.of(key);
        Policy.checkDates(device, "The token", now);
        key.child("Policy").ifPresent(policy -> Policy.check(policy, now));
        DataValues data = new DataValues(key.child("Data").orElseThrow(() -> new IllegalArgumentException("The key has no Data, and so no secret")),
                encrypted);
        String user = user().orElse(null);
        return new Token(serial(), user, user == null ? null : UserKind.USERNAME, TokenLimits.secret(data.secret()), totp.algorithm(), totp.digits(),
                data.integer("TimeInterval").map(TokenLimits::period).orElse(null), device.text("Manufacturer").orElse(null),
                device.text("Model").orElse(null), number, fields(user));
    }

    RejectedRow rejected(String reason) {
        return new RejectedRow(number, reason, fields(userOrNothing()));
    }

    /** A key that isn't of a device has its identifier instead. */
    private String serial() {
        return device.text("SerialNo").or(() -> key.attribute("Id")).orElse(null);
    }

    /** The key's user is more particular than the device's, which can be an organisation. */
    private Optional<String> user() {
        return key.text("UserId").flatMap(UserId::username).or(() -> device.text("UserId").flatMap(UserId::username));
    }

    private String userOrNothing() {
        try {
            return user().orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private List<String> fields(String user) {
        return List.of(serial() == null ? "" : serial(), user == null ? "" : user);
    }
}
