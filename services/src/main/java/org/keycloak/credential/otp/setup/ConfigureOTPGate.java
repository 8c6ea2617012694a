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
 * When the page of <em>Configure OTP</em> is shown, and when what it sends counts.
 * <p>
 * As a default action of the realm it says that everybody must have an OTP. Whoever has one meets that, whether it came before the action was
 * put on the user or after. Where it is no default, an administrator meant this very user, who is asked for another device, as ever; so is
 * whoever asks for it: what a link by mail, an application, or a flow wants is on the login, not on the user.
 * <p>
 * A login of a user without an OTP, which nobody was asked for in it, can't go on once somebody gave the user one: it would be a way
 * around that one.
 */
public final class ConfigureOTPGate {

    private static final String CONFIGURE_OTP = UserModel.RequiredAction.CONFIGURE_TOTP.name();
    /** The login was shown the page while the user had no OTP. */
    private static final String FIRST = "first-otp-setup";

    private ConfigureOTPGate() {
    }

    /** Keeps a login from going on that was shown the page before the user was given an OTP, also where nothing is pending any more. */
    public static void evaluate(RequiredActionContext context) {
        if (isOvertaken(context)) {
            context.getAuthenticationSession().addRequiredAction(CONFIGURE_OTP);
        }
    }

    /**
     * @param page shows it
     */
    public static void challenge(RequiredActionContext context, Consumer<RequiredActionContext> page) {
        if (isOvertaken(context)) {
            context.failure();
        } else if (!isConfigured(context.getUser())) {
            context.getAuthenticationSession().setAuthNote(FIRST, Boolean.TRUE.toString());
            page.accept(context);
        } else if (isForEverybody(context)) {
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

    private static boolean isOvertaken(RequiredActionContext context) {
        return context.getAuthenticationSession().getAuthNote(FIRST) != null && isConfigured(context.getUser());
    }

    private static boolean isConfigured(UserModel user) {
        return user.credentialManager().isConfiguredFor(OTPCredentialModel.TYPE);
    }

    private static boolean isForEverybody(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        return isDefault(context.getRealm()) && !login.getRequiredActions().contains(CONFIGURE_OTP)
                && !CONFIGURE_OTP.equals(login.getClientNote(Constants.KC_ACTION));
    }

    private static boolean isDefault(RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(CONFIGURE_OTP);
        return action != null && action.isDefaultAction();
    }
}
