package io.github.cxoneauthstub.samples.benchmarks.micro;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One request through the model, and its exchange read: with what was found, and the command that sends it again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DiagnosisBenchmark {
    private static final String GRANT = "grant_type=client_credentials";
    private static final int LARGE = 2 << 20;

    private final Simulated server = new Simulated(new FakeSigner(Simulated.BASE.toString()));

    private final ArrivedRequest byBasic = Simulated.token("reporting:s3cret%2B%2F%3D", GRANT);
    private final ArrivedRequest json = Simulated.json("""
            {"grant_type":"client_credentials","client_id":"reporting","client_secret":"s3cret+/="}""");
    private final ArrivedRequest wrongSecret = Simulated.token("reporting:an-older-one", GRANT);
    private final ArrivedRequest unknownClient = Simulated.token("Reporting:s3cret%2B%2F%3D", GRANT);

    private final ArrivedRequest largeJson = large("{\"client_id\":\"reporting\",\"x\":\"", "a");
    private final ArrivedRequest largeSecret = large("client_id=reporting&client_secret=", "%41");
    private final ArrivedRequest manySecrets = large(
            IntStream.range(0, 900)
                    .mapToObj(each -> "client_secret=cla1med-%2B" + each + "&")
                    .collect(Collectors.joining()),
            "&x=1");
    private final ArrivedRequest manyParameters = large("client_id=reporting&client_secret=older&", "x=%2B&");
    private final ArrivedRequest onlyBlanks = large("", " ");
    private final ArrivedRequest onlyPercents = large("", "%");
    private final ArrivedRequest onlyLetters = large("", "A");

    /** For JMH. */
    public DiagnosisBenchmark() {}

    private static ArrivedRequest large(String begin, String part) {
        String body = begin + part.repeat((LARGE - begin.length()) / part.length());
        return Simulated.token("reporting:an-older-one", body);
    }

    /** A token, by Basic. */
    @Benchmark
    public Exchange acceptedByBasicAndRead() {
        return server.exchange(byBasic);
    }

    /** JSON instead of a form. */
    @Benchmark
    public Exchange jsonBodyAndRead() {
        return server.exchange(json);
    }

    /** A secret that is another one. */
    @Benchmark
    public Exchange wrongSecretAndRead() {
        return server.exchange(wrongSecret);
    }

    /** An id in the wrong case. */
    @Benchmark
    public Exchange unknownClientAndRead() {
        return server.exchange(unknownClient);
    }

    /** An object with one long member. */
    @Benchmark
    public Exchange largeJson() {
        return server.exchange(largeJson);
    }

    /** A form with one long secret, all of it encoded. */
    @Benchmark
    public Exchange largeSecret() {
        return server.exchange(largeSecret);
    }

    /** A form that claims a secret as often as a form has parameters. */
    @Benchmark
    public Exchange manySecrets() {
        return server.exchange(manySecrets);
    }

    /** A form of many more parameters than are read. */
    @Benchmark
    public Exchange manyParameters() {
        return server.exchange(manyParameters);
    }

    /** Nothing but blanks. */
    @Benchmark
    public Exchange onlyBlanks() {
        return server.exchange(onlyBlanks);
    }

    /** Nothing but broken escapes. */
    @Benchmark
    public Exchange onlyPercents() {
        return server.exchange(onlyPercents);
    }

    /** Nothing but letters, which may be base64. */
    @Benchmark
    public Exchange onlyLetters() {
        return server.exchange(onlyLetters);
    }
}
