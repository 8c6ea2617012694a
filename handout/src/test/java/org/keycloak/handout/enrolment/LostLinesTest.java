package org.keycloak.handout.enrolment;

import java.util.Arrays;
import java.util.List;

import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation.Totp;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LostLinesTest {

    private static final long BEGUN = 1_000;

    /** TOTPs are written as method, time of creation, and whether they are used. */
    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {
            "phones, phones 1000 false, true", // the first millisecond of the run
            "phones, phones 999 false, false", // on a sheet of an earlier run
            "phones, phones 1001 true, false", // set up by the user
            "phones, phones 605000 false, true", // ten minutes after the last line
            "phones, phones 605001 false, false", // of somebody else
            "phones, phones 1999999 false, false",
            "phones, phones 2000000 false, true", // resumed
            "phones, phones 2600001 false, false",
            "phones, phones 1001 false; tokens 5 true, true", // another method doesn't matter
            "phones, phones 999 true; tokens 1001 false, false",
            "id-of-phones, phones 1001 false, true", // no TOTP has the name
            "id-of-phones, phones 1001 false; tokens 5 true, false",
            "null, null 1001 false, true",
            "null, null 1001 false; null 5 false, false",
            "null, '', false" })
    void areThoseOfUnusedTotpsSinceTheRunBegan(String method, String totps, boolean lost) {
        LostLines lines = lines(method, false);
        assertEquals(lost, lines.isToReplace(totps(totps)));
        assertEquals(lost, lines.isLost(totps(totps)));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {
            "phones, phones 999 true, true, false", // still the former one
            "phones, phones 1001 false, true, true",
            "phones, phones 1001 true, false, false",
            "phones, phones 605001 false, false, false",
            "null, null 1001 false; null 5 true, true, true",
            "null, '', true, false" }) // a counter-based one, which isn't listed
    void areToBeReplacedAsFormerOnesAreIfTheRunReplaces(String method, String totps, boolean toReplace, boolean lost) {
        LostLines lines = lines(method, true);
        assertEquals(toReplace, lines.isToReplace(totps(totps)));
        assertEquals(lost, lines.isLost(totps(totps)));
    }

    private static LostLines lines(String method, boolean replace) {
        CreateTotpRepresentation credential = new CreateTotpRepresentation();
        credential.setReplaceExisting(replace);
        WorkingTimes times = new WorkingTimes(BEGUN);
        times.resumed(2_000_000);
        times.line(1_500);
        times.line(5_000);
        return new LostLines(new Run(null, "demo", null, credential, null, null, BEGUN), times, method);
    }

    private static List<Totp> totps(String text) {
        return Arrays.stream(text.split("; ")).filter(totp -> !totp.isEmpty()).map(totp -> totp.split(" ")).map(parts -> {
            Totp totp = new Totp();
            totp.setMethod("null".equals(parts[0]) ? null : parts[0]);
            totp.setCreatedDate(Long.valueOf(parts[1]));
            totp.setUsed(Boolean.valueOf(parts[2]));
            return totp;
        }).toList();
    }
}
