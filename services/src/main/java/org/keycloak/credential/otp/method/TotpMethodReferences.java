package org.keycloak.credential.otp.method;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

import org.keycloak.component.ComponentModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/**
 * What refers to a TOTP method in a realm: an attribute of the realm, or the configuration of an authenticator or of a required action.
 */
final class TotpMethodReferences {

    /** Entry of a configuration that names a method by its id or name. An id counts in any other entry, too. */
    static final String CONFIG = "totpMethod";
    /** Keycloak writes it between the values of an entry that has several. */
    private static final String SEPARATOR = "##";

    private final RealmModel realm;
    private final ComponentModel method;

    /**
     * @param method the stored component
     */
    TotpMethodReferences(RealmModel realm, ComponentModel method) {
        this.realm = realm;
        this.method = method;
    }

    /**
     * @return one of the references, in words
     */
    Optional<String> any() {
        return realmAttribute(new TotpMethods(realm).isDefault(method)).or(() -> configuration((name, value) -> isId(value) || isName(name, value)));
    }

    /**
     * @return one of the references that would be lost if the method had another name, in words
     */
    Optional<String> anyByName() {
        boolean named = method.getName() != null && method.getName().equals(realm.getAttribute(TotpMethods.DEFAULT_METHOD));
        return realmAttribute(named && new TotpMethods(realm).isDefault(method)).or(() -> configuration(this::isName));
    }

    private boolean isId(String value) {
        return method.getId().equals(value);
    }

    private boolean isName(String entry, String value) {
        return CONFIG.equals(entry) && value.equals(method.getName());
    }

    private static Optional<String> realmAttribute(boolean refers) {
        return refers ? Optional.of("the attribute " + TotpMethods.DEFAULT_METHOD + " of the realm") : Optional.empty();
    }

    private Optional<String> configuration(BiPredicate<String, String> refers) {
        Stream<String> authenticators = realm.getAuthenticatorConfigsStream().filter(config -> has(config.getConfig(), refers)).map(this::described);
        Stream<String> actions = realm.getRequiredActionConfigsStream().filter(config -> has(config.getConfig(), refers))
                .map(config -> "the configuration of the required action " + config.getAlias());
        return Stream.concat(authenticators, actions).findFirst();
    }

    private static boolean has(Map<String, String> config, BiPredicate<String, String> refers) {
        return config != null && config.entrySet().stream().filter(entry -> entry.getValue() != null)
                .anyMatch(entry -> Arrays.stream(entry.getValue().split(SEPARATOR)).anyMatch(value -> refers.test(entry.getKey(), value)));
    }

    private String described(AuthenticatorConfigModel config) {
        String described = "the authenticator configuration " + config.getAlias();
        return realm.getAuthenticationFlowsStream()
                .filter(flow -> realm.getAuthenticationExecutionsStream(flow.getId()).anyMatch(execution -> config.getId().equals(execution.getAuthenticatorConfig())))
                .findFirst().map(flow -> described + " of the flow " + flow.getAlias()).orElse(described);
    }
}
