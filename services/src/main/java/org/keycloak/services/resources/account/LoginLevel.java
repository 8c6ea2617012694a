package org.keycloak.services.resources.account;

import java.util.HashSet;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.ws.rs.WebApplicationException;

import org.keycloak.authentication.authenticators.util.LoAUtil;
import org.keycloak.models.AuthenticationFlowBindings;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.utils.AcrUtils;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.Auth;

/**
 * The level of authentication that Keycloak's login page asks of users before they set up a credential of their own accord, in a realm whose
 * browser flow has levels: that of the credential, or the highest below it for which they have one. Else who only knows a password would
 * give themselves the second factor, and be at its level with that.
 */
final class LoginLevel {

    /** Of an attribute's value in a header: RFC 6749, scope-token. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,255}");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AccessToken token;
    private final UserModel user;
    private final ClientModel client;

    LoginLevel(KeycloakSession session, Auth auth) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.token = auth.getToken();
        this.user = auth.getUser();
        this.client = Optional.ofNullable(token.getIssuedFor()).map(realm::getClientByClientId).orElse(auth.getClient());
    }

    /**
     * @throws WebApplicationException 401 as in RFC 9470, for the client to ask for a login of the level
     */
    void require(String credentialType) {
        Map<String, Integer> levels = LoAUtil.getCredentialTypesToLoAMap(session, realm, browserFlow());
        int required = highestAvailable(levels, levels.getOrDefault(credentialType, Constants.NO_LOA));
        if (required > Constants.NO_LOA && level() < required) {
            String acr = AcrUtils.getAcrLoaMap(client).entrySet().stream().filter(entry -> entry.getValue() == required).map(Entry::getKey)
                    .filter(name -> TOKEN.matcher(name).matches()).sorted().findFirst().orElse(String.valueOf(required));
            throw InsufficientLogin.exception("The login is of a level that isn't enough for this. Log in with the second factor that you have.",
                    "A different authentication level is required", "acr_values=\"" + acr + "\"");
        }
    }

    private AuthenticationFlowModel browserFlow() {
        String overriding = client.getAuthenticationFlowBindingOverride(AuthenticationFlowBindings.BROWSER_BINDING);
        return Optional.ofNullable(overriding).map(realm::getAuthenticationFlowById).orElseGet(realm::getBrowserFlow);
    }

    /** As AcrStore has it: who has no second factor yet is asked for none, and a level without credentials is as it is. */
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

    private int level() {
        String acr = token.getAcr();
        if (acr == null) {
            return Constants.NO_LOA;
        }
        Integer mapped = AcrUtils.getAcrLoaMap(client).get(acr);
        try {
            return mapped == null ? Integer.parseInt(acr) : mapped;
        } catch (NumberFormatException e) {
            return Constants.NO_LOA;
        }
    }
}
