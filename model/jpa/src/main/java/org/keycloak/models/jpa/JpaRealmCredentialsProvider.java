package org.keycloak.models.jpa;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;

import org.keycloak.credential.RealmCredentialsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.UserCache;

/**
 * The credentials in Keycloak's two tables: one for users in its database, and one for users of a storage that it doesn't import.
 */
final class JpaRealmCredentialsProvider implements RealmCredentialsProvider {

    private static final String OF_TYPE = " where cred.type = :type and ";
    private static final String OF_OWN_USERS = " from CredentialEntity cred" + OF_TYPE + "cred.user in (select u from UserEntity u where u.realmId = :realm)";
    private static final String OF_OTHERS = " from FederatedUserCredentialEntity cred" + OF_TYPE + "cred.realmId = :realm";
    /** The column is a CLOB, and Oracle can't group by a CLOB. */
    private static final String DATA = "cast(substring(cred.credentialData, 1, " + MAX_LENGTH + ") as String)";
    /** A subquery for users without a credential would take a second statement, and a second way to page. */
    private static final String USERS = "select u.id, u.username, cred.id, " + DATA + ", cred.createdDate from UserEntity u"
            + " left join CredentialEntity cred on cred.user = u and cred.type = :type where u.realmId = :realm and u.serviceAccountClientLink is null";
    private static final String BY_NAME = " order by u.username";
    /** Without a size of its own, PostgreSQL's driver would read all rows before the first one is seen. */
    private static final int FETCHED_ROWS = 1000;
    /** Not a backslash: its meaning in a literal differs from database to database. */
    private static final char ESCAPE = '!';

    private final KeycloakSession session;
    private final EntityManager em;

    JpaRealmCredentialsProvider(KeycloakSession session, EntityManager em) {
        this.session = session;
        this.em = em;
    }

    @Override
    public Map<String, Long> countByData(RealmModel realm, String type) {
        return tables().flatMap(table -> of(em.createQuery("select " + DATA + ", count(cred.id)" + table + " group by " + DATA, Object[].class), realm, type).getResultStream())
                .filter(row -> row[0] != null)
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1], Long::sum));
    }

    @Override
    public long remove(RealmModel realm, String type, Set<String> data) {
        long removed = tables().mapToLong(table -> data.stream().mapToLong(beginning -> remove(table, realm, type, beginning)).sum()).sum();
        UserCache cache = session.getProvider(UserCache.class);
        if (cache != null) {
            cache.evict(realm); // cached users have their credentials with them
        }
        return removed;
    }

    @Override
    public Stream<OfUser> ofUsers(RealmModel realm, String type) {
        return read(of(em.createQuery(USERS + BY_NAME, Object[].class), realm, type));
    }

    @Override
    public Stream<OfUser> ofUsers(RealmModel realm, String type, Collection<String> userIds) {
        return read(of(em.createQuery(USERS + " and u.id in :users" + BY_NAME, Object[].class), realm, type).setParameter("users", userIds));
    }

    @Override
    public void close() {
    }

    private long remove(String table, RealmModel realm, String type, String beginning) {
        return of(em.createQuery("delete" + table + " and cred.credentialData like :data escape '" + ESCAPE + "'"), realm, type)
                .setParameter("data", escaped(beginning) + (beginning.length() < MAX_LENGTH ? "" : "%")).executeUpdate();
    }

    private static Stream<OfUser> read(TypedQuery<Object[]> query) {
        return query.setHint("org.hibernate.fetchSize", FETCHED_ROWS).getResultStream()
                .map(row -> new OfUser((String) row[0], (String) row[1], (String) row[2], (String) row[3], (Long) row[4]));
    }

    private static Stream<String> tables() {
        return Stream.of(OF_OWN_USERS, OF_OTHERS);
    }

    private static <Q extends Query> Q of(Q query, RealmModel realm, String type) {
        query.setParameter("realm", realm.getId()).setParameter("type", type);
        return query;
    }

    /** Escapes the wildcards of LIKE. SQL Server also has patterns in brackets. */
    private static String escaped(String text) {
        return text.replaceAll("[%_\\[" + ESCAPE + "]", ESCAPE + "$0");
    }
}
