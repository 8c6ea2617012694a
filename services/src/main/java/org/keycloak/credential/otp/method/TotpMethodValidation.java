package org.keycloak.credential.otp.method;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

import org.keycloak.component.ComponentModel;
import org.keycloak.credential.CredentialField;
import org.keycloak.credential.InvalidFieldException;
import org.keycloak.credential.otp.TotpCounter;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;

/**
 * The check of a component that stores a TOTP method: its values, its name, its place in the realm.
 */
final class TotpMethodValidation {

    private final KeycloakSession session;
    private final RealmModel realm;

    TotpMethodValidation(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * @throws ModelValidationException if a value isn't allowed, or a reference would be lost
     * @throws ModelDuplicateException if a database can't tell the name or the id from the name or the id of another method
     */
    void require(ComponentModel component) {
        CredentialField name = TotpMethodFields.name();
        if (component.getName() == null || !name.allows(session, component.getName())) {
            throw new InvalidFieldException(name);
        }
        if (component.getParentId() != null && !component.getParentId().equals(realm.getId())) {
            throw new InvalidFieldException("parentId", "none, or the id of the realm");
        }
        requireFields(component);
        TotpMethodComponent.parse(component);
        requireNameToStayWhereItIsUsed(component);
        requireUnique(component);
    }

    /**
     * People can't tell apart two names that differ only in case or in outer spaces. A method may have got such a name from elsewhere: as long
     * as it keeps the name, its other values can be changed.
     */
    private void requireUnique(ComponentModel component) {
        List<ComponentModel> others = new TotpMethods(realm).components().filter(other -> !other.getId().equals(component.getId())).toList();
        ComponentModel stored = stored(component);
        boolean kept = stored != null && component.getName().equals(stored.getName());
        BiPredicate<String, String> same = kept ? String::equals : TotpMethodValidation::isSame;
        if (others.stream().anyMatch(other -> same.test(component.getName(), other.getName()) || same.test(component.getName(), other.getId())
                || same.test(other.getName(), component.getId()))) {
            throw new ModelDuplicateException("Invalid name. The realm has a TOTP method of this name or id already.");
        }
        if (component.getId() != null && others.stream().anyMatch(other -> TotpCounter.number(component.getId()) == TotpCounter.number(other.getId()))) {
            throw new ModelDuplicateException("Invalid id. The realm has a TOTP method already whose credentials could not be told from those of this one.");
        }
    }

    private static boolean isSame(String name, String other) {
        CredentialField field = TotpMethodFields.name();
        return name != null && other != null && field.normalized(name).equalsIgnoreCase(field.normalized(other));
    }

    private ComponentModel stored(ComponentModel component) {
        return component.getId() == null ? null : realm.getComponent(component.getId());
    }

    /** A flow that refers to the method by its name would lose it, or later find another method of that name. */
    private void requireNameToStayWhereItIsUsed(ComponentModel component) {
        ComponentModel stored = stored(component);
        if (stored != null && !component.getName().equals(stored.getName())) {
            new TotpMethodReferences(realm, stored).anyByName().ifPresent(reference -> {
                throw new TotpMethodInUseException("renamed", reference);
            });
        }
    }

    private static void requireFields(ComponentModel component) {
        Set<String> names = TotpMethodFields.config().stream().map(CredentialField::getName).collect(Collectors.toSet());
        component.getConfig().forEach((name, values) -> {
            if (!names.contains(name)) {
                throw new ModelValidationException("Unknown field of a TOTP method. Allowed: " + String.join(", ", names.stream().sorted().toList()) + ".");
            }
            if (values != null && values.size() > 1) {
                throw new InvalidFieldException(name, "one value");
            }
        });
    }
}
