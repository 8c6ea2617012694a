package org.keycloak.services.credential;

import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.StringUtil;

/**
 * The type of the reply, chosen before anything is changed: RESTEasy refuses types that it can't reply with only when it has the reply.
 */
public final class AcceptedType {

    private AcceptedType() {
    }

    /**
     * @param produced the types of the reply, the preferred one first
     * @throws NotAcceptableException where the request accepts none of them
     */
    public static MediaType of(KeycloakSession session, MediaType... produced) {
        return accepted(session).stream()
                .flatMap(accepted -> Stream.of(produced).filter(accepted::isCompatible))
                .findFirst()
                .orElseThrow(NotAcceptableException::new);
    }

    private static List<MediaType> accepted(KeycloakSession session) {
        HttpHeaders headers = session.getContext().getRequestHeaders();
        if (StringUtil.isBlank(headers.getHeaderString(HttpHeaders.ACCEPT))) {
            return List.of(MediaType.WILDCARD_TYPE);
        }
        try {
            return headers.getAcceptableMediaTypes().stream().filter(type -> Float.parseFloat(type.getParameters().getOrDefault("q", "1")) > 0).toList();
        } catch (RuntimeException e) { // RESTEasy throws several kinds for what is no media type
            throw new NotAcceptableException();
        }
    }
}
