package org.keycloak.services.resources.account;

import java.util.Optional;

import jakarta.ws.rs.WebApplicationException;

import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.common.util.Time;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Requires that the login is as recent as the configuration of a required action says. Keycloak requires the same before users perform the
 * action of their own accord: a session from the login page may be refreshed for months.
 */
final class RecentLogin {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RequiredActionProviderModel action;

    RecentLogin(KeycloakSession session, RequiredActionProviderModel action) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.action = action;
    }

    /**
     * @throws WebApplicationException 401 as in RFC 9470, for the client to ask for a new login; 403 if the maximum age is 0, so that no login is recent enough
     */
    void require(UserSessionModel userSession) {
        int maxAge = maxAge();
        boolean recent = authTime(userSession).filter(time -> maxAge > 0 && time + (long) maxAge >= Time.currentTime()).isPresent();
        if (!recent) {
            throw tooOld(maxAge);
        }
    }

    /** As {@link RequiredActionProvider#getMaxAuthAge(KeycloakSession)} finds it within a login. */
    private int maxAge() {
        RequiredActionConfigModel config = realm.getRequiredActionConfigByAlias(action.getAlias());
        return Optional.ofNullable(config).map(model -> model.getConfigValue(Constants.MAX_AUTH_AGE_KEY)).flatMap(RecentLogin::number)
                .orElseGet(() -> session.getProvider(RequiredActionProvider.class, action.getProviderId()).getMaxAuthAge(session));
    }

    private static Optional<Integer> number(String seconds) {
        try {
            return Optional.of(Integer.valueOf(seconds)).filter(number -> number >= 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * @return empty if it is unknown when the user authenticated: in the session of an impersonation, a token exchange or an offline token
     */
    private static Optional<Integer> authTime(UserSessionModel userSession) {
        Optional<Integer> noted = Optional.ofNullable(userSession.getNote(AuthenticationManager.AUTH_TIME)).flatMap(RecentLogin::number);
        // The session of a direct grant has no note, and begins with the login.
        boolean direct = OIDCLoginProtocol.LOGIN_PROTOCOL.equals(userSession.getAuthMethod()) && !userSession.isOffline()
                && !Constants.CREATED_FROM_PERSISTENT_OFFLINE.equals(userSession.getNote(Constants.CREATED_FROM_PERSISTENT));
        return noted.isEmpty() && direct ? Optional.of(userSession.getStarted()) : noted;
    }

    private static WebApplicationException tooOld(int maxAge) {
        return maxAge == 0 ? InsufficientLogin.ofAnyAge("The realm asks for a login each time. Set the authenticator up on the login page.")
                : InsufficientLogin.exception("The login is too old. Log in again: at most " + maxAge + " seconds may have passed since.",
                        "A more recent login is required", "max_age=" + maxAge);
    }
}
