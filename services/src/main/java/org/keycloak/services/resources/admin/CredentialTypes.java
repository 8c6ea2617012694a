package org.keycloak.services.resources.admin;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.keycloak.credential.CredentialCreator;
import org.keycloak.credential.CredentialCreators;
import org.keycloak.credential.CredentialField;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.UserCredentials;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.CredentialTypeRepresentation;
import org.keycloak.theme.Theme;

import org.jboss.logging.Logger;

/**
 * The types of credentials that an administrator may create for a user, with all that a form needs.
 */
final class CredentialTypes {

    private static final Logger LOGGER = Logger.getLogger(CredentialTypes.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final Properties messages;

    /**
     * @param locale the administrator's language
     */
    CredentialTypes(KeycloakSession session, UserModel user, Locale locale) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.user = user;
        this.messages = messages(locale);
    }

    /**
     * @return the types in the order of the account console
     */
    Stream<CredentialTypeRepresentation> all() {
        Map<CredentialTypeMetadata, CredentialCreator<?, ?>> sorted = new TreeMap<>();
        CredentialCreators.of(session, realm, user).forEach(creator -> sorted.putIfAbsent(
                creator.getCredentialTypeMetadata(CredentialTypeMetadataContext.builder().user(user).build(session)), creator));
        return sorted.entrySet().stream().map(type -> representation(type.getKey(), type.getValue()));
    }

    private CredentialTypeRepresentation representation(CredentialTypeMetadata metadata, CredentialCreator<?, ?> creator) {
        CredentialTypeRepresentation type = new CredentialTypeRepresentation();
        type.setType(creator.getType());
        type.setName(messages.getProperty(metadata.getDisplayName(), metadata.getDisplayName()));
        type.setHelpText(messages.getProperty(metadata.getHelpText(), metadata.getHelpText()));
        type.setConfigured(new UserCredentials(session, realm, user).has(creator.getType()));
        type.setFields(CredentialCreation.fields(creator, creator.getFields(realm, user)).stream().map(CredentialTypes::representation).toList());
        return type;
    }

    private static CredentialTypeRepresentation.Field representation(CredentialField field) {
        CredentialTypeRepresentation.Field representation = new CredentialTypeRepresentation.Field();
        representation.setName(field.getName());
        representation.setLabel(field.getLabel());
        representation.setHelpText(field.getHelpText());
        representation.setType(field.getType());
        representation.setDefaultValue(field.getDefaultValue());
        representation.setOptions(field.getOptions());
        representation.setSecret(field.isSecret());
        representation.setRequired(field.isRequired());
        representation.setValidators(field.getValidators().isEmpty() ? null : field.getValidators());
        return representation;
    }

    /** The names of types are messages of the login theme. */
    private Properties messages(Locale locale) {
        try {
            return session.theme().getTheme(Theme.Type.LOGIN).getEnhancedMessages(realm, locale);
        } catch (IOException e) {
            LOGGER.warn("The login theme's messages can't be read", e);
            return new Properties();
        }
    }
}
