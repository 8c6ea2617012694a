package org.keycloak.testsuite.arquillian.browser;

import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.drone.spi.Destructor;
import org.jboss.arquillian.drone.spi.Instantiator;

/**
 * Makes Drone take the browser that this machine has.
 */
public final class LocalBrowserExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.service(Instantiator.class, LocalBrowser.class);
        builder.service(Destructor.class, LocalBrowser.class);
    }
}
