package org.keycloak.services.resources.admin.desk;

import java.util.Map;

import jakarta.ws.rs.core.Response;

import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.BrowserSecurityHeaders;
import org.keycloak.models.KeycloakSession;

/**
 * The realm's security headers, except that nobody may show the page in a frame. A page around it could make users click where they don't see
 * it, and there are secrets on the page. Keycloak's own headers would take the place of others of the same names, so all are set here.
 */
final class DeskHeaders {

    private static final String NO_FRAMES = "frame-ancestors 'none'";

    private DeskHeaders() {
    }

    static Response.ResponseBuilder add(Response.ResponseBuilder page, KeycloakSession session) {
        session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
        Map<String, String> ofRealm = session.getContext().getRealm().getBrowserSecurityHeaders();
        for (BrowserSecurityHeaders header : BrowserSecurityHeaders.values()) {
            String value = ofRealm.getOrDefault(header.getKey(), header.getDefaultValue());
            switch (header) {
                case X_FRAME_OPTIONS -> page.header(header.getHeaderName(), "DENY");
                case CONTENT_SECURITY_POLICY -> page.header(header.getHeaderName(), value.isEmpty() ? NO_FRAMES : value + ", " + NO_FRAMES); // both hold
                default -> page.header(header.getHeaderName(), value.isEmpty() ? null : value);
            }
        }
        return page;
    }
}
