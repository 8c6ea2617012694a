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
 * What Keycloak asks of users before it lets them perform an action of their own accord: that their login is as recent as the action's
 * configuration says. A session from the login page may be refreshed for months.
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
     * @throws WebApplicationException 401 as in RFC 9470, for the client to ask for a new login; 403 if the age is 0: no login is recent enough then
     */
    void require(UserSessionModel userSession) {
        int maxAge = maxAge();
        boolean recent = authTime(userSession).filter(time -> maxAge > 0 && time + (long) maxAge >= Time.currentTime()).isPresent();
        if (!recent) {
            throw tooOld(maxAge);
        }
    }

    /** As {@link RequiredActionProvider#getMaxAuthAge(KeycloakSession)} has it within a login. */
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
     * @return empty where it isn't known when the user was there: an impersonator, a token of another issuer or an offline token began the session
     */
    private static Optional<Integer> authTime(UserSessionModel userSession) {
        Optional<Integer> noted = Optional.ofNullable(userSession.getNote(AuthenticationManager.AUTH_TIME)).flatMap(RecentLogin::number);
        // A direct grant is not noted: its session begins with it.
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
