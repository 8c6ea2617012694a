package org.keycloak.services.resources.account;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.ws.rs.WebApplicationException;

import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticatorFactory;
import org.keycloak.authentication.authenticators.util.LoAUtil;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowBindings;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.utils.AcrUtils;
import org.keycloak.services.managers.Auth;
import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.core.type.TypeReference;

/**
 * The level of authentication that Keycloak's login page asks of users before they set up a credential of their own accord, in a realm whose
 * browser flow has levels: the level of the credential, or the highest level below it for which the user has a credential. Otherwise somebody
 * who knows only the password could set up a second factor, and reach its level with it.
 * <p>
 * The user session tells which levels were reached, and when. A token only tells what was reached when its client got it, by the client's own
 * names.
 */
final class LoginLevel {

    /** Names of levels that need no escaping in the header: RFC 6749, scope-token. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,255}");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final UserSessionModel login;
    private final ClientModel client;
    private final AuthenticationFlowModel flow;

    LoginLevel(KeycloakSession session, Auth auth) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.user = auth.getUser();
        this.login = auth.getSession();
        this.client = Optional.ofNullable(auth.getToken().getIssuedFor()).map(realm::getClientByClientId).orElse(auth.getClient());
        this.flow = browserFlow();
    }

    /**
     * @throws WebApplicationException 401 as in RFC 9470, for the client to ask for a login of the level; 403 if the level has the maximum age 0
     */
    void require(String credentialType) {
        Map<Integer, Integer> maxAges = maxAges();
        require(credentialType, maxAges, reached -> reached.getValue() + (long) maxAges.getOrDefault(reached.getKey(), 0) >= Time.currentTime());
    }

    /**
     * As {@link #require}, however long ago the level was reached.
     *
     * @throws WebApplicationException 401 as in RFC 9470, or 403
     */
    void requireReached(String credentialType) {
        require(credentialType, maxAges(), reached -> true);
    }

    private void require(String credentialType, Map<Integer, Integer> maxAges, Predicate<Entry<Integer, Integer>> counts) {
        Map<String, Integer> levels = LoAUtil.getCredentialTypesToLoAMap(session, realm, flow);
        int required = highestAvailable(levels, levels.getOrDefault(credentialType, Constants.NO_LOA));
        int level = level(counts);
        if (level >= required) {
            return;
        }
        if (maxAges.getOrDefault(required, 0) == 0) { // Keycloak never notes such a level
            throw InsufficientLogin.ofAnyAge("The realm asks for a login of this level each time. Set the authenticator up on the login page.");
        }
        throw InsufficientLogin.exception(message(level), "A different authentication level is required", "acr_values=\"" + acr(required) + "\"");
    }

    private static String message(int level) {
        return level == Constants.NO_LOA ? "The login has no level, and one is needed for this. Log in on the login page."
                : "The login is of a level that isn't enough for this. Log in with the second factor that you have.";
    }

    private String acr(int level) {
        return AcrUtils.getAcrLoaMap(client).entrySet().stream().filter(entry -> Objects.equals(entry.getValue(), level)).map(Entry::getKey)
                .filter(name -> TOKEN.matcher(name).matches()).sorted().findFirst().orElse(String.valueOf(level));
    }

    /** The flow of the login page that the client opens, if the client can open one. */
    private AuthenticationFlowModel browserFlow() {
        boolean opens = client.isStandardFlowEnabled() || client.isImplicitFlowEnabled();
        return Optional.ofNullable(opens ? client.getAuthenticationFlowBindingOverride(AuthenticationFlowBindings.BROWSER_BINDING) : null)
                .map(realm::getAuthenticationFlowById).orElseGet(realm::getBrowserFlow);
    }

    /** The rule of Keycloak's AcrStore: a level whose credentials the user lacks is skipped; a level without credentials isn't. */
    private int highestAvailable(Map<String, Integer> levels, int level) {
        Set<Integer> unavailable = new HashSet<>();
        levels.entrySet().stream().collect(Collectors.groupingBy(Entry::getValue, Collectors.mapping(Entry::getKey, Collectors.toSet()))).forEach((of, types) -> {
            if (types.stream().noneMatch(user.credentialManager()::isConfiguredFor)) {
                unavailable.add(of);
            }
        });
        int highest = level;
        while (highest > Constants.NO_LOA && unavailable.contains(highest)) {
            highest--;
        }
        return highest;
    }

    /** The rule of Keycloak's AcrStore: the levels count from the lowest one on, up to the first that doesn't count. */
    private int level(Predicate<Entry<Integer, Integer>> counts) {
        SortedMap<Integer, Integer> reached = reached();
        int lowest = reached.isEmpty() ? Constants.NO_LOA : Constants.MINIMUM_LOA;
        return reached.entrySet().stream().takeWhile(counts).mapToInt(Entry::getKey).reduce(lowest, (former, next) -> next);
    }

    /** When each level was reached, in seconds. Empty if the login came through a flow without levels. */
    private SortedMap<Integer, Integer> reached() {
        String noted = login.getNote(Constants.LOA_MAP);
        try {
            return noted == null ? new TreeMap<>() : JsonSerialization.readValue(noted, new TypeReference<TreeMap<Integer, Integer>>() {
            });
        } catch (IOException e) {
            return new TreeMap<>();
        }
    }

    /** The maximum age of each level of the flow, in seconds; the lowest one, if a level is there twice. */
    private Map<Integer, Integer> maxAges() {
        Map<Integer, Integer> maxAges = new HashMap<>();
        AuthenticatorUtil.getExecutionsByType(realm, flow.getId(), ConditionalLoaAuthenticatorFactory.PROVIDER_ID).stream()
                .map(AuthenticationExecutionModel::getAuthenticatorConfig).filter(Objects::nonNull)
                .map(realm::getAuthenticatorConfigById).filter(Objects::nonNull)
                .filter(config -> LoAUtil.getLevelFromLoaConditionConfiguration(config) != null)
                .forEach(config -> maxAges.merge(LoAUtil.getLevelFromLoaConditionConfiguration(config), LoAUtil.getMaxAgeFromLoaConditionConfiguration(config), Math::min));
        return maxAges;
    }
}
