package org.keycloak.credential.totp;

import java.util.Optional;
import java.util.function.Predicate;

import org.keycloak.models.OTPPolicy;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.TimeBasedOTP;
import org.keycloak.representations.idm.CreateTotpRepresentation;

import static org.keycloak.models.utils.HmacOTP.HMAC_SHA512;

/**
 * The values in effect for one TOTP: those that were asked for, and the defaults for the others.
 *
 * @param userLabel device name shown to the user, or {@code null}
 * @param algorithm a MAC of the JCA: {@code HmacSHA1}, {@code HmacSHA256} or {@code HmacSHA512}
 * @param digits length of a code
 * @param period time step in seconds
 * @param qrSize width and height of the QR code in pixels; 0 for none
 */
record TotpParameters(String userLabel, String issuer, String algorithm, int digits, int period, int qrSize, boolean replaceExisting,
        TotpSecret secret) {

    private static final String ALGORITHM_PREFIX = "Hmac";
    private static final int MIN_DIGITS = 6; // RFC 4226, section 5.3

    /**
     * @param realmPolicy for the defaults; where it is incomplete, as an import of a realm may leave it, Keycloak's are taken
     * @param defaultIssuer for a request without one
     * @throws org.keycloak.credential.enrolment.InvalidFieldException where a value is not allowed
     */
    static TotpParameters resolve(CreateTotpRepresentation request, OTPPolicy realmPolicy, String defaultIssuer) {
        OTPPolicy policy = isComplete(realmPolicy) ? realmPolicy : OTPPolicy.DEFAULT_POLICY;
        String algorithm = checked(TotpFields.ALGORITHM, request.getAlgorithm(), TotpFields.options(TotpFields.ALGORITHM)::contains)
                .map(TotpParameters::withPrefix).orElse(policy.getAlgorithm());
        return new TotpParameters(
                checked(TotpFields.USER_LABEL, request.getUserLabel(), Text::isName).orElse(null),
                KeyUri.issuer(checked(TotpFields.ISSUER, request.getIssuer(), Text::isName).orElse(defaultIssuer)),
                algorithm,
                checked(TotpFields.DIGITS, request.getDigits(), digits -> digits == 6 || digits == 8).orElse(policy.getDigits()),
                checked(TotpFields.PERIOD, request.getPeriod(), between(10, 300)).orElse(defaultPeriod(policy)),
                checked(TotpFields.QR_SIZE, request.getQrSize(), between(100, 1000).or(size -> size == 0)).orElse(TotpFields.DEFAULT_QR_SIZE),
                Boolean.TRUE.equals(request.isReplaceExisting()),
                secret(request, algorithm));
    }

    private static TotpSecret secret(CreateTotpRepresentation request, String algorithm) {
        Optional<Integer> keySize = checked(TotpFields.KEY_SIZE, request.getKeySize(), between(20, 128));
        Optional<String> encoding = checked(TotpFields.SECRET_ENCODING, request.getSecretEncoding(),
                TotpFields.options(TotpFields.SECRET_ENCODING)::contains);
        if (request.getTotpSecret() == null) {
            if (encoding.isPresent()) {
                throw TotpFields.invalid(TotpFields.SECRET_ENCODING);
            }
            return TotpSecret.generate(keySize.orElse(defaultKeySize(algorithm)));
        }
        TotpSecret secret = TotpSecret.imported(request.getTotpSecret(), request.getSecretEncoding());
        if (keySize.isPresent() && keySize.get() != secret.bytes().length) {
            throw TotpFields.invalid(TotpFields.KEY_SIZE);
        }
        return secret;
    }

    /** HmacOTP draws a byte from 59 characters: 32 of them hold 188 bits, over the 160 that RFC 4226 recommends; 20 would hold 118. */
    private static int defaultKeySize(String algorithm) {
        return HMAC_SHA512.equals(algorithm) ? 64 : 32;
    }

    private static boolean isComplete(OTPPolicy policy) {
        return policy.getAlgorithm() != null && policy.getDigits() >= MIN_DIGITS && defaultPeriod(policy) > 0;
    }

    private static int defaultPeriod(OTPPolicy policy) {
        return OTPCredentialModel.TOTP.equals(policy.getType()) ? policy.getPeriod() : TimeBasedOTP.DEFAULT_INTERVAL_SECONDS;
    }

    /** The algorithm's name in the Key URI format: {@code SHA1}, {@code SHA256} or {@code SHA512}. */
    String algorithmKey() {
        return algorithm.substring(ALGORITHM_PREFIX.length());
    }

    private static String withPrefix(String algorithm) {
        return algorithm.startsWith(ALGORITHM_PREFIX) ? algorithm : ALGORITHM_PREFIX + algorithm;
    }

    private static Predicate<Integer> between(int min, int max) {
        return value -> value >= min && value <= max;
    }

    private static <T> Optional<T> checked(String field, T value, Predicate<T> allowed) {
        if (value != null && !allowed.test(value)) {
            throw TotpFields.invalid(field);
        }
        return Optional.ofNullable(value);
    }
}
