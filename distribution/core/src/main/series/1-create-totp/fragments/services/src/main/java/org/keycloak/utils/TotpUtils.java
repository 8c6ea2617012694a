package org.keycloak.utils;

import java.io.IOException;
import java.util.Locale;
import java.util.Properties;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.TemplatingUtil;
import org.keycloak.theme.Theme;

public class TotpUtils {

    // after: encode

    /**
     * @return the realm's name as its users know it from the login page: who issues a TOTP
     */
    public static String issuerName(KeycloakSession session, RealmModel realm, UserModel user) {
        return getIssuerName(session, realm, user);
    }

    // where missing
    private static String getIssuerName(KeycloakSession session, RealmModel realm, UserModel user) {
        String displayName = realm.getDisplayName();
        if (displayName == null || displayName.isBlank()) {
            return realm.getName();
        }
        try {
            Locale locale = session.getContext().resolveLocale(user);
            Properties messages = session.theme().getTheme(Theme.Type.LOGIN).getEnhancedMessages(realm, locale);
            return TemplatingUtil.resolveVariables(displayName, messages);
        } catch (IOException e) {
            return displayName;
        }
    }
}
