package org.keycloak.credential;

import org.keycloak.provider.ProviderFactory;

/**
 * Makes {@link RealmCredentialsProvider}s.
 */
public interface RealmCredentialsProviderFactory extends ProviderFactory<RealmCredentialsProvider> {
}
