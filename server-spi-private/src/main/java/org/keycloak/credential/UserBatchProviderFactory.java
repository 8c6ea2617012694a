package org.keycloak.credential;

import org.keycloak.provider.ProviderFactory;

/**
 * Makes {@link UserBatchProvider}s.
 */
public interface UserBatchProviderFactory extends ProviderFactory<UserBatchProvider> {
}
