package org.keycloak.services.credential;

import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.StringUtil;

/**
 * The media type of the reply. It is chosen before anything is changed. RESTEasy alone would reply 406 too late, when it has the reply.
 */
public final class AcceptedType {

    private AcceptedType() {
    }

    /**
     * @param produced the types that the endpoint can reply with, the preferred one first
     * @return the first of them that the request accepts, in the order of the request's preference
     * @throws NotAcceptableException if the request accepts none of them
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
        } catch (RuntimeException e) { // RESTEasy throws exceptions of several classes if a header has no media types
            throw new NotAcceptableException();
        }
    }
}
