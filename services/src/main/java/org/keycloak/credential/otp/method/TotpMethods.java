package org.keycloak.credential.otp.method;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.component.ComponentModel;
import org.keycloak.credential.CredentialField;
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

    /** Attribute of a realm: name or id of the method for what names none. */
    public static final String DEFAULT_METHOD = "totpDefaultMethod";
    public static final String METHOD = "method";

    /** A server without methods checks no names, if it is told to take what it doesn't know. */
    private static final Comparator<ComponentModel> BY_NAME = Comparator.comparing(ComponentModel::getName, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final Logger LOGGER = Logger.getLogger(TotpMethods.class);

    private final RealmModel realm;

    public TotpMethods(RealmModel realm) {
        this.realm = realm;
    }

    /** The field of a request that names one. */
    public static CredentialField field() {
        return CredentialField.text(METHOD, 1, 255)
                .describedAs("TOTP method", "Id or name of one of the realm's TOTP methods. Default: the realm's default method, if it has one.");
    }

    public Stream<ComponentModel> components() {
        return realm.getComponentsStream(realm.getId(), TotpMethodProvider.class.getName()).sorted(BY_NAME);
    }

    /**
     * @throws InvalidFieldException where there is none of this id or name
     * @throws ModelValidationException where what the realm has under this id or name is no valid method
     */
    public TotpMethod require(String idOrName) {
        return findOnly(idOrName).map(TotpMethod::of).orElseThrow(() -> new InvalidFieldException(METHOD, "id or name of a TOTP method of the realm"));
    }

    /**
     * @return empty where the realm names none
     * @throws ModelValidationException where it names one that isn't there, or isn't valid
     */
    public Optional<TotpMethod> requireDefault() {
        return Optional.ofNullable(defaultName()).map(name -> findOnly(name).map(TotpMethod::of).orElseThrow(() -> new ModelValidationException(
                "The realm's attribute " + DEFAULT_METHOD + " names a TOTP method that isn't there. Change it, or ask for a method.")));
    }

    /** As {@link #requireDefault()}, for what must go on all the same: none where there is no valid one. */
    public Optional<TotpMethod> findDefault() {
        return Optional.ofNullable(defaultName()).flatMap(this::find).flatMap(TotpMethods::valid);
    }

    /** A realm without methods is as a realm of a stock server. */
    public boolean isEmpty() {
        return components().findAny().isEmpty();
    }

    /**
     * @return the method that the credential belongs to; empty where it has none, or none that there still is
     */
    public Optional<TotpMethod> of(OTPCredentialModel credential) {
        return componentOf(credential).flatMap(TotpMethods::valid);
    }

    /** As {@link #of}, also if it isn't valid. */
    public Optional<ComponentModel> componentOf(OTPCredentialModel credential) {
        int number = TotpCounter.of(credential).methodNumber();
        return components().filter(component -> TotpCounter.number(component.getId()) == number).findFirst();
    }

    /**
     * Whether a stored credential counts as one of a method: one that has no method counts as one of the realm's default method, whose limits
     * it has. Else a phone that was lost would go on working beside the one that takes its place.
     */
    boolean isOf(TotpMethod method, CredentialModel stored) {
        Optional<ComponentModel> own = StoredOTP.read(stored).flatMap(this::componentOf);
        String id = own.map(ComponentModel::getId).or(() -> findDefault().map(TotpMethod::id)).orElse(null);
        return method.id().equals(id);
    }

    public Optional<ComponentModel> find(String idOrName) {
        return components().filter(component -> component.getId().equals(idOrName)).findFirst()
                .or(() -> components().filter(component -> idOrName.equals(component.getName())).findFirst());
    }

    /** Keycloak's endpoint for components may have let two requests at the same time have one name. */
    private Optional<ComponentModel> findOnly(String idOrName) {
        Optional<ComponentModel> found = find(idOrName);
        if (found.isPresent() && !found.get().getId().equals(idOrName) && components().filter(other -> other.getName().equals(idOrName)).count() > 1) {
            throw new ModelValidationException("The realm has several TOTP methods of this name. Use an id, and rename one of them.");
        }
        return found;
    }

    public boolean isDefault(ComponentModel component) {
        return Optional.ofNullable(defaultName()).flatMap(this::find).filter(byDefault -> byDefault.getId().equals(component.getId())).isPresent();
    }

    private String defaultName() {
        String name = realm.getAttribute(DEFAULT_METHOD);
        return StringUtil.isBlank(name) ? null : name;
    }

    /** What the database says is checked as well: a login must not end in an error of the server. */
    private static Optional<TotpMethod> valid(ComponentModel component) {
        try {
            return Optional.of(TotpMethod.of(component));
        } catch (ModelValidationException e) {
            LOGGER.warn(e.getMessage());
            return Optional.empty();
        }
    }
}
