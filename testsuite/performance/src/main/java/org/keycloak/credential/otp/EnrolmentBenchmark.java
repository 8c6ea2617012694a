package org.keycloak.credential.otp;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import org.keycloak.models.OTPPolicy;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.services.credential.CredentialReply;
import org.keycloak.util.JsonSerialization;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What an enrolment computes, part by part and as a whole, without what reads a request: HTTP, rights, the check of the fields, the database, events.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EnrolmentBenchmark {

    private static final TotpDefaults DEFAULTS = TotpDefaults.of(OTPPolicy.DEFAULT_POLICY);
    private static final String ACCOUNT = "alice@example.com";

    private CreateTotpRepresentation complete;

    @Setup
    public void complete() {
        complete = parameters(null).totp();
    }

    @Benchmark
    public TotpSecret secret() {
        return TotpSecret.generate(TotpFields.DEFAULT_KEY_SIZE);
    }

    @Benchmark
    public String keyUri() {
        return KeyUri.of(complete, ACCOUNT);
    }

    @Benchmark
    public int leastPictureSize() {
        return QrCodeSize.least(complete.getKeyUri());
    }

    @Benchmark
    public byte[] enrolment() throws IOException {
        return enrolment(null);
    }

    @Benchmark
    public byte[] enrolmentWithoutPicture() throws IOException {
        return enrolment(0);
    }

    /** The model to be stored, and the reply. */
    private static byte[] enrolment(Integer qrSize) throws IOException {
        TotpParameters parameters = parameters(qrSize);
        parameters.totp().setId(parameters.model().getId());
        CredentialReply created = new CredentialReply(null, JsonSerialization.mapper.valueToTree(parameters.totp()), parameters.qrCode());
        return JsonSerialization.writeValueAsBytes(created.json());
    }

    private static TotpParameters parameters(Integer qrSize) {
        CreateTotpRepresentation request = new CreateTotpRepresentation();
        request.setQrSize(qrSize);
        return TotpParameters.complete(request, DEFAULTS, ACCOUNT, () -> "ACME");
    }
}
