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

    private final TotpKey key = totp(null).key();
    private final String uri = key.uri();

    @Benchmark
    public TotpSecret secret() {
        return TotpSecret.generate(TotpFields.DEFAULT_KEY_SIZE);
    }

    @Benchmark
    public String keyUri() {
        return key.uri();
    }

    @Benchmark
    public int leastPictureSize() {
        return QrCodeSize.least(uri);
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
        NewTotp totp = totp(qrSize);
        CreateTotpRepresentation reply = totp.toRepresentation();
        reply.setId(totp.key().toCredential().getId());
        return JsonSerialization.writeValueAsBytes(new CredentialReply(null, JsonSerialization.mapper.valueToTree(reply), totp.qrCode()).json());
    }

    private static NewTotp totp(Integer qrSize) {
        CreateTotpRepresentation request = new CreateTotpRepresentation();
        request.setQrSize(qrSize);
        return NewTotp.of(request, DEFAULTS, ACCOUNT, () -> "ACME");
    }
}
