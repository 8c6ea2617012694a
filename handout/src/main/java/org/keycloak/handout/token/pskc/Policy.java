package org.keycloak.handout.token.pskc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;

/**
 * Refuses a key whose policy (RFC 6030 section 5) Keycloak can't keep: the RFC forbids the use of a key whose policy isn't understood whole. What a
 * token keeps by itself, as a PIN that is typed on it, is no obstacle.
 */
final class Policy {

    private Policy() {
    }

    /**
     * @param policy {@code Policy}
     * @throws IllegalArgumentException with the reason
     */
    static void check(XmlElement policy, Instant now) {
        checkDates(policy, "The key", now);
        for (XmlElement element : policy.children()) {
            boolean own = PskcReader.NAMESPACE.equals(element.namespace());
            switch (own ? element.name() : "") {
                case "StartDate", "ExpiryDate" -> {
                }
                case "PINPolicy" -> checkPin(element);
                case "KeyUsage" -> checkUsage(policy);
                case "NumberOfTransactions" ->
                    throw new IllegalArgumentException("The key is for " + element.text() + " transactions only (NumberOfTransactions), which Keycloak doesn't count");
                default -> throw new IllegalArgumentException("The key has a policy that is not known, " + element.name() + "; RFC 6030 forbids its use");
            }
        }
    }

    /**
     * @param element {@code Policy} or {@code DeviceInfo}, which both can have a {@code StartDate} and an {@code ExpiryDate}
     * @param subject what has the dates, at the beginning of a sentence
     */
    static void checkDates(XmlElement element, String subject, Instant now) {
        element.text("StartDate").filter(date -> instant(date).isAfter(now)).ifPresent(date -> {
            throw new IllegalArgumentException(subject + " may not be used before " + date + " (StartDate)");
        });
        element.text("ExpiryDate").filter(date -> instant(date).isBefore(now)).ifPresent(date -> {
            throw new IllegalArgumentException(subject + " expired on " + date + " (ExpiryDate)");
        });
    }

    private static void checkUsage(XmlElement policy) {
        List<String> usages = policy.children().stream().filter(element -> "KeyUsage".equals(element.name())).map(XmlElement::text).toList();
        if (!usages.contains("OTP")) {
            throw new IllegalArgumentException("The key is not for OTPs; its KeyUsage is " + String.join(", ", usages));
        }
    }

    private static void checkPin(XmlElement pin) {
        String mode = pin.attribute("PINUsageMode").orElse("Local");
        if (!"Local".equals(mode)) {
            throw new IllegalArgumentException("The key needs a PIN that is part of the code (PINUsageMode " + mode
                    + "), which Keycloak can't check; a PIN that is typed on the token (Local) would do");
        }
    }

    /** An {@code xs:dateTime}, which is UTC if it has no offset (RFC 6030 section 3). */
    private static Instant instant(String date) {
        try {
            TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(date, OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime offset ? offset.toInstant() : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("The date " + date + " is not one such as 2030-12-31T00:00:00Z");
        }
    }
}
