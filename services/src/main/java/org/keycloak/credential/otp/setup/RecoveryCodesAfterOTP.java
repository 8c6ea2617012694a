package org.keycloak.credential.otp.setup;

import java.util.Objects;
import java.util.stream.Stream;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.requiredactions.UpdateTotp;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;

import static org.keycloak.models.UserModel.RequiredAction.CONFIGURE_RECOVERY_AUTHN_CODES;
import static org.keycloak.models.UserModel.RequiredAction.CONFIGURE_TOTP;

/**
 * The recovery codes that <em>Configure OTP</em> asks for after users set up an OTP: if its option <em>Add Recovery Codes</em> is on, a flow of
 * the realm accepts recovery codes, and the user has none.
 */
final class RecoveryCodesAfterOTP {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    RecoveryCodesAfterOTP(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /** The user's next login asks for them. */
    void require() {
        if (isOptionOn() && isActionEnabled() && isAcceptedByAFlow() && !user.credentialManager().isConfiguredFor(RecoveryAuthnCodesCredentialModel.TYPE)
                && user.getRequiredActionsStream().noneMatch(CONFIGURE_RECOVERY_AUTHN_CODES.name()::equals)) {
            user.addRequiredAction(CONFIGURE_RECOVERY_AUTHN_CODES);
        }
    }

    private boolean isOptionOn() {
        return realm.getRequiredActionProvidersStream().filter(action -> CONFIGURE_TOTP.name().equals(action.getProviderId()))
                .map(action -> realm.getRequiredActionConfigByAlias(action.getAlias())).filter(Objects::nonNull)
                .anyMatch(config -> Boolean.parseBoolean(config.getConfigValue(UpdateTotp.ADD_RECOVERY_CODES, "false")));
    }

    private boolean isActionEnabled() {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(CONFIGURE_RECOVERY_AUTHN_CODES.name());
        return action != null && action.isEnabled();
    }

    private boolean isAcceptedByAFlow() {
        return realm.getAuthenticationFlowsStream().filter(flow -> !isDisabled(flow))
                .flatMap(flow -> realm.getAuthenticationExecutionsStream(flow.getId()))
                .filter(step -> step.getAuthenticator() != null && step.getRequirement() != Requirement.DISABLED)
                .map(step -> (AuthenticatorFactory) session.getKeycloakSessionFactory().getProviderFactory(Authenticator.class, step.getAuthenticator()))
                .filter(Objects::nonNull)
                .flatMap(factory -> Stream.concat(Stream.ofNullable(factory.getReferenceCategory()), factory.getOptionalReferenceCategories(session).stream()))
                .anyMatch(RecoveryAuthnCodesCredentialModel.TYPE::equals);
    }

    /** Whether the flow itself is disabled, or a flow around it. */
    private boolean isDisabled(AuthenticationFlowModel flow) {
        AuthenticationExecutionModel step = flow.isTopLevel() ? null : realm.getAuthenticationExecutionByFlowId(flow.getId());
        if (step == null || step.getRequirement() == Requirement.DISABLED) {
            return step != null;
        }
        AuthenticationFlowModel around = step.getParentFlow() == null ? null : realm.getAuthenticationFlowById(step.getParentFlow());
        return around != null && isDisabled(around);
    }
}
