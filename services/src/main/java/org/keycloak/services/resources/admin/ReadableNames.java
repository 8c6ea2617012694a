package org.keycloak.services.resources.admin;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.config.UPConfigUtils;

/**
 * The names, the e-mail address and the attributes of users, as far as the user profile shows them to administrators. Keycloak's own list of
 * users asks the profile for each user. That is slow, and needless if the profile shows names and e-mail address to all administrators.
 */
public final class ReadableNames {

    private final UserProfileProvider profiles;
    private final boolean shown;

    public ReadableNames(KeycloakSession session) {
        this.profiles = session.getProvider(UserProfileProvider.class);
        UPConfig config = profiles.getConfiguration();
        this.shown = Stream.of(UserModel.FIRST_NAME, UserModel.LAST_NAME, UserModel.EMAIL).allMatch(name -> isShown(config.getAttribute(name)));
    }

    private static boolean isShown(UPAttribute attribute) {
        return attribute != null && attribute.getSelector() == null && attribute.getPermissions() != null && attribute.getPermissions().getView().contains(UPConfigUtils.ROLE_ADMIN);
    }

    /**
     * @param firstName {@code null} if the user has none, or it isn't shown; the others likewise
     */
    public record Names(String firstName, String lastName, String email) {
    }

    public Names of(UserModel user) {
        if (shown) {
            return new Names(user.getFirstName(), user.getLastName(), user.getEmail());
        }
        Map<String, List<String>> readable = attributes(user);
        return new Names(first(readable, UserModel.FIRST_NAME), first(readable, UserModel.LAST_NAME), first(readable, UserModel.EMAIL));
    }

    /**
     * @return all attributes that are shown, by their names
     */
    public Map<String, List<String>> attributes(UserModel user) {
        return profiles.create(UserProfileContext.USER_API, user).getAttributes().getReadable();
    }

    private static String first(Map<String, List<String>> attributes, String name) {
        return attributes.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }
}
