package org.keycloak.testsuite.providers;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.keycloak.credential.CredentialCreator;
import org.keycloak.credential.CredentialField;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.InvalidFieldException;
import org.keycloak.credential.NewCredential;
import org.keycloak.credential.NewCredential.QrCode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * A type of credential that somebody else brings. It has fields of all kinds, and refusals and failures of its own.
 */
public final class BadgeCredentialProvider implements CredentialCreator<BadgeCredentialModel, BadgeRepresentation> {

    /** The provider refuses numbers that begin with this digit. */
    public static final String RESERVED = "0";
    public static final String REFUSAL = "Numbers of this range are the porter's.";

    /** The provider fails for a badge of this colour, when all is done except the commit. */
    public static final String FAILING_COLOUR = "red";

    /** A badge with this PIN has a QR code with too much content. */
    public static final String UNDRAWABLE_PIN = "00000000";

    private final KeycloakSession session;

    BadgeCredentialProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public String getType() {
        return BadgeCredentialModel.TYPE;
    }

    @Override
    public Class<BadgeRepresentation> getRepresentationType() {
        return BadgeRepresentation.class;
    }

    @Override
    public List<CredentialField> getFields(RealmModel realm) {
        return List.of(
                CredentialField.text("number", 4, 12).required().describedAs("Number", "The number on the badge, in digits."),
                CredentialField.integer("floor").options("-1").range(1, 40).defaultValue(1).describedAs("Floor", "Where the badge opens doors; -1 for the garage."),
                CredentialField.flag("visitor").defaultValue(false).describedAs("Visitor", "Whether it is a visitor's."),
                CredentialField.list("colour", "white", "yellow", FAILING_COLOUR).defaultValue("white").describedAs("Colour", "Colour of the badge."),
                CredentialField.text("pin", 4, 8).secret().describedAs("PIN", "To be typed beside the badge."),
                CredentialField.flag("permanent").describedAs("Permanent", "Whether the badge can't be taken away any more."));
    }

    @Override
    public NewCredential<BadgeCredentialModel, BadgeRepresentation> newCredential(RealmModel realm, UserModel user, BadgeRepresentation request) {
        if (!request.getNumber().chars().allMatch(Character::isDigit)) {
            throw new InvalidFieldException("number", "digits");
        }
        if (request.getNumber().startsWith(RESERVED)) {
            throw new ModelValidationException(REFUSAL);
        }
        request.setFloor(Objects.requireNonNullElse(request.getFloor(), 1));
        request.setVisitor(Objects.requireNonNullElse(request.isVisitor(), false));
        request.setColour(Objects.requireNonNullElse(request.getColour(), "white"));
        request.setPermanent(Objects.requireNonNullElse(request.isPermanent(), false));
        request.setSerial("S-" + UUID.randomUUID());
        QrCode qrCode = UNDRAWABLE_PIN.equals(request.getPin()) ? new QrCode("x".repeat(3000), 246) : null;
        return new NewCredential<>(BadgeCredentialModel.of(request), null, request, qrCode);
    }

    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, BadgeCredentialModel badge) {
        CredentialModel stored = user.credentialManager().createStoredCredential(badge);
        if (FAILING_COLOUR.equals(badge.data().colour())) {
            throw new BadgePrinterException();
        }
        return stored;
    }

    @Override
    public boolean deleteCredential(RealmModel realm, UserModel user, String id) {
        CredentialModel stored = user.credentialManager().getStoredCredentialById(id);
        return stored != null && !getCredentialFromModel(stored).data().permanent() && user.credentialManager().removeStoredCredentialById(id);
    }

    @Override
    public BadgeCredentialModel getCredentialFromModel(CredentialModel model) {
        return BadgeCredentialModel.of(model);
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return CredentialTypeMetadata.builder()
                .type(getType())
                .category(CredentialTypeMetadata.Category.TWO_FACTOR)
                .displayName("Badge")
                .helpText("Opens doors.")
                .removeable(true)
                .build(session);
    }

    /** A failure that only this provider knows. */
    public static final class BadgePrinterException extends RuntimeException {

        BadgePrinterException() {
            super("The badge printer is out of ink");
        }
    }
}
