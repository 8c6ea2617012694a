package org.keycloak.handout.token;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.util.JsonSerialization;

/**
 * A request for many users: a line of JSON for each token.
 *
 * @param tokens in the order of the lines
 * @param body NDJSON in UTF-8
 */
record ImportRequest(List<Token> tokens, byte[] body) {

    /** The server takes 10 MB. */
    private static final int MAX_BYTES = 9_000_000;

    /** Requests that the server takes: as few as can be. */
    static List<ImportRequest> of(List<Token> tokens, ImportFields fields) {
        List<ImportRequest> requests = new ArrayList<>();
        List<Token> part = new ArrayList<>();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Token token : tokens) {
            byte[] line = line(token, fields);
            if (body.size() + line.length > MAX_BYTES) {
                requests.add(new ImportRequest(List.copyOf(part), body.toByteArray()));
                part.clear();
                body.reset();
            }
            part.add(token);
            body.writeBytes(line);
        }
        if (!part.isEmpty()) {
            requests.add(new ImportRequest(List.copyOf(part), body.toByteArray()));
        }
        return requests;
    }

    private static byte[] line(Token token, ImportFields fields) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(token.userKind().toString(), token.user());
        line.put("totpSecret", HexFormat.of().formatHex(token.secret()));
        line.put("secretEncoding", "HEX");
        line.put("algorithm", token.algorithm() == null ? fields.algorithm() : token.algorithm());
        line.put("digits", token.digits() == null ? fields.digits() : token.digits());
        line.put("period", token.period() == null ? fields.period() : token.period());
        line.put("userLabel", fields.label().of(token));
        line.put("method", fields.method());
        line.put("replaceExisting", fields.replace() ? true : null);
        line.values().removeIf(value -> value == null);
        try {
            return (JsonSerialization.mapper.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
