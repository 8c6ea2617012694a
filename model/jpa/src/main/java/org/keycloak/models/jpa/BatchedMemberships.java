package org.keycloak.models.jpa;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/**
 * The roles and the groups that the users of a batch have themselves. Those of all users are read when those of one are asked for, in a
 * statement for the roles and one for the groups.
 */
final class BatchedMemberships {

    private final EntityManager em;
    private final Collection<String> userIds;
    private Map<String, List<String>> roles;
    private Map<String, List<String>> groups;

    /**
     * @param userIds of all users of the batch
     */
    BatchedMemberships(EntityManager em, Collection<String> userIds) {
        this.em = em;
        this.userIds = userIds;
    }

    /**
     * @return ids
     */
    Stream<String> rolesOf(String userId) {
        if (roles == null) {
            roles = read("roleId from UserRoleMappingEntity");
        }
        return roles.getOrDefault(userId, List.of()).stream();
    }

    /**
     * @return ids
     */
    Stream<String> groupsOf(String userId) {
        if (groups == null) {
            groups = read("groupId from UserGroupMembershipEntity");
        }
        return groups.getOrDefault(userId, List.of()).stream();
    }

    private Map<String, List<String>> read(String memberships) {
        return em.createQuery("select m.user.id, m." + memberships + " m where m.user.id in (:users)", Object[].class).setParameter("users", userIds).getResultStream()
                .collect(groupingBy(row -> (String) row[0], mapping(row -> (String) row[1], toList())));
    }
}
