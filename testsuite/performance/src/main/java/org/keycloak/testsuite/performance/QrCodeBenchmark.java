package org.keycloak.testsuite.performance;

import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.keycloak.utils.QRCodeUtils;
import org.keycloak.utils.QrCodePicture;

import com.google.zxing.WriterException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * From a key URI to a picture in Base64: our code, as it is in the provider jar, beside Keycloak's code.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Djava.awt.headless=true")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class QrCodeBenchmark {

    private static final String URI = "otpauth://totp/ACME:alice%40example.com?issuer=ACME&algorithm=SHA1&digits=6&period=30&secret=";

    /** In characters: an ordinary content, and the longest. */
    @Param({ "150", "2953" })
    public int length;
    /** The default, and the greatest. */
    @Param({ "246", "1000" })
    public int pixels;

    private String content;

    static void measure() throws RunnerException {
        new Runner(new OptionsBuilder().include(QrCodeBenchmark.class.getName()).build()).run();
    }

    @Setup
    public void makeContent() {
        content = URI + new Random(0).ints(length - URI.length(), 'A', 'Z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    @Benchmark
    public String ours() {
        return Base64.getEncoder().encodeToString(QrCodePicture.png(content, pixels));
    }

    @Benchmark
    public String keycloaks() throws WriterException, IOException {
        return QRCodeUtils.encodeAsQRString(content, pixels, pixels);
    }
}
