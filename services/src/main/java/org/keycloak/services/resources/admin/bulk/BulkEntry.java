package org.keycloak.services.resources.admin.bulk;

import org.keycloak.credential.UserBatchProvider.Key;
import org.keycloak.models.ModelValidationException;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A user of a request for many users.
 *
 * @param line number of the line that names the user, the first is 1; 0 for a user of a selection
 * @param key what the value is; {@code null} if the line can't be read
 * @param value as the client sent it, except for a listed user
 * @param fields of the credential, as the client sent them; {@code null} for the fields of the selection
 * @param listed whether Keycloak listed the user: the value is a stored id then
 * @param fault what is wrong with the entry, or {@code null}
 */
record BulkEntry(int line, Key key, String value, JsonNode fields, boolean listed, String fault) {

    static BulkEntry listed(String id) {
        return new BulkEntry(0, Key.ID, id, null, true, null);
    }

    static BulkEntry named(Key key, String value) {
        return new BulkEntry(0, key, value, null, false, null);
    }

    static BulkEntry ofLine(int line, Key key, String value, JsonNode fields) {
        return new BulkEntry(line, key, value, fields, false, null);
    }

    static BulkEntry invalid(int line, ModelValidationException fault) {
        return new BulkEntry(line, null, null, null, false, fault.getMessage());
    }

    BulkEntry with(String newFault) {
        return new BulkEntry(line, key, value, fields, listed, newFault);
    }

    /** Without the components, so that no secret gets into a log. */
    @Override
    public String toString() {
        return "BulkEntry[" + line + "]";
    }
}
