package org.keycloak.handout.journal;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import org.keycloak.representations.idm.CreatedCredentialRepresentation;
import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * One line of a journal: {@code {"header":{…}}}, {@code {"note":{…}}}, or the line of a user as the server sent it.
 *
 * @param header {@code null} in the lines of the other kinds, as are the following
 */
record JournalRecord(JsonNode header, Map<String, Object> note, CreatedCredentialRepresentation user) {

    private static final ObjectMapper JSON = JsonSerialization.mapper.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final TypeReference<Map<String, Object>> NOTE = new TypeReference<>() {
    };

    static JournalRecord header(Object header) {
        return new JournalRecord(JSON.valueToTree(header), null, null);
    }

    static JournalRecord note(Map<String, Object> note) {
        return new JournalRecord(null, note, null);
    }

    static JournalRecord user(CreatedCredentialRepresentation user) {
        return new JournalRecord(null, null, user);
    }

    /**
     * @return empty for what isn't such a line; why isn't told, because a parser's message quotes the line, which has a secret
     */
    static Optional<JournalRecord> read(byte[] json) {
        try {
            JsonNode line = JSON.readTree(json);
            if (line.has("header")) {
                return Optional.of(header(line.get("header")));
            } else if (line.has("note")) {
                return Optional.ofNullable(JSON.convertValue(line.get("note"), NOTE)).map(JournalRecord::note);
            }
            CreatedCredentialRepresentation user = JSON.treeToValue(line, CreatedCredentialRepresentation.class);
            return Optional.ofNullable(user).filter(JournalRecord::isCreated).map(JournalRecord::user);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean isCreated(CreatedCredentialRepresentation line) {
        return "created".equals(line.getStatus()) && line.getId() != null && line.getCredential() != null;
    }

    byte[] toJson() throws IOException {
        return JSON.writeValueAsBytes(user != null ? user : header != null ? Map.of("header", header) : Map.of("note", note));
    }

    <H> H headerAs(Class<H> type) {
        return JSON.convertValue(header, type);
    }

    @Override
    public String toString() {
        return "line of a journal";
    }
}
