package org.keycloak.services.resources.admin.bulk;

import org.keycloak.credential.CredentialCreator;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The fields of a credential in a request for many users. They are those of a request for one user, except that a picture has to be asked for.
 */
final class BulkFields {

    static final String QR_SIZE = "qrSize";

    private BulkFields() {
    }

    /**
     * @param filled fields that are checked
     * @param user {@code null} for many users
     * @return the same fields, with a picture's size of 0 if the type has pictures and none was asked for
     */
    static ObjectNode withoutPicture(ObjectNode filled, CredentialCreator<?, ?> creator, RealmModel realm, UserModel user) {
        boolean hasPictures = creator.getFields(realm, user).stream().anyMatch(field -> field.getName().equals(QR_SIZE));
        return hasPictures && !filled.has(QR_SIZE) ? filled.put(QR_SIZE, 0) : filled;
    }
}
