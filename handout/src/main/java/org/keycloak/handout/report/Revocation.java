package org.keycloak.handout.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

import org.keycloak.admin.client.resource.UserCredentialsResource;
import org.keycloak.handout.server.Server;
import org.keycloak.handout.server.ServerErrors;
import org.keycloak.representations.idm.TotpSelectionRepresentation;

/** Removes unused TOTPs one by one, and knows what came of each. */
final class Revocation {

    private final Server server;
    private final Instant createdBefore;
    private final List<UnusedTotp> revoked = new ArrayList<>();
    private final Map<UnusedTotp, String> kept = new LinkedHashMap<>();

    Revocation(Server server, Instant createdBefore) {
        this.server = server;
        this.createdBefore = createdBefore;
    }

    /** After the connection has failed, the TOTPs that are left stay. */
    void revoke(List<UnusedTotp> totps) {
        String failure = null;
        for (UnusedTotp totp : totps) {
            String reason = failure;
            try {
                reason = reason == null ? tryToRevoke(totp) : reason;
            } catch (NotFoundException e) {
                reason = "The user was removed in the meantime.";
            } catch (WebApplicationException e) {
                reason = ServerErrors.of(e).getMessage();
            } catch (ProcessingException e) {
                failure = "Not tried, because the connection failed.";
                reason = ServerErrors.of(e).getMessage();
            }
            if (reason == null) {
                revoked.add(totp);
            } else {
                kept.put(totp, reason);
            }
        }
    }

    /**
     * Looks once more, because the list may be old. A first login between this look and the removal is lost; that takes milliseconds.
     *
     * @return why the TOTP stays; {@code null} if it is removed
     */
    private String tryToRevoke(UnusedTotp unused) {
        String id = unused.totp().getId();
        UserCredentialsResource user = server.credentials(unused.userId());
        if (user.totpStatus().getTotps().stream().noneMatch(now -> now.getId().equals(id) && UnusedTotp.is(now, createdBefore))) {
            return "It was used or removed in the meantime.";
        }
        TotpSelectionRepresentation selection = new TotpSelectionRepresentation();
        selection.setId(id);
        user.removeTotp(selection);
        return null;
    }

    List<UnusedTotp> revoked() {
        return revoked;
    }

    /** Why TOTPs stay. */
    Map<UnusedTotp, String> kept() {
        return kept;
    }
}
