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

import org.eclipse.microprofile.openapi.annotations.Operation;

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
        this.files = find();
    }

    private DeskFiles find() throws IOException {
        DeskFiles known = session.theme().isCacheEnabled() ? BY_THEME.get(theme.getName()) : null;
        if (known == null) {
            known = DeskFiles.in(this::open);
            BY_THEME.put(theme.getName(), known);
        }
        return known;
    }

    private InputStream open(String name) throws IOException {
        return theme.getResourceAsStream("totp-desk/" + name);
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
    @Operation(hidden = true)
    public Response file(@PathParam("version") String version, @PathParam("name") String name) throws IOException {
        if (!files.names().contains(name)) {
            throw new NotFoundException();
        }
        String type = MimeTypeUtil.getContentType(name);
        Response.ResponseBuilder reply = Response.ok().type(type).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .cacheControl(version.equals(files.version()) ? CacheControlUtil.getDefaultCacheControl() : CacheControlUtil.noCache());
        ResourceEncodingProvider encoding = session.theme().isCacheEnabled() ? ResourceEncodingHelper.getResourceEncodingProvider(session, type) : null;
        InputStream encoded = encoding == null ? null
                : encoding.getEncodedStream(() -> open(name), "totp-desk", theme.getName(), files.version(), name.replace('/', File.separatorChar));
        return (encoded == null ? reply.entity(open(name)) : reply.entity(encoded).encoding(encoding.getEncoding())).build();
    }
}
