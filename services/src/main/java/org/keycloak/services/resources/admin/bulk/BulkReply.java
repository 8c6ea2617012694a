package org.keycloak.services.resources.admin.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.StreamingOutput;

import org.keycloak.services.resources.admin.bulk.BulkOutcome.Status;
import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The reply in NDJSON: a line for each user, and the sums at the end. The work is done while the reply is written, a batch at a time. Between
 * two batches nothing is held: no transaction, no lease, no connection to the database. So a client that reads slowly, or not at all, keeps
 * nobody waiting, and the work ends if the client goes away.
 */
final class BulkReply implements StreamingOutput {

    private static final int BATCH_SIZE = 100;

    private final Iterator<BulkEntry> entries;
    private final BulkBatch batch;

    BulkReply(Iterator<BulkEntry> entries, BulkBatch batch) {
        this.entries = entries;
        this.batch = batch;
    }

    @Override
    public void write(OutputStream output) throws IOException {
        PatientOutput client = new PatientOutput(output);
        ClientConnection connection = ClientConnection.ofRequest();
        Map<Status, Integer> sums = new EnumMap<>(Status.class);
        while (entries.hasNext()) {
            if (connection.isClosed()) {
                throw new IOException("The client has hung up");
            }
            for (BulkOutcome outcome : outcomes(connection)) {
                if (outcome.status() != null) {
                    sums.merge(outcome.status(), 1, Integer::sum);
                    client.writeLine(JsonSerialization.mapper.writeValueAsBytes(outcome.json()));
                }
            }
            client.flush();
        }
        client.writeLine(JsonSerialization.mapper.writeValueAsBytes(json(sums)));
        client.flush();
    }

    /** A failure that isn't about one user cuts the reply off. Its own reply would come as a line between ours. */
    private List<BulkOutcome> outcomes(ClientConnection connection) throws IOException {
        try {
            return batch.run(next());
        } catch (RuntimeException e) {
            connection.close();
            throw new IOException("The request can't go on: " + e.getClass().getName()); // without the message, which may quote a secret
        }
    }

    private List<BulkEntry> next() {
        List<BulkEntry> next = new ArrayList<>(BATCH_SIZE);
        while (next.size() < BATCH_SIZE && entries.hasNext()) {
            next.add(entries.next());
        }
        return next;
    }

    private static ObjectNode json(Map<Status, Integer> sums) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("status", "done");
        for (Status status : Status.values()) {
            json.put(status.text(), sums.getOrDefault(status, 0));
        }
        return json.put("total", sums.values().stream().mapToInt(Integer::intValue).sum());
    }
}
