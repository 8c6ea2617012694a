package org.keycloak.handout.enrolment;

import org.keycloak.representations.idm.CreateTotpRepresentation;

import picocli.CommandLine.Option;

/** The options that say what TOTP each user gets. The server has the defaults, and checks the values. */
final class CredentialOptions {

    @Option(names = "--method", paramLabel = "NAME", description = "TOTP method of the realm.")
    private String method;

    @Option(names = "--issuer", paramLabel = "TEXT", description = "Issuer of the key, which the app shows.")
    private String issuer;

    @Option(names = "--label", paramLabel = "TEXT", description = "Name of the device, which the user sees in the account console.")
    private String label;

    @Option(names = "--algorithm", paramLabel = "NAME", description = "SHA1, SHA256 or SHA512.")
    private String algorithm;

    @Option(names = "--digits", paramLabel = "6|8", description = "Digits of a code.")
    private Integer digits;

    @Option(names = "--period", paramLabel = "SECONDS", description = "How long a code is shown: 10 to 300.")
    private Integer period;

    @Option(names = "--key-size", paramLabel = "BYTES", description = "Length of the secrets: 20 to 128.")
    private Integer keySize;

    @Option(names = "--replace", description = "Replace the TOTPs of users who have one. Their apps give no valid codes from then on.")
    private boolean replace;

    CreateTotpRepresentation credential() {
        CreateTotpRepresentation credential = new CreateTotpRepresentation();
        credential.setMethod(method);
        credential.setIssuer(issuer);
        credential.setUserLabel(label);
        credential.setAlgorithm(algorithm);
        credential.setDigits(digits);
        credential.setPeriod(period);
        credential.setKeySize(keySize);
        credential.setReplaceExisting(replace ? true : null);
        return credential;
    }
}
