package org.keycloak.testframework.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import org.keycloak.testframework.annotations.InjectHttpServer;
import org.keycloak.testframework.http.HttpServerSupplier;
import org.keycloak.testframework.injection.InstanceContext;

import com.sun.net.httpserver.HttpServer;

/**
 * The HTTP server of the test's OAuth client: {@code -Dkc.test.HttpServer=free-port}. The framework's own needs port 8500.
 */
public final class FreePortHttpServerSupplier extends HttpServerSupplier {

    @Override
    public String getAlias() {
        return "free-port";
    }

    @Override
    public Class<InjectHttpServer> getAnnotationClass() {
        return InjectHttpServer.class;
    }

    @Override
    public Class<HttpServer> getValueType() {
        return HttpServer.class;
    }

    @Override
    public HttpServer getValue(InstanceContext<HttpServer, InjectHttpServer> context) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
