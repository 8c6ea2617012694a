package org.keycloak.models.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.UserCredentialManager;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.jpa.entities.CredentialEntity;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The credentials of a {@link BatchedUser}. Reading them, adding one, removing one and moving one cost no statement: Hibernate sends what has
 * changed for all users of the transaction at its end. What is stored is what {@link JpaUserCredentialStore} would store. Whatever else is
 * done, Keycloak's own store does.
 */
final class BatchedCredentials extends UserCredentialManager {

    private static final int PRIORITY_DIFFERENCE = JpaUserCredentialStore.PRIORITY_DIFFERENCE;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final BatchedUser user;
    private final EntityManager em;
    /** In the user's order; {@code null} if the database has to be asked. */
    private List<CredentialEntity> loaded;

    BatchedCredentials(KeycloakSession session, RealmModel realm, BatchedUser user, EntityManager em, List<CredentialEntity> loaded) {
        super(session, realm, user);
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.em = em;
        this.loaded = new ArrayList<>(loaded);
    }

    @Override
    public Stream<CredentialModel> getStoredCredentialsStream() {
        return loaded == null ? super.getStoredCredentialsStream() : loaded.stream().map(this::toModel);
    }

    @Override
    public Stream<CredentialModel> getStoredCredentialsByTypeStream(String type) {
        return getStoredCredentialsStream().filter(credential -> Objects.equals(type, credential.getType()));
    }

    @Override
    public CredentialModel createStoredCredential(CredentialModel credential) {
        evictUser();
        if (loaded == null) {
            return super.createStoredCredential(credential);
        }
        requireFreeLabel(credential);
        CredentialEntity entity = toEntity(credential);
        em.persist(entity);
        loaded.add(entity);
        return toModel(entity);
    }

    @Override
    public boolean removeStoredCredentialById(String id) {
        evictUser();
        if (loaded == null) {
            return super.removeStoredCredentialById(id);
        }
        Optional<CredentialEntity> found = find(id);
        found.ifPresent(entity -> {
            loaded.remove(entity);
            loaded.stream().filter(other -> other.getPriority() > entity.getPriority())
                    .forEach(other -> other.setPriority(other.getPriority() - PRIORITY_DIFFERENCE));
            em.remove(entity);
        });
        return found.isPresent();
    }

    @Override
    public boolean moveStoredCredentialTo(String id, String newPreviousCredentialId) {
        evictUser();
        if (loaded == null) {
            return super.moveStoredCredentialTo(id, newPreviousCredentialId);
        }
        Optional<CredentialEntity> moved = find(id);
        Optional<CredentialEntity> previous = newPreviousCredentialId == null ? Optional.empty() : find(newPreviousCredentialId);
        if (moved.isEmpty() || newPreviousCredentialId != null && previous.isEmpty()) {
            return false;
        }
        loaded.remove(moved.get());
        loaded.add(previous.map(entity -> loaded.indexOf(entity) + 1).orElse(0), moved.get());
        for (int place = 0; place < loaded.size(); place++) {
            loaded.get(place).setPriority((place + 1) * PRIORITY_DIFFERENCE);
        }
        return true;
    }

    @Override
    public void updateStoredCredential(CredentialModel credential) {
        readAgain();
        super.updateStoredCredential(credential);
    }

    @Override
    public void updateCredentialLabel(String id, String label) {
        readAgain();
        super.updateCredentialLabel(id, label);
    }

    private Optional<CredentialEntity> find(String id) {
        return loaded.stream().filter(entity -> entity.getId().equals(id)).findFirst();
    }

    private void readAgain() {
        evictUser();
        loaded = null;
    }

    /** The cache may have the user, with the credentials as they were. */
    private void evictUser() {
        UserCache cache = session.getProvider(UserCache.class);
        if (cache != null) {
            cache.evict(realm, user);
        }
    }

    private void requireFreeLabel(CredentialModel credential) {
        String label = credential.getUserLabel();
        if (label != null && loaded.stream().anyMatch(present -> present.getType().equals(credential.getType())
                && present.getUserLabel() != null && present.getUserLabel().equalsIgnoreCase(label.trim()))) {
            throw new ModelDuplicateException("The user has a credential with this label", CredentialModel.USER_LABEL);
        }
    }

    private CredentialEntity toEntity(CredentialModel credential) {
        CredentialEntity entity = new CredentialEntity();
        entity.setId(credential.getId() == null ? KeycloakModelUtils.generateId() : credential.getId());
        entity.setType(credential.getType());
        entity.setUserLabel(credential.getUserLabel());
        entity.setCreatedDate(credential.getCreatedDate());
        entity.setSecretData(credential.getSecretData());
        entity.setCredentialData(credential.getCredentialData());
        entity.setUser(user.getEntity());
        int last = loaded.isEmpty() ? 0 : loaded.get(loaded.size() - 1).getPriority();
        entity.setPriority(last + PRIORITY_DIFFERENCE);
        return entity;
    }

    private CredentialModel toModel(CredentialEntity entity) {
        return entity.getSalt() == null ? copy(entity) : super.getStoredCredentialById(entity.getId()); // of an old Keycloak
    }

    private static CredentialModel copy(CredentialEntity entity) {
        CredentialModel model = new CredentialModel();
        model.setId(entity.getId());
        model.setType(entity.getType());
        model.setUserLabel(entity.getUserLabel());
        model.setCreatedDate(entity.getCreatedDate());
        model.setSecretData(entity.getSecretData());
        model.setCredentialData(entity.getCredentialData());
        return model;
    }
}
