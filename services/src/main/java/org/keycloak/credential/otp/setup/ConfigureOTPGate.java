package org.keycloak.credential.otp.setup;

import java.util.function.Consumer;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Decides whether the page of <em>Configure OTP</em> is shown, and whether what the page sends counts.
 * <ul>
 * <li>The action is a default action of the realm, and the user has an OTP: the page is skipped. The default means that everybody must have an
 * OTP, whether the user got it before the action or after.</li>
 * <li>The action is no default action, or this login asks for it: the page is shown, also to a user who has an OTP. An administrator, a link by
 * mail, an application or a flow asks for another device.</li>
 * <li>The user got an OTP after the page was shown: the login is refused. It has asked for no OTP, so it would be a way around the new one.</li>
 * </ul>
 */
public final class ConfigureOTPGate {

    private static final String CONFIGURE_OTP = UserModel.RequiredAction.CONFIGURE_TOTP.name();
    /** Note in the authentication session: the page was shown while the user had no OTP. */
    private static final String FIRST = "first-otp-setup";

    private ConfigureOTPGate() {
    }

    /** Has {@link #challenge} refuse an overtaken login, even if the action was removed from the user meanwhile. */
    public static void evaluate(RequiredActionContext context) {
        if (isOvertaken(context)) {
            context.getAuthenticationSession().addRequiredAction(CONFIGURE_OTP);
        }
    }

    /**
     * @param page shows the page
     */
    public static void challenge(RequiredActionContext context, Consumer<RequiredActionContext> page) {
        if (isOvertaken(context)) {
            context.failure();
        } else if (!isConfigured(context.getUser())) {
            context.getAuthenticationSession().setAuthNote(FIRST, Boolean.TRUE.toString());
            page.accept(context);
        } else if (isByDefaultOnly(context)) {
            context.success();
        } else {
            page.accept(context);
        }
    }

    /**
     * @param setup stores what the page sent
     */
    public static void process(RequiredActionContext context, Consumer<RequiredActionContext> setup) {
        if (isOvertaken(context)) {
            context.failure();
            return;
        }
        setup.accept(context);
        if (context.getStatus() == RequiredActionContext.Status.SUCCESS) {
            context.getAuthenticationSession().removeAuthNote(FIRST);
        }
    }

    /** Whether the user got an OTP after the page was shown. */
    private static boolean isOvertaken(RequiredActionContext context) {
        return context.getAuthenticationSession().getAuthNote(FIRST) != null && isConfigured(context.getUser());
    }

    private static boolean isConfigured(UserModel user) {
        return user.credentialManager().isConfiguredFor(OTPCredentialModel.TYPE);
    }

    /** Whether only the realm's default asks for an OTP. What a link, an application or a flow asks for is noted in the authentication session. */
    private static boolean isByDefaultOnly(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        return isDefault(context.getRealm()) && !login.getRequiredActions().contains(CONFIGURE_OTP)
                && !CONFIGURE_OTP.equals(login.getClientNote(Constants.KC_ACTION));
    }

    private static boolean isDefault(RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(CONFIGURE_OTP);
        return action != null && action.isDefaultAction();
    }
}
