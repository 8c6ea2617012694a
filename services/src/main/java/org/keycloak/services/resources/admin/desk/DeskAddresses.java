package org.keycloak.services.resources.admin.desk;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

import org.keycloak.Config;
import org.keycloak.common.util.UriUtils;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.services.resources.admin.AdminRoot;
import org.keycloak.urls.UrlType;
import org.keycloak.util.JsonSerialization;

/**
 * Where the page finds what it needs. Users log in at the server's frontend address. The page itself and the admin API have an address of their
 * own if the server has one for administration.
 */
record DeskAddresses(KeycloakSession session) {

    /**
     * @return values for the template
     */
    Map<String, Object> values() throws IOException {
        RealmModel realm = session.getContext().getRealm();
        URI admin = session.getContext().getUri(UrlType.ADMIN).getBaseUri();
        String server = withoutSlash(session.getContext().getUri(UrlType.FRONTEND).getBaseUri());
        String environment = JsonSerialization.writeValueAsString(Map.of(
                "serverBaseUrl", server,
                "adminBaseUrl", withoutSlash(admin),
                "loginRealm", realm.getName(),
                "masterRealm", Config.getAdminRealm(),
                "clientId", Constants.ADMIN_CONSOLE_CLIENT_ID));
        return Map.of(
                "environment", environment,
                "serverOrigin", UriUtils.getOrigin(server),
                "pageUrl", AdminRoot.adminConsoleUrl(session.getContext().getUri(UrlType.ADMIN)).path("totp-desk").build(realm.getName()).getRawPath(),
                "resourceCommonUrl", Urls.themeRoot(admin).getPath() + "/common/keycloak");
    }

    private static String withoutSlash(URI url) {
        return url.toString().replaceFirst("/$", "");
    }
}
