package org.keycloak.credential.lease;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Keys of the {@link SingleUseObjectProvider} that no client can choose. Clients of any realm put entries into that store: their keys hold the
 * {@code jti} of the clients' assertions, and before Keycloak 26.5 are nothing else. Ours hold the id of the realm's client in the master
 * realm, which is random, permanent, and known in the master realm only.
 */
public final class SingleUseKey {

    private SingleUseKey() {
    }

    /**
     * @param purpose what the entry is for, in a few letters. Entries outlast an upgrade, so a purpose keeps its letters
     * @param names of what the entry is about in the realm. They are hashed, since the id of a user from a storage may be as long as a key of
     *     the store: 255 characters
     */
    public static String of(String purpose, RealmModel realm, String... names) {
        return ofEach(purpose, realm).apply(String.join(":", names));
    }

    /**
     * Looks up the realm's part of the keys once.
     *
     * @return the key for a name
     */
    public static UnaryOperator<String> ofEach(String purpose, RealmModel realm) {
        ClientModel masterAdmin = realm.getMasterAdminClient();
        String realmPart = masterAdmin == null ? realm.getId() : masterAdmin.getId();
        return name -> purpose + ":" + HashUtils.sha256UrlEncodedHash(realmPart + ":" + name, StandardCharsets.UTF_8);
    }
}
