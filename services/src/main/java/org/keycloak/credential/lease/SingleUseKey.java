package org.keycloak.credential.lease;

import java.nio.charset.StandardCharsets;

import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Keys of the {@link SingleUseObjectProvider} that nobody else has: clients of any realm put entries into that store under names that hold,
 * or before Keycloak 26.5 are, the {@code jti} of their assertions. The id of the realm's client in the master realm is random, stays, and
 * is known there only.
 */
public final class SingleUseKey {

    private SingleUseKey() {
    }

    /**
     * @param purpose what the entry is for, in a few letters
     * @param names of what it is for, in this realm. They are hashed: the id of a user of a storage may be as long as the store's keys, 255 characters
     */
    public static String of(String purpose, RealmModel realm, String... names) {
        ClientModel masterAdmin = realm.getMasterAdminClient();
        String name = (masterAdmin == null ? realm.getId() : masterAdmin.getId()) + ":" + String.join(":", names);
        return purpose + ":" + HashUtils.sha256UrlEncodedHash(name, StandardCharsets.UTF_8);
    }
}
