package org.keycloak.credential.totp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.TemplatingUtil;
import org.keycloak.theme.Theme;
import org.keycloak.utils.StringUtil;

/**
 * The realm's name as its users know it from the login page.
 */
final class RealmIssuer {

    private RealmIssuer() {
    }

    static String of(KeycloakSession session, RealmModel realm, UserModel user) {
        String displayName = realm.getDisplayName();
        if (StringUtil.isBlank(displayName)) {
            return realm.getName();
        }
        if (!displayName.contains("${")) { // spares reading the theme's messages
            return displayName;
        }
        try {
            Locale locale = session.getContext().resolveLocale(user);
            Theme theme = session.theme().getTheme(Theme.Type.LOGIN);
            return TemplatingUtil.resolveVariables(displayName, theme.getEnhancedMessages(realm, locale));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
