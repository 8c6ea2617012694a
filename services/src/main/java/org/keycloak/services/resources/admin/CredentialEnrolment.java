package org.keycloak.services.resources.admin;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;

import org.keycloak.credential.CredentialCreator;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialPlace;
import org.keycloak.credential.NewCredential;
import org.keycloak.credential.UserCredentials;
import org.keycloak.credential.otp.QrCodeSize;
import org.keycloak.credential.otp.TotpFields;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.CreateCredentialRepresentation;
import org.keycloak.services.credential.CredentialReply;
import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The steps of creating a credential, which are the same for each type. They run in one transaction: the provider makes the credential, the
 * ones that it replaces are removed, it is stored in their place, and an admin event is reported.
 */
public final class CredentialEnrolment {

    private final RealmModel realm;
    private final UserModel user;
    private final UserCredentials credentials;
    private final CredentialEvents events;

    public CredentialEnrolment(RealmModel realm, UserModel user, UserCredentials credentials, CredentialEvents events) {
        this.realm = realm;
        this.user = user;
        this.credentials = credentials;
        this.events = events;
    }

    /**
     * @param fields as the provider declares them
     * @param pictureRequired whether a credential that comes without a QR code is refused
     * @throws ModelValidationException if a value isn't allowed, or the user has such a credential
     * @throws ModelDuplicateException if a credential of the type has the label
     */
    <T extends CredentialModel, R extends CreateCredentialRepresentation> CredentialReply enrol(CredentialCreator<T, R> creator, ObjectNode fields,
            boolean pictureRequired) {
        return prepare(creator, fields, pictureRequired).store();
    }

    /**
     * Makes the credential, and changes nothing yet.
     *
     * @throws ModelValidationException if a value isn't allowed
     * @throws CredentialExistsException if the user has such a credential
     * @throws ModelDuplicateException if a credential of the type has the label
     */
    public <T extends CredentialModel, R extends CreateCredentialRepresentation> Prepared<T, R> prepare(CredentialCreator<T, R> creator, ObjectNode fields,
            boolean pictureRequired) {
        R request = bound(fields, creator.getRepresentationType());
        boolean replace = Boolean.TRUE.equals(request.isReplaceExisting());
        String label = request.getUserLabel();
        NewCredential<T, R> credential = creator.newCredential(realm, user, request);
        require(credential, creator.getType());
        if (pictureRequired && credential.qrCode() == null) {
            throw TotpFields.pictureRequired(); // only a TOTP is asked for as a picture
        }
        Predicate<CredentialModel> replaced = present -> creator.replaces(credential.model(), present);
        Predicate<CredentialModel> expired = present -> creator.isExpired(realm, present);
        if (!replace) {
            credentials.requireNone(creator, replaced.and(expired.negate()));
        }
        // Without a request to replace, what the user set up a moment ago stays.
        Predicate<CredentialModel> removed = replace ? replaced : replaced.and(expired);
        credentials.requireFreeLabel(creator.getType(), label, removed.negate());
        return new Prepared<>(creator, credential, label, replace, removed);
    }

    /**
     * A credential that is made and not yet stored.
     */
    public final class Prepared<T extends CredentialModel, R extends CreateCredentialRepresentation> {

        private final CredentialCreator<T, R> creator;
        private final NewCredential<T, R> credential;
        private final String label;
        private final boolean replace;
        private final Predicate<CredentialModel> removed;

        private Prepared(CredentialCreator<T, R> creator, NewCredential<T, R> credential, String label, boolean replace, Predicate<CredentialModel> removed) {
            this.creator = creator;
            this.credential = credential;
            this.label = label;
            this.replace = replace;
            this.removed = removed;
        }

        /**
         * Removes what the credential replaces, stores it, and reports it.
         *
         * @throws ModelValidationException if what it replaces can't be removed
         * @throws ModelDuplicateException if a credential of the type has the label
         */
        public CredentialReply store() {
            Optional<CredentialPlace> place = credentials.place(creator, credential.model());
            credentials.removeStored(creator, removed).forEach(gone -> events.removed(user, gone));
            if (label != null) {
                credential.model().setUserLabel(label);
            }
            Optional<CredentialModel> stored = credentials.store(creator, credential, place);
            credentials.removeSetupAction(creator);
            stored.ifPresentOrElse(events::action, () -> events.action(creator.getType()).success());
            return reply(stored);
        }

        private CredentialReply reply(Optional<CredentialModel> stored) {
            R reply = credential.representation();
            reply.setUserLabel(stored.map(CredentialModel::getUserLabel).orElse(label));
            reply.setReplaceExisting(replace);
            reply.setId(stored.map(CredentialModel::getId).orElse(null));
            reply.setCreatedDate(stored.map(CredentialModel::getCreatedDate).orElse(null));
            return new CredentialReply(reply.getId(), JsonSerialization.mapper.valueToTree(reply), credential.qrCode());
        }
    }

    /** Checks what the provider made, before anything is changed: a credential that can't be shown must not be stored. */
    private static void require(NewCredential<?, ?> credential, String type) {
        if (!type.equals(credential.model().getType())) {
            throw new IllegalStateException("The provider of credential type " + type + " made one of type " + credential.model().getType());
        }
        NewCredential.QrCode qrCode = credential.qrCode();
        if (qrCode != null) {
            int least = QrCodeSize.least(qrCode.content());
            if (least == 0 || qrCode.size() < least || qrCode.size() > QrCodeSize.MAX || !StandardCharsets.US_ASCII.newEncoder().canEncode(qrCode.content())) {
                throw new IllegalStateException("The provider of credential type " + type + " made a QR code that can't be drawn");
            }
        }
    }

    private static <R> R bound(ObjectNode fields, Class<R> type) {
        try {
            return JsonSerialization.mapper.treeToValue(fields, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(type + " can't hold the fields that are declared for it"); // without the cause: its message quotes values
        }
    }
}
