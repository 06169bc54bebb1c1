package io.github.cxoneauthstub.samples.benchmarks.micro;

import io.github.cxoneauthstub.CxoneAuthPool;
import io.github.cxoneauthstub.Lease;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.samples.benchmarks.client.Connection;
import io.github.cxoneauthstub.samples.benchmarks.client.TokenRequest;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a test class, and each of its tests, pays for a server that runs already. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LeaseBenchmark {
    private final CxoneAuthPool pool = new CxoneAuthPool();
    private final Configuration configuration = Configuration.defaults();

    /** For JMH. */
    public LeaseBenchmark() {}

    /** Starts the server that is lent from now on. */
    @Setup
    public void first() {
        pool.lease(configuration).close();
    }

    /** A class takes the server and gives it back. */
    @Benchmark
    public URI leaseAndGiveBack() {
        try (Lease lease = pool.lease(configuration)) {
            return lease.auth().tokenUri();
        }
    }

    /** A class takes it, one test runs, and one client asks over a connection of its own and is refused. */
    @Benchmark
    public int leaseTestExchangeAndGiveBack() throws IOException {
        try (Lease lease = pool.lease(configuration)) {
            lease.beginTest(configuration);
            URI tokenUri = lease.auth().tokenUri();
            int status;
            try (Connection connection = new Connection(tokenUri.getPort())) {
                status = connection.exchange(
                        TokenRequest.post(tokenUri.getPath(), tokenUri.getPort(), "Content-Type: text/plain\r\n", ""));
            }
            lease.endTest();
            if (status != 401) {
                throw new IllegalStateException("not refused: status " + status);
            }
            return status;
        }
    }

    /** Stops the server. */
    @TearDown
    public void last() {
        pool.close();
    }
}
