package org.keycloak.testsuite.providers;

import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

/**
 * A badge that opens doors.
 */
public final class BadgeCredentialModel extends CredentialModel {

    public static final String TYPE = "badge";

    private BadgeCredentialModel() {
        setType(TYPE);
    }

    static BadgeCredentialModel of(BadgeRepresentation badge) {
        BadgeCredentialModel model = new BadgeCredentialModel();
        model.setCreatedDate(Time.currentTimeMillis());
        model.setCredentialData(JsonSerialization.valueAsString(
                new Data(badge.getNumber(), badge.getFloor(), badge.isVisitor(), badge.getColour(), badge.isPermanent(), badge.getSerial())));
        model.setSecretData(JsonSerialization.valueAsString(new Secret(badge.getPin())));
        return model;
    }

    static BadgeCredentialModel of(CredentialModel stored) {
        BadgeCredentialModel model = new BadgeCredentialModel();
        model.setId(stored.getId());
        model.setCreatedDate(stored.getCreatedDate());
        model.setUserLabel(stored.getUserLabel());
        model.setCredentialData(stored.getCredentialData());
        model.setSecretData(stored.getSecretData());
        return model;
    }

    Data data() {
        return JsonSerialization.valueFromString(getCredentialData(), Data.class);
    }

    record Data(String number, int floor, boolean visitor, String colour, boolean permanent, String serial) {
    }

    record Secret(String pin) {
    }
}
