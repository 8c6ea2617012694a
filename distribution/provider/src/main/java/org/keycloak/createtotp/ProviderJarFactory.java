package org.keycloak.createtotp;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.Config;
import org.keycloak.models.AdminRoleNames;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.ServerInfoAwareProviderFactory;
import org.keycloak.provider.Spi;

import org.jboss.logging.Logger;

/**
 * Says which version of the jar is in the server: in the server info, and in the log when the server starts. It also has Keycloak guard the
 * role {@code manage-otp}.
 */
public class ProviderJarFactory implements ProviderFactory<Provider>, ServerInfoAwareProviderFactory {

    private static final Logger LOGGER = Logger.getLogger(ProviderJarFactory.class);

    private static final String NAME = "keycloak-create-totp";

    /** As the manifest says. */
    private static final String VERSION = Objects.requireNonNullElse(ProviderJarFactory.class.getPackage().getImplementationVersion(), "of unknown version");

    static final Map<String, String> INFO = Map.of(NAME, VERSION);

    @Override
    public String getId() {
        return "provider-jar";
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return INFO;
    }

    /** Another jar may replace the same providers, with a higher order. The log names the providers that are from this jar. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        String replaced = factory.getSpis().stream().flatMap(spi -> replaced(factory, spi)).sorted().collect(Collectors.joining(", "));
        LOGGER.infof("%s %s takes the place of Keycloak's providers: %s", NAME, VERSION, replaced.isEmpty() ? "none" : replaced);
        guardRole();
    }

    /** A version that has the name already guards the role itself. A version to come may have the names elsewhere. */
    private static void guardRole() {
        try {
            if (!AdminRoles.ALL_ROLES.contains(AdminRoleNames.MANAGE_OTP)) {
                AdminRoles.ALL_ROLES = new AdminRoleNames(AdminRoles.ALL_ROLES);
            }
        } catch (LinkageError e) {
            LOGGER.warnf(e, "%s: whoever manages clients or users can give the role %s in this version of Keycloak", NAME, AdminRoleNames.MANAGE_OTP);
        }
    }

    private static Stream<String> replaced(KeycloakSessionFactory factory, Spi spi) {
        return factory.getProviderFactoriesStream(spi.getProviderClass()).filter(ReplacementFactory.class::isInstance)
                .map(replacement -> replacement.getId() + " (" + spi.getName() + ")");
    }

    /** There is nothing to provide. */
    @Override
    public Provider create(KeycloakSession session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void init(Config.Scope config) {
    }

    @Override
    public void close() {
    }
}
