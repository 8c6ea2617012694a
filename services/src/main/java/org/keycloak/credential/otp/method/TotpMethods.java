package org.keycloak.credential.otp.method;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.component.ComponentModel;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.InvalidFieldException;
import org.keycloak.credential.TotpMethodProvider;
import org.keycloak.credential.otp.StoredOTP;
import org.keycloak.credential.otp.TotpCounter;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.utils.StringUtil;

import org.jboss.logging.Logger;

/**
 * The TOTP methods of a realm.
 */
public final class TotpMethods {

    /** Attribute of a realm: id or name of the method for requests and flows that name none. */
    public static final String DEFAULT_METHOD = "totpDefaultMethod";

    /** A name may be missing: a server without this code doesn't check components, and can be told to store unknown ones. */
    private static final Comparator<ComponentModel> BY_NAME = Comparator.comparing(ComponentModel::getName, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final Logger LOGGER = Logger.getLogger(TotpMethods.class);

    private final RealmModel realm;

    public TotpMethods(RealmModel realm) {
        this.realm = realm;
    }

    /**
     * @return the components that store methods, ordered by their names; a component may be invalid
     */
    public Stream<ComponentModel> components() {
        return realm.getComponentsStream(realm.getId(), TotpMethodProvider.class.getName()).sorted(BY_NAME);
    }

    /**
     * @return each name once, in their order; an import can leave a method without a name
     */
    List<String> names() {
        return components().map(ComponentModel::getName).filter(Objects::nonNull).distinct().toList();
    }

    /**
     * @throws InvalidFieldException if the realm has no method of this id or name
     * @throws ModelValidationException if the method is invalid, or several have the name
     */
    public TotpMethod require(String idOrName) {
        return findOnly(idOrName).map(TotpMethodComponent::toMethod).orElseThrow(() -> new InvalidFieldException(TotpMethodFields.METHOD, "id or name of a TOTP method of the realm"));
    }

    /**
     * @return the realm's default method; empty if the realm names none
     * @throws ModelValidationException if the realm names a method that isn't there, or is invalid
     */
    Optional<TotpMethod> requireDefault() {
        return Optional.ofNullable(defaultName()).map(name -> findOnly(name).map(TotpMethodComponent::toMethod).orElseThrow(() -> new ModelValidationException(
                "The realm's attribute " + DEFAULT_METHOD + " names a TOTP method that isn't there. Change it, or ask for a method.")));
    }

    /**
     * Does what {@link #requireDefault()} does, but logs instead of throwing: a login must not fail.
     *
     * @return empty if the realm names none, or none that is there and valid
     */
    public Optional<TotpMethod> findDefault() {
        return Optional.ofNullable(defaultName()).flatMap(this::find).flatMap(TotpMethods::valid);
    }

    /** Without methods a realm works as on a server without this code. */
    public boolean isEmpty() {
        return components().findAny().isEmpty();
    }

    /**
     * @return the method that the credential belongs to; empty if it belongs to none, or to one that is removed or invalid
     */
    public Optional<TotpMethod> of(OTPCredentialModel credential) {
        return componentOf(credential).flatMap(TotpMethods::valid);
    }

    /**
     * @return the component of the method that the credential belongs to, even if it is invalid
     */
    public Optional<ComponentModel> componentOf(OTPCredentialModel credential) {
        int number = TotpCounter.of(credential).methodNumber();
        return components().filter(component -> TotpCounter.number(component.getId()) == number).findFirst();
    }

    /**
     * Whether a stored credential counts as one of the method. A credential without a method counts as one of the realm's default method, whose
     * limits it has. Otherwise the credential of a lost phone would go on working beside the one that replaces it.
     */
    boolean isOf(TotpMethod method, CredentialModel stored) {
        Optional<ComponentModel> own = StoredOTP.read(stored).flatMap(this::componentOf);
        String id = own.map(ComponentModel::getId).or(() -> findDefault().map(TotpMethod::id)).orElse(null);
        return method.id().equals(id);
    }

    /**
     * @return the component of this id, else the first of this name; it may be invalid
     */
    public Optional<ComponentModel> find(String idOrName) {
        return components().filter(component -> component.getId().equals(idOrName)).findFirst()
                .or(() -> components().filter(component -> idOrName.equals(component.getName())).findFirst());
    }

    /** Two simultaneous requests to Keycloak's endpoint for components may have made two methods of one name. */
    private Optional<ComponentModel> findOnly(String idOrName) {
        Optional<ComponentModel> found = find(idOrName);
        if (found.isPresent() && !found.get().getId().equals(idOrName) && components().filter(other -> other.getName().equals(idOrName)).count() > 1) {
            throw new ModelValidationException("The realm has several TOTP methods of this name. Use an id, and rename one of them.");
        }
        return found;
    }

    /** Whether the component stores the realm's default method. */
    public boolean isDefault(ComponentModel component) {
        return Optional.ofNullable(defaultName()).flatMap(this::find).filter(byDefault -> byDefault.getId().equals(component.getId())).isPresent();
    }

    private String defaultName() {
        String name = realm.getAttribute(DEFAULT_METHOD);
        return StringUtil.isBlank(name) ? null : name;
    }

    /** The database may have an invalid method. A login must not fail because of it. */
    private static Optional<TotpMethod> valid(ComponentModel component) {
        try {
            return Optional.of(TotpMethodComponent.toMethod(component));
        } catch (ModelValidationException e) {
            LOGGER.warn(e.getMessage());
            return Optional.empty();
        }
    }
}
