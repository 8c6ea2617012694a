package org.keycloak.authentication.requiredactions;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * <em>Configure OTP</em> as a default action of the realm: everybody must have an OTP. Whoever has one meets that, whether it came before the
 * action was put on the user or after. Where the action is no default of the realm an administrator meant this very user, who is asked for
 * another device, as ever; so is whoever asks for it: what a link by mail, an application, or a flow wants is on the login, not on the user.
 */
public final class OTPBarrier {

    private static final String CONFIGURE_OTP = UserModel.RequiredAction.CONFIGURE_TOTP.name();

    private OTPBarrier() {
    }

    /** Takes the action off a user who has an OTP. */
    public static void evaluate(RequiredActionContext context) {
        UserModel user = context.getUser();
        if (isPending(user) && isDefault(context.getRealm()) && user.credentialManager().isConfiguredFor(OTPCredentialModel.TYPE)) {
            user.removeRequiredAction(CONFIGURE_OTP);
        }
    }

    private static boolean isPending(UserModel user) {
        return user.getRequiredActionsStream().anyMatch(CONFIGURE_OTP::equals);
    }

    private static boolean isDefault(RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(CONFIGURE_OTP);
        return action != null && action.isDefaultAction();
    }
}
