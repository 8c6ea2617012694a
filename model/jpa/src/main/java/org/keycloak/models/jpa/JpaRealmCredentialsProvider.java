package org.keycloak.models.jpa;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import org.keycloak.credential.RealmCredentialsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.UserCache;

/**
 * The credentials in Keycloak's two tables: of its own users, and of those whom it doesn't import from their storage.
 */
final class JpaRealmCredentialsProvider implements RealmCredentialsProvider {

    private static final String OF_OWN_USERS = " from CredentialEntity cred where cred.user in (select u from UserEntity u where u.realmId = :realm)";
    private static final String OF_OTHERS = " from FederatedUserCredentialEntity cred where cred.realmId = :realm";
    /** No backslash: what it means in a literal differs from database to database. */
    private static final char ESCAPE = '!';

    private final KeycloakSession session;
    private final EntityManager em;

    JpaRealmCredentialsProvider(KeycloakSession session, EntityManager em) {
        this.session = session;
        this.em = em;
    }

    @Override
    public long count(RealmModel realm, String type, Set<String> dataFragments) {
        return tables().mapToLong(table -> (Long) query("select count(cred.id)" + table, realm, type, dataFragments).getSingleResult()).sum();
    }

    @Override
    public long remove(RealmModel realm, String type, Set<String> dataFragments) {
        long removed = tables().mapToLong(table -> query("delete" + table, realm, type, dataFragments).executeUpdate()).sum();
        UserCache cache = session.getProvider(UserCache.class);
        if (cache != null) {
            cache.evict(realm); // its users hold their credentials
        }
        return removed;
    }

    @Override
    public void close() {
    }

    private static Stream<String> tables() {
        return Stream.of(OF_OWN_USERS, OF_OTHERS);
    }

    private Query query(String beginning, RealmModel realm, String type, Set<String> dataFragments) {
        List<String> fragments = List.copyOf(dataFragments);
        String contained = IntStream.range(0, fragments.size()).mapToObj(i -> "cred.credentialData like :fragment" + i + " escape '" + ESCAPE + "'")
                .collect(Collectors.joining(" or "));
        Query query = em.createQuery(beginning + " and cred.type = :type and (" + contained + ")").setParameter("realm", realm.getId()).setParameter("type", type);
        IntStream.range(0, fragments.size()).forEach(i -> query.setParameter("fragment" + i, "%" + escaped(fragments.get(i)) + "%"));
        return query;
    }

    private static String escaped(String fragment) {
        return fragment.replaceAll("[%_\\[" + ESCAPE + "]", ESCAPE + "$0"); // SQL Server has patterns in brackets, too
    }
}
