package org.keycloak.services.resources.admin.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.keycloak.common.util.Time;
import org.keycloak.component.ComponentModel;
import org.keycloak.credential.RealmCredentialsProvider.OfUser;
import org.keycloak.credential.otp.TotpCounter;
import org.keycloak.credential.otp.method.TotpMethods;
import org.keycloak.credential.otp.method.TotpState;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.RealmModelDelegate;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TotpCoverageStatesTest {

    private static final String ID = "11111111-2222-3333-4444-555555555555";
    private static final long HOUR = 60 * 60 * 1000L;
    private static final List<UnaryOperator<TotpCounter>> MARKS = List.of(counter -> counter, TotpCounter::unused, TotpCounter::locked,
            counter -> counter.unused().locked(), counter -> new TotpCounter(0), counter -> new TotpCounter(0).unused(), counter -> new TotpCounter(0).locked());
    private static final List<Long> DATES = Arrays.asList(null, Long.MIN_VALUE, 0L, Time.currentTimeMillis() - HOUR, Time.currentTimeMillis() - HOUR / 2,
            Time.currentTimeMillis() + HOUR, Long.MAX_VALUE);

    /** In any order: what is remembered of one credential must not change another. */
    @Test
    void statesAreThoseOfSingleCredentials() {
        for (TotpMethods methods : List.of(methods(), methods("0"), methods("1h"), methods("soon"))) {
            List<OfUser> rows = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (Long date : DATES) {
                for (UnaryOperator<TotpCounter> marks : MARKS) {
                    OTPCredentialModel totp = totp(marks, date);
                    rows.add(row("user-" + rows.size(), totp.getCredentialData(), date));
                    expected.add(TotpState.of(methods, totp).name());
                }
            }
            assertEquals(expected, states(methods, rows.toArray(OfUser[]::new)));
        }
    }

    @Test
    void bestOfSeveralCounts() {
        OfUser used = row("a", totp(counter -> counter, 0L).getCredentialData(), 0L);
        OfUser unused = row("a", totp(TotpCounter::unused, null).getCredentialData(), null);
        OfUser expired = row("a", totp(TotpCounter::unused, 0L).getCredentialData(), 0L);
        OfUser locked = row("a", totp(TotpCounter::locked, 0L).getCredentialData(), 0L);
        TotpMethods methods = methods("1h");
        assertEquals(List.of("USED"), states(methods, expired, locked, unused, used));
        assertEquals(List.of("UNUSED"), states(methods, expired, unused, locked));
        assertEquals(List.of("LOCKED"), states(methods, expired, locked, expired));
        assertEquals(List.of("EXPIRED"), states(methods, expired));
    }

    @Test
    void usersStayApartAndInOrder() {
        OfUser none = new OfUser("b", "b", null, null, null);
        OfUser used = row("a", totp(counter -> counter, 0L).getCredentialData(), 0L);
        assertEquals(List.of("NONE", "USED", "NONE"), states(methods(), none, used, new OfUser("c", "c", null, null, null)));
        assertEquals(List.of(), states(methods()));
    }

    /** They block an enrolment, so they aren't none. */
    @Test
    void whatIsNoTotpCountsAsUsed() {
        OTPCredentialModel hotp = OTPCredentialModel.createHOTP("12345678901234567890", 6, new TotpCounter(TotpCounter.number(ID)).unused().value(), "HmacSHA1");
        for (String data : Arrays.asList(hotp.getCredentialData(), null, "", "null", "[]", "{}", "{\"subType\":\"totp\"", "junk")) {
            assertEquals(List.of("USED"), states(methods("1h"), row("a", data, 0L)), data);
        }
    }

    @Test
    void closesWhatItReads() {
        AtomicBoolean closed = new AtomicBoolean();
        new TotpCoverageStates(methods()).of(Stream.<OfUser>empty().onClose(() -> closed.set(true))).close();
        assertTrue(closed.get());
    }

    private static List<String> states(TotpMethods methods, OfUser... rows) {
        return new TotpCoverageStates(methods).of(Stream.of(rows)).map(user -> user.state().name()).toList();
    }

    private static OfUser row(String user, String data, Long created) {
        return new OfUser(user, user, "credential", data, created);
    }

    private static OTPCredentialModel totp(UnaryOperator<TotpCounter> marks, Long created) {
        OTPCredentialModel totp = OTPCredentialModel.createTOTP("12345678901234567890", 6, 30, "HmacSHA1");
        totp.updateCounter(marks.apply(new TotpCounter(TotpCounter.number(ID))).value());
        totp.setCreatedDate(created);
        return totp;
    }

    private static TotpMethods methods(String... activateWithin) {
        return new TotpMethods(new RealmModelDelegate(null) {

            @Override
            public String getId() {
                return "realm";
            }

            @Override
            public Stream<ComponentModel> getComponentsStream(String parentId, String providerType) {
                return Stream.of(activateWithin).map(within -> {
                    ComponentModel component = new ComponentModel();
                    component.setId(ID);
                    component.setName("phones");
                    component.put("issuer", "Acme");
                    component.put("activateWithin", within);
                    return component;
                });
            }
        });
    }
}
