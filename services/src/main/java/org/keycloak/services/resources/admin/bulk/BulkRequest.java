package org.keycloak.services.resources.admin.bulk;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a request for many users asks for.
 *
 * @param type of the credentials
 * @param path of the endpoint below a user, for events: {@code create-totp}, for example
 * @param credential fields of each credential, checked; {@code null} if each line has its own
 * @param attributes of users, for the reply
 * @param dryRun whether nothing is to be changed
 */
record BulkRequest(String type, String path, ObjectNode credential, List<String> attributes, boolean dryRun) {

    /** Without the components, so that no secret gets into a log. */
    @Override
    public String toString() {
        return "BulkRequest[" + type + "]";
    }
}
