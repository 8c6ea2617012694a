package org.keycloak.models.jpa;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import org.keycloak.credential.UserBatchProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.jpa.entities.CredentialEntity;
import org.keycloak.models.jpa.entities.UserEntity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/**
 * The users in Keycloak's tables.
 */
final class JpaUserBatchProvider implements UserBatchProvider {

    private static final Map<Key, String> COLUMNS = Map.of(Key.ID, "id", Key.USERNAME, "username", Key.EMAIL, "email");

    private final KeycloakSession session;
    private final EntityManager em;

    JpaUserBatchProvider(KeycloakSession session, EntityManager em) {
        this.session = session;
        this.em = em;
    }

    @Override
    public Map<String, List<String>> find(RealmModel realm, Key key, Collection<String> values) {
        if (values.isEmpty()) {
            return Map.of();
        }
        String column = "u." + COLUMNS.get(key);
        return em.createQuery("select " + column + ", u.id from UserEntity u where u.realmId = :realm and " + column + " in (:values)", Object[].class)
                .setParameter("realm", realm.getId()).setParameter("values", values).getResultStream()
                .collect(groupingBy(row -> (String) row[0], mapping(row -> (String) row[1], toList())));
    }

    @Override
    public List<Name> page(RealmModel realm, String roleId, String after) {
        Map<String, String> parameters = new HashMap<>(Map.of("realm", realm.getId()));
        String from = " from UserEntity u where ";
        if (roleId != null) {
            from = " from UserRoleMappingEntity mapping join mapping.user u where mapping.roleId = :role and ";
            parameters.put("role", roleId);
        }
        String next = "";
        if (after != null) {
            next = " and u.username > :after";
            parameters.put("after", after);
        }
        TypedQuery<Object[]> query = em.createQuery("select u.id, u.username" + from + "u.realmId = :realm and u.serviceAccountClientLink is null" + next
                + " order by u.realmId, u.username", Object[].class).setMaxResults(MAX_SIZE);
        parameters.forEach(query::setParameter);
        return query.getResultStream().map(row -> new Name((String) row[0], (String) row[1])).toList();
    }

    @Override
    public Map<String, UserModel> load(RealmModel realm, Collection<String> ids) {
        if (ids.isEmpty()) {
            return new HashMap<>();
        }
        List<UserEntity> users = em.createQuery("select u from UserEntity u left join fetch u.requiredActions"
                        + " where u.realmId = :realm and u.federationLink is null and u.id in (:ids)", UserEntity.class)
                .setParameter("realm", realm.getId()).setParameter("ids", ids).getResultList();
        Map<String, List<CredentialEntity>> credentials = em.createQuery("select cred from CredentialEntity cred where cred.user.id in (:ids) order by cred.priority",
                        CredentialEntity.class)
                .setParameter("ids", ids).getResultStream().collect(groupingBy(credential -> credential.getUser().getId()));
        BatchedMemberships memberships = new BatchedMemberships(em, ids);
        return users.stream().map(user -> new BatchedUser(session, realm, em, user, credentials.getOrDefault(user.getId(), List.of()), memberships))
                .collect(Collectors.toMap(user -> user.getId(), Function.identity()));
    }

    @Override
    public void close() {
    }
}
