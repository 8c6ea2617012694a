package org.keycloak.models.jpa;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final String CREDENTIALS = "select u.id, u.username, cred.id, " + DATA + ", cred.createdDate";
    /** An outer join also has H2 begin with the users, of whom there are few in a page. */
    private static final String USERS = " from UserEntity u left join CredentialEntity cred on cred.user = u and cred.type = :type where ";
    private static final String OF_REALM = "u.realmId = :realm";
    private static final String NO_SERVICE_ACCOUNT = " and u.serviceAccountClientLink is null";
    /** With the realm, which is the same for all, H2 takes the order from the index, and stops at the end of the page. */
    private static final String BY_NAME = " order by u.realmId, u.username";
    /**
     * Users in a page. H2 writes results of more than 40,000 rows to a file, and PostgreSQL's driver reads all rows before the first one is
     * seen. In pages, both take the users from the index in their order.
     */
    private static final int PAGE = 5_000;
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
        return Stream.iterate(page(realm, type, null), Objects::nonNull, page -> page.last() == null ? null : page(realm, type, page.last()))
                .flatMap(page -> page.rows().stream());
    }

    @Override
    public Stream<OfUser> ofUsers(RealmModel realm, String type, Collection<String> userIds) {
        TypedQuery<Object[]> query = em.createQuery(CREDENTIALS + " from CredentialEntity cred join cred.user u" + OF_TYPE + OF_REALM
                + " and cred.user.id in :users order by cred.user.id", Object[].class); // another order would have H2 go over all users of the realm
        return of(query, realm, type).setParameter("users", userIds).getResultStream().map(JpaRealmCredentialsProvider::read);
    }

    @Override
    public void close() {
    }

    private long remove(String table, RealmModel realm, String type, String beginning) {
        return of(em.createQuery("delete" + table + " and cred.credentialData like :data escape '" + ESCAPE + "'"), realm, type)
                .setParameter("data", escaped(beginning) + (beginning.length() < MAX_LENGTH ? "" : "%")).executeUpdate();
    }

    /**
     * @param last name of the last user; {@code null} if no page follows
     */
    private record Page(List<OfUser> rows, String last) {
    }

    /**
     * @param after name of the user before the page; {@code null} for the first page, because Oracle takes an empty text for none
     */
    private Page page(RealmModel realm, String type, String after) {
        Map<String, Object> names = new HashMap<>();
        String where = "";
        if (after != null) {
            names.put("after", after);
            where = " and u.username > :after";
        }
        TypedQuery<String> end = em.createQuery("select u.username from UserEntity u where " + OF_REALM + where + BY_NAME, String.class)
                .setParameter("realm", realm.getId()).setFirstResult(PAGE - 1).setMaxResults(1);
        names.forEach(end::setParameter);
        String last = end.getResultStream().findFirst().orElse(null);
        if (last != null) {
            names.put("last", last);
            where += " and u.username <= :last";
        }
        TypedQuery<Object[]> page = em.createQuery(CREDENTIALS + USERS + OF_REALM + NO_SERVICE_ACCOUNT + where + BY_NAME, Object[].class);
        names.forEach(page::setParameter);
        return new Page(of(page, realm, type).getResultStream().map(JpaRealmCredentialsProvider::read).toList(), last);
    }

    private static OfUser read(Object[] row) {
        return new OfUser((String) row[0], (String) row[1], (String) row[2], (String) row[3], (Long) row[4]);
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
