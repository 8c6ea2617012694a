package org.keycloak.credential.otp.method;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.keycloak.common.util.Time;
import org.keycloak.component.ComponentModel;
import org.keycloak.credential.otp.TotpCounter;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.RealmModelDelegate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TotpStateTest {

    private static final String ID = "11111111-2222-3333-4444-555555555555";
    private static final long HOUR = 60 * 60 * 1000L;

    private final TotpMethods none = methods();
    private final TotpMethods unlimited = methods(method("0"));
    private final TotpMethods hour = methods(method("1h"));
    private final TotpMethods invalid = methods(method("soon"));

    @Test
    void withoutMethodsOnlyTheFirstUseIsKnown() {
        assertEquals(TotpState.USED, TotpState.of(none, totp(counter -> counter)));
        assertEquals(TotpState.USED, TotpState.of(none, totp(TotpCounter::locked)));
        assertEquals(TotpState.UNUSED, TotpState.of(none, old(TotpCounter::unused)));
        assertEquals(TotpState.UNUSED, TotpState.of(none, old(counter -> counter.unused().locked())));
    }

    @Test
    void lockGoesBeforeFirstUse() {
        assertEquals(TotpState.USED, TotpState.of(hour, totp(counter -> counter)));
        assertEquals(TotpState.UNUSED, TotpState.of(hour, totp(TotpCounter::unused)));
        assertEquals(TotpState.LOCKED, TotpState.of(hour, totp(TotpCounter::locked)));
        assertEquals(TotpState.LOCKED, TotpState.of(hour, totp(counter -> counter.unused().locked())));
    }

    @Test
    void onlyWhatIsUnusedExpires() {
        assertEquals(TotpState.USED, TotpState.of(hour, old(counter -> counter)));
        assertEquals(TotpState.LOCKED, TotpState.of(hour, old(TotpCounter::locked)));
        assertEquals(TotpState.EXPIRED, TotpState.of(hour, old(TotpCounter::unused)));
        assertEquals(TotpState.EXPIRED, TotpState.of(hour, old(counter -> counter.unused().locked())));
    }

    @Test
    void noMethodAndNoLimitIsNoDeadline() {
        assertEquals(TotpState.UNUSED, TotpState.of(unlimited, old(TotpCounter::unused)));
        assertEquals(TotpState.UNUSED, TotpState.of(hour, old(counter -> new TotpCounter(0).unused())));
        assertEquals(TotpState.UNUSED, TotpState.of(invalid, old(TotpCounter::unused)));
        assertEquals(TotpState.LOCKED, TotpState.of(invalid, old(counter -> counter.unused().locked())));
    }

    @Test
    void deadlineIsTheCreationAndTheTime() {
        OTPCredentialModel unused = totp(TotpCounter::unused);
        unused.setCreatedDate(1_000L);
        assertEquals(Optional.of(Instant.ofEpochMilli(1_000 + HOUR)), TotpState.deadline(hour, unused));
        assertEquals(Optional.empty(), TotpState.deadline(unlimited, unused));
        assertEquals(Optional.empty(), TotpState.deadline(hour, totp(counter -> counter)));
    }

    @ParameterizedTest
    @ValueSource(longs = { Long.MIN_VALUE, -1, 0 })
    void datesLongAgoAreOver(long created) {
        OTPCredentialModel unused = totp(TotpCounter::unused);
        unused.setCreatedDate(created);
        assertEquals(TotpState.EXPIRED, TotpState.of(hour, unused));
    }

    @Test
    void datesInTheFutureDelayTheDeadline() {
        OTPCredentialModel unused = totp(TotpCounter::unused);
        unused.setCreatedDate(Time.currentTimeMillis() + HOUR);
        assertEquals(TotpState.UNUSED, TotpState.of(hour, unused));
        unused.setCreatedDate(Long.MAX_VALUE);
        assertEquals(Long.MAX_VALUE, TotpState.deadline(hour, unused).orElseThrow().toEpochMilli());
    }

    @Test
    void noDateIsNoDeadline() {
        OTPCredentialModel unused = totp(TotpCounter::unused);
        unused.setCreatedDate(null);
        assertEquals(TotpState.UNUSED, TotpState.of(hour, unused));
    }

    @Test
    void hotpCountsAsUsed() {
        OTPCredentialModel hotp = OTPCredentialModel.createHOTP("12345678901234567890", 6, new TotpCounter(TotpCounter.number(ID)).unused().value(), "HmacSHA1");
        hotp.setCreatedDate(0L);
        assertEquals(TotpState.USED, TotpState.of(hour, hotp));
    }

    private static OTPCredentialModel old(UnaryOperator<TotpCounter> marks) {
        OTPCredentialModel totp = totp(marks);
        totp.setCreatedDate(Time.currentTimeMillis() - HOUR);
        return totp;
    }

    private static OTPCredentialModel totp(UnaryOperator<TotpCounter> marks) {
        OTPCredentialModel totp = OTPCredentialModel.createTOTP("12345678901234567890", 6, 30, "HmacSHA1");
        totp.updateCounter(marks.apply(new TotpCounter(TotpCounter.number(ID))).value());
        totp.setCreatedDate(Time.currentTimeMillis());
        return totp;
    }

    private static ComponentModel method(String activateWithin) {
        ComponentModel component = new ComponentModel();
        component.setId(ID);
        component.setName("phones");
        component.put("issuer", "Acme");
        component.put("activateWithin", activateWithin);
        return component;
    }

    private static TotpMethods methods(ComponentModel... components) {
        return new TotpMethods(new RealmModelDelegate(null) {

            @Override
            public String getId() {
                return "realm";
            }

            @Override
            public Stream<ComponentModel> getComponentsStream(String parentId, String providerType) {
                return Stream.of(components);
            }
        });
    }
}
