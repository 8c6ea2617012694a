package org.keycloak.credential.otp.method;

import java.io.IOException;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.credential.RealmCredentialsProvider;
import org.keycloak.credential.otp.TotpCounter;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.dto.OTPCredentialData;
import org.keycloak.util.JsonSerialization;

/**
 * The credentials of all users of a realm by their TOTP methods, at the time when this was made. Most credentials of a method have the same
 * data, so the database counts them by their data. Others have a period of their own, for example, or are locked.
 */
public final class TotpMethodCredentials {

    private final RealmCredentialsProvider credentials;
    private final RealmModel realm;
    private final Map<String, Long> byData;

    public TotpMethodCredentials(KeycloakSession session, RealmModel realm) {
        this.credentials = session.getProvider(RealmCredentialsProvider.class);
        this.realm = realm;
        this.byData = credentials.countByData(realm, OTPCredentialModel.TYPE);
    }

    /**
     * @return number of credentials that belong to the method
     */
    public long count(String methodId) {
        return of(methodId).mapToLong(Entry::getValue).sum();
    }

    /**
     * Removes the credentials that belong to the method.
     *
     * @return number of credentials that were removed
     */
    public long remove(String methodId) {
        Set<String> data = of(methodId).map(Entry::getKey).collect(Collectors.toSet());
        return credentials.remove(realm, OTPCredentialModel.TYPE, data);
    }

    private Stream<Entry<String, Long>> of(String methodId) {
        int number = TotpCounter.number(methodId);
        return byData.entrySet().stream().filter(entry -> methodNumber(entry.getKey()) == number);
    }

    private static int methodNumber(String data) {
        try {
            return TotpCounter.of(JsonSerialization.readValue(data, OTPCredentialData.class)).methodNumber();
        } catch (IOException | RuntimeException e) {
            return 0; // an import of users may leave data that can't be read
        }
    }
}
