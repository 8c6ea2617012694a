package org.keycloak.credential.otp;

import java.io.IOException;
import java.util.Locale;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.TemplatingUtil;
import org.keycloak.theme.Theme;
import org.keycloak.utils.StringUtil;

import org.jboss.logging.Logger;

/**
 * The realm's name as the login page shows it to a user: the display name in the user's language, else the name. Keycloak's
 * {@code TotpUtils} resolves it in the language of the browser, but in our requests the browser is an administrator's.
 */
final class RealmIssuer {

    private static final Logger LOGGER = Logger.getLogger(RealmIssuer.class);

    private RealmIssuer() {
    }

    static String of(KeycloakSession session, RealmModel realm, UserModel user) {
        String displayName = realm.getDisplayName();
        if (StringUtil.isBlank(displayName)) {
            return realm.getName();
        }
        if (!displayName.contains("${")) { // nothing to resolve: the theme's messages need not be read
            return displayName;
        }
        try {
            Locale locale = session.getContext().resolveLocale(user, true);
            Theme theme = session.theme().getTheme(Theme.Type.LOGIN);
            return TemplatingUtil.resolveVariables(displayName, theme.getEnhancedMessages(realm, locale));
        } catch (IOException e) {
            LOGGER.warn("The login theme's messages can't be read to resolve the realm's display name", e);
            return displayName;
        }
    }
}
