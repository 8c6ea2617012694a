package org.keycloak.services.resources.admin.desk;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.keycloak.common.util.MimeTypeUtil;
import org.keycloak.encoding.ResourceEncodingHelper;
import org.keycloak.encoding.ResourceEncodingProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.util.CacheControlUtil;
import org.keycloak.theme.Theme;

/**
 * Serves the page's styles and scripts. Browsers keep them for a month. Their address has a version in it that changes with them, so that a page
 * never runs with scripts of another version. The version in the addresses of Keycloak's theme resources changes with Keycloak alone, and not
 * with a provider jar.
 */
public class DeskFileResource {

    private static final Map<String, DeskFiles> BY_THEME = new ConcurrentHashMap<>();

    private final KeycloakSession session;
    private final Theme theme;
    private final DeskFiles files;

    DeskFileResource(KeycloakSession session, Theme theme) throws IOException {
        this.session = session;
        this.theme = theme;
        this.files = files(theme, session.theme().isCacheEnabled());
    }

    private static DeskFiles files(Theme theme, boolean kept) throws IOException {
        DeskFiles known = kept ? BY_THEME.get(theme.getName()) : null;
        if (known == null) {
            known = DeskFiles.of(theme);
            BY_THEME.put(theme.getName(), known);
        }
        return known;
    }

    DeskFiles files() {
        return files;
    }

    /**
     * @param version of the page that asks; a page of another version gets the files as they are now, and keeps none of them
     * @param name of one of the page's files
     */
    @GET
    @Path("{name: .+}")
    public Response file(@PathParam("version") String version, @PathParam("name") String name) throws IOException {
        if (!files.names().contains(name)) {
            throw new NotFoundException();
        }
        String type = MimeTypeUtil.getContentType(name);
        ResourceEncodingProvider encoding = session.theme().isCacheEnabled() ? ResourceEncodingHelper.getResourceEncodingProvider(session, type) : null;
        InputStream content = encoding == null ? DeskFiles.content(theme, name)
                : encoding.getEncodedStream(() -> DeskFiles.content(theme, name), "totp-desk", theme.getName(), files.version(), name.replace('/', File.separatorChar));
        Response.ResponseBuilder reply = Response.ok(content, type).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .cacheControl(version.equals(files.version()) ? CacheControlUtil.getDefaultCacheControl() : CacheControlUtil.noCache());
        return encoding == null ? reply.build() : reply.encoding(encoding.getEncoding()).build();
    }
}
