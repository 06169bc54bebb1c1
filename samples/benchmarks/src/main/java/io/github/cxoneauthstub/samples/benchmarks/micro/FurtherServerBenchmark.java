package io.github.cxoneauthstub.samples.benchmarks.micro;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.samples.benchmarks.client.SocketClient;
import io.github.cxoneauthstub.samples.benchmarks.client.TokenRequest;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One more server in a JVM that has had some, as for tests that run in parallel: start, first token, stop. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FurtherServerBenchmark {
    private final Configuration configuration = Configuration.builder()
            .client(Client.of(TokenRequest.ID, TokenRequest.SECRET))
            .build();

    private final CxoneAuth first = CxoneAuth.start(configuration);

    /** For JMH. */
    public FurtherServerBenchmark() {}

    /** Has the first server answer. */
    @Setup
    public void first() throws IOException {
        new SocketClient().token(first.tokenUri());
    }

    /** A server, a token, and the end of the server. */
    @Benchmark
    public String furtherServer() throws IOException {
        try (CxoneAuth further = CxoneAuth.start(configuration)) {
            return new SocketClient().token(further.tokenUri());
        }
    }

    /** Stops the first server. */
    @TearDown
    public void last() {
        first.close();
    }
}
