package org.keycloak.testsuite.providers;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.storage.UserStorageProviderFactory;

/**
 * Keeps the secrets for as long as the server runs.
 */
public final class OtpKeepingStorageFactory implements UserStorageProviderFactory<OtpKeepingStorage> {

    public static final String ID = "otp-keeping-storage";

    /** Whether an OTP can be disabled; otherwise it stays for good. */
    public static final String CAN_DISABLE = "canDisable";

    /** Whether an update is refused. */
    public static final String READ_ONLY = "readOnly";

    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public OtpKeepingStorage create(KeycloakSession session, ComponentModel model) {
        return new OtpKeepingStorage(session, model, secrets);
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property().name(CAN_DISABLE).type(ProviderConfigProperty.BOOLEAN_TYPE).defaultValue(true).add()
                .property().name(READ_ONLY).type(ProviderConfigProperty.BOOLEAN_TYPE).defaultValue(false).add()
                .build();
    }
}
