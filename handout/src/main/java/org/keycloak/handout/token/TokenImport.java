package org.keycloak.handout.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

import org.keycloak.admin.client.resource.CreatedCredentials;
import org.keycloak.handout.ExitCode;
import org.keycloak.handout.Progress;
import org.keycloak.handout.server.Refusal;
import org.keycloak.handout.server.Server;
import org.keycloak.handout.server.ServerErrors;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;

/** Gives users their tokens, and keeps count. */
final class TokenImport {

    private static final String AGAIN = " Import the same file again: the tokens that users have by now are told as already there or, with --replace, replaced by themselves.";

    private final Server server;
    private final ImportFields fields;
    private final List<RejectedRow> rejected = new ArrayList<>();
    private int created;
    private int alreadyThere;

    TokenImport(Server server, ImportFields fields) {
        this.server = server;
        this.fields = fields;
    }

    /**
     * Sends tokens, in as many requests as the server's limits ask for.
     *
     * @throws Refusal if the server refuses the request, or the reply is cut off
     */
    void send(List<Token> tokens) {
        try (Progress progress = Progress.of("Importing", "tokens", tokens.size())) {
            for (ImportRequest request : ImportRequest.of(tokens, fields)) {
                send(request, progress);
            }
        } catch (UncheckedIOException e) {
            throw new Refusal(ExitCode.INTERRUPTED, e.getMessage() + "." + AGAIN);
        }
    }

    private void send(ImportRequest request, Progress progress) {
        try (CreatedCredentials lines = reply(request)) {
            while (lines.hasNext()) {
                CreatedCredentialRepresentation line = lines.next();
                count(line, request.tokens().get(line.getLine() - 1));
                progress.step();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CreatedCredentials reply(ImportRequest request) {
        try {
            return server.createTotps(request.body());
        } catch (Refusal refusal) {
            if (created == 0) {
                throw refusal;
            }
            throw new Refusal(ExitCode.INTERRUPTED, refusal.getMessage() + " " + created + " tokens were imported before. Import the same file again for the others.");
        }
    }

    private void count(CreatedCredentialRepresentation line, Token token) {
        if ("created".equals(line.getStatus())) {
            created++;
        } else if ("exists".equals(line.getStatus())) {
            countExisting(line, token);
        } else {
            rejected.add(token.rejected(line.getMessage()));
        }
    }

    /** An import that is repeated finds its own tokens by the serial numbers in their labels. */
    private void countExisting(CreatedCredentialRepresentation line, Token token) {
        if (fields.label().tells(token) && hasLabel(line.getId(), fields.label().of(token))) {
            alreadyThere++;
        } else {
            rejected.add(token.rejected("The user has another TOTP; --replace would replace it"));
        }
    }

    /** The server goes on with the users of the request meanwhile: if this fails, some have got their tokens. */
    private boolean hasLabel(String user, String label) {
        try {
            return server.credentials(user).totpStatus().getTotps().stream().anyMatch(totp -> label.equals(totp.getUserLabel()));
        } catch (WebApplicationException | ProcessingException e) {
            Refusal refusal = ServerErrors.of(e);
            if (refusal == null) {
                throw e;
            }
            throw new Refusal(ExitCode.INTERRUPTED, refusal.getMessage() + AGAIN);
        }
    }

    int created() {
        return created;
    }

    int alreadyThere() {
        return alreadyThere;
    }

    List<RejectedRow> rejected() {
        return rejected;
    }
}
