package org.keycloak.services.resources.admin.bulk;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.keycloak.credential.InvalidFieldException;
import org.keycloak.credential.UserBatchProvider.Key;
import org.keycloak.models.ModelValidationException;
import org.keycloak.services.credential.CredentialFields;
import org.keycloak.utils.StringUtil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The lines of a request in NDJSON: a JSON object for each user. A line is parsed when it is its turn. Lines without a character are left
 * out.
 */
final class BulkLines implements Iterator<BulkEntry> {

    static final List<Key> KEYS = List.of(Key.values());

    private static final int MAX_NAME_LENGTH = 255;

    private final byte[] body;
    private int position;
    private int line;

    /**
     * @param body in UTF-8
     */
    BulkLines(byte[] body) {
        this.body = body;
        skipEmptyLines();
    }

    @Override
    public boolean hasNext() {
        return position < body.length;
    }

    @Override
    public BulkEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int begin = position;
        position = end(begin);
        int number = ++line;
        BulkEntry entry = entry(number, new ByteArrayInputStream(body, begin, position - begin));
        position++;
        skipEmptyLines();
        return entry;
    }

    private int end(int begin) {
        int end = begin;
        while (end < body.length && body[end] != '\n') {
            end++;
        }
        return end;
    }

    private void skipEmptyLines() {
        int end = position;
        while (end < body.length && Character.isWhitespace(body[end])) {
            if (body[end++] == '\n') {
                line++;
                position = end;
            }
        }
        if (end >= body.length) {
            position = body.length;
        }
    }

    private static BulkEntry entry(int line, InputStream text) {
        try {
            JsonNode parsed = CredentialFields.parseLine(text);
            if (!(parsed instanceof ObjectNode object)) {
                throw new ModelValidationException("Invalid line. Allowed: a JSON object.");
            }
            List<Key> named = KEYS.stream().filter(key -> object.hasNonNull(name(key))).toList();
            if (named.size() != 1) {
                throw new ModelValidationException("Invalid line. Allowed: one of the fields id, username, email.");
            }
            Key key = named.get(0);
            String value = value(name(key), object.get(name(key)));
            KEYS.forEach(other -> object.remove(name(other)));
            return BulkEntry.ofLine(line, key, value, object);
        } catch (ModelValidationException e) {
            return BulkEntry.invalid(line, e);
        }
    }

    /**
     * @throws InvalidFieldException if it can't be the name or the id of a user
     */
    static String value(String field, JsonNode value) {
        if (!value.isTextual() || StringUtil.isBlank(value.textValue()) || value.textValue().length() > MAX_NAME_LENGTH
                || value.textValue().indexOf('\0') >= 0) { // PostgreSQL refuses a statement with a null character
            throw new InvalidFieldException(field, "1 to " + MAX_NAME_LENGTH + " characters, none of them a null character");
        }
        return value.textValue();
    }

    static String name(Key key) {
        return switch (key) {
            case ID -> "id";
            case USERNAME -> "username";
            case EMAIL -> "email";
        };
    }
}
