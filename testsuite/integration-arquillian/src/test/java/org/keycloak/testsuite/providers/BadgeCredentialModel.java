package org.keycloak.testsuite.providers;

import java.io.IOException;
import java.io.UncheckedIOException;

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
        model.setCredentialData(json(
                new Data(badge.getNumber(), badge.getFloor(), badge.isVisitor(), badge.getColour(), badge.isPermanent(), badge.getSerial())));
        model.setSecretData(json(new Secret(badge.getPin())));
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
        try {
            return JsonSerialization.readValue(getCredentialData(), Data.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Object value) {
        return JsonSerialization.mapper.valueToTree(value).toString();
    }

    record Data(String number, int floor, boolean visitor, String colour, boolean permanent, String serial) {
    }

    record Secret(String pin) {
    }
}
