package org.keycloak.credential.otp.setup;

import java.util.HashMap;
import java.util.Map;

import org.keycloak.credential.otp.TotpSecretEncoding;
import org.keycloak.representations.idm.CreateTotpRepresentation;

/**
 * A TOTP that a user was shown and hasn't confirmed yet.
 *
 * @param methodId id of its TOTP method; {@code null} if it has none
 * @param algorithm a MAC of the JCA
 * @param digits length of a code
 * @param period in seconds
 * @param secret as text
 * @param presentOtps hash of the OTPs that the user had then, see {@link PresentOTPs}
 */
record PendingTotp(String methodId, String algorithm, int digits, int period, String secret, String presentOtps) {

    private static final String METHOD = "method";
    private static final String ALGORITHM = "algorithm";
    private static final String DIGITS = "digits";
    private static final String PERIOD = "period";
    private static final String SECRET = "secret";
    private static final String PRESENT_OTPS = "present-otps";

    /**
     * @param totp with all values in effect, and a generated secret
     */
    static PendingTotp of(CreateTotpRepresentation totp, String methodId, String presentOtps) {
        return new PendingTotp(methodId, totp.getAlgorithm(), totp.getDigits(), totp.getPeriod(), totp.getTotpSecret(), presentOtps);
    }

    static PendingTotp of(Map<String, String> notes) {
        return new PendingTotp(notes.get(METHOD), notes.get(ALGORITHM), Integer.parseInt(notes.get(DIGITS)), Integer.parseInt(notes.get(PERIOD)), notes.get(SECRET),
                notes.getOrDefault(PRESENT_OTPS, ""));
    }

    Map<String, String> notes() {
        Map<String, String> notes = new HashMap<>(Map.of(ALGORITHM, algorithm, DIGITS, String.valueOf(digits), PERIOD, String.valueOf(period), SECRET, secret,
                PRESENT_OTPS, presentOtps));
        if (methodId != null) {
            notes.put(METHOD, methodId);
        }
        return notes;
    }

    /** A request to import it, so that the credential is made and checked as an administrator's is. */
    CreateTotpRepresentation request() {
        CreateTotpRepresentation request = new CreateTotpRepresentation();
        request.setMethod(methodId);
        request.setAlgorithm(algorithm);
        request.setDigits(digits);
        request.setPeriod(period);
        request.setTotpSecret(secret);
        request.setSecretEncoding(TotpSecretEncoding.TEXT.name());
        request.setQrSize(0);
        return request;
    }

    /** Without the components, so that no secret gets into a log. */
    @Override
    public String toString() {
        return "PendingTotp";
    }
}
