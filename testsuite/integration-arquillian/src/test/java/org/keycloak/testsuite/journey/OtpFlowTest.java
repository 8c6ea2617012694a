package org.keycloak.testsuite.journey;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.testsuite.browser.AbstractBrowserTest;
import org.keycloak.testsuite.fixture.Flows;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.pages.MessagePage;
import org.keycloak.testsuite.totp.Authenticator;

import org.jboss.arquillian.graphene.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Users with and without OTP, in Keycloak's own browser flow and in flows that make OTP required.
 */
class OtpFlowTest extends AbstractBrowserTest {

    private static final String FLOW = "browser with OTP";
    private static final String FORMS = FLOW + " forms";
    private static final String OTP_FORM = "auth-otp-form";

    @Page
    private MessagePage messagePage;

    private final Map<RequiredOtp, TestRealm> realms = new EnumMap<>(RequiredOtp.class);

    @Test
    void builtInFlowAsksWhoHasOtpAndNobodyElse() {
        TestUser user = newUser();
        enterPassword(user);
        assertIn(user);

        Authenticator authenticator = user.newTotp("{}");

        enterPassword(user);
        assertInWithACode(user, authenticator);
    }

    @ParameterizedTest
    @EnumSource
    void userWithoutOtpSetsItUpAndIsAskedForCodesFromThenOn(RequiredOtp required) {
        TestUser user = realm(required).newUser();
        enterPassword(user);
        Authenticator authenticator = setUpAndGetIn(user);

        enterPassword(user);
        assertInWithACode(user, authenticator);
    }

    @ParameterizedTest
    @EnumSource
    void enrolledUserIsAskedForTheCodeOnceInASession(RequiredOtp required) {
        TestUser user = realm(required).newUser();
        Authenticator authenticator = user.newTotp("{}");

        enterPassword(user);
        assertInWithACode(user, authenticator);

        openApplication(user.realm());
        assertIn(user);
    }

    /** The user isn't let in. An administrator has to give the user an OTP. */
    @ParameterizedTest
    @EnumSource
    void userWithoutOtpIsRefusedWhereNobodyMaySetItUp(RequiredOtp required) {
        TestUser user = realm(required).newUser();
        new Flows(user.realm()).setActionEnabled(false);
        try {
            enterPassword(user);
            assertNotIn();
            assertEquals("Cannot login, credential setup required.", messagePage.error());

            Authenticator authenticator = user.newTotp("{}");

            enterPassword(user);
            assertInWithACode(user, authenticator);
        } finally {
            new Flows(user.realm()).setActionEnabled(true);
        }
    }

    private TestRealm realm(RequiredOtp required) {
        return realms.computeIfAbsent(required, it -> {
            TestRealm realm = TestRealm.create(server());
            Flows flows = new Flows(realm);
            it.build.accept(flows);
            flows.bind(RealmRepresentation::setBrowserFlow, FLOW);
            return realm;
        });
    }

    /** The ways to make OTP required. */
    private enum RequiredOtp {

        FLOW_OF_ONES_OWN(flows -> {
            flows.create(FLOW);
            flows.add(FLOW, "auth-cookie", Flows.ALTERNATIVE);
            flows.add(FLOW, "identity-provider-redirector", Flows.ALTERNATIVE);
            flows.addFlow(FLOW, FORMS, Flows.ALTERNATIVE);
            flows.add(FORMS, "auth-username-password-form", Flows.REQUIRED);
            flows.add(FORMS, OTP_FORM, Flows.REQUIRED);
        }),
        /** The conditions in the flow may stay: Keycloak ignores them in a flow that is required. */
        COPY(flows -> {
            flows.copy("browser", FLOW);
            flows.setFlowAround(FLOW, Flows.REQUIRED, OTP_FORM);
            flows.set(FLOW, Flows.REQUIRED, OTP_FORM);
        });

        private final Consumer<Flows> build;

        RequiredOtp(Consumer<Flows> build) {
            this.build = build;
        }
    }
}
