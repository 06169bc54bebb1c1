package io.github.cxoneauthstub.samples.benchmarks.micro;

import io.github.cxoneauthstub.auth.Answer;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.jose.Rs256Signer;
import io.github.cxoneauthstub.json.JacksonJson;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One request through the model until its exchange is recorded: no socket, and a signature only if named. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecisionBenchmark {
    private static final String GRANT = "grant_type=client_credentials";
    private static final String IN_BODY = GRANT + "&client_id=reporting&client_secret=s3cret%2B%2F%3D";

    private final Simulated unsigned = new Simulated(new FakeSigner(Simulated.BASE.toString()));
    private final Simulated signed = new Simulated(new Rs256Signer(new JacksonJson()));

    private final ArrivedRequest byBasic = Simulated.token("reporting:s3cret%2B%2F%3D", GRANT);
    private final ArrivedRequest byBody = Simulated.token(IN_BODY);
    private final ArrivedRequest json = Simulated.json("""
            {"grant_type":"client_credentials","client_id":"reporting","client_secret":"s3cret+/="}""");
    private final ArrivedRequest notEncoded = Simulated.token(GRANT + "&client_id=reporting&client_secret=s3cret+/=");
    private final ArrivedRequest wrongSecret = Simulated.token("reporting:an-older-one", GRANT);
    private final ArrivedRequest unknownClient = Simulated.token("Reporting:s3cret%2B%2F%3D", GRANT);
    private final ArrivedRequest noCredentials = Simulated.token(GRANT);
    private final ArrivedRequest otherScope = Simulated.token(IN_BODY + "&scope=admin:write");
    private final ArrivedRequest brokenEscape = Simulated.token(GRANT + "&client_id=reporting&client_secret=100%zz");
    private final ArrivedRequest resource = Simulated.resource(unsigned.token());
    private final ArrivedRequest signedResource = Simulated.resource(signed.token());
    private final ArrivedRequest noToken = Simulated.resource("undefined");

    /** For JMH. */
    public DecisionBenchmark() {}

    /** A token, by Basic. */
    @Benchmark
    public Answer acceptedByBasic() {
        return unsigned.answer(byBasic, 200);
    }

    /** A token, with id and secret in the form. */
    @Benchmark
    public Answer acceptedByBody() {
        return unsigned.answer(byBody, 200);
    }

    /** A token with its RS256 signature. */
    @Benchmark
    public Answer acceptedAndSigned() {
        return signed.answer(byBasic, 200);
    }

    /** JSON instead of a form. */
    @Benchmark
    public Answer refusedJsonBody() {
        return unsigned.answer(json, 401);
    }

    /** A secret that was not form-encoded: its plus arrives as a blank. */
    @Benchmark
    public Answer refusedSecretNotEncoded() {
        return unsigned.answer(notEncoded, 401);
    }

    /** A secret that is another one. */
    @Benchmark
    public Answer refusedWrongSecret() {
        return unsigned.answer(wrongSecret, 401);
    }

    /** An id in the wrong case. */
    @Benchmark
    public Answer refusedUnknownClient() {
        return unsigned.answer(unknownClient, 401);
    }

    /** Neither header nor body has credentials. */
    @Benchmark
    public Answer refusedNoCredentials() {
        return unsigned.answer(noCredentials, 401);
    }

    /** A scope that is not granted. */
    @Benchmark
    public Answer refusedScope() {
        return unsigned.answer(otherScope, 401);
    }

    /** A form that cannot be decoded. */
    @Benchmark
    public Answer refusedBrokenEscape() {
        return unsigned.answer(brokenEscape, 400);
    }

    /** A guarded resource with a good token. */
    @Benchmark
    public Answer resource() {
        return unsigned.answer(resource, 200);
    }

    /** The same, with the token's signature verified. */
    @Benchmark
    public Answer resourceVerified() {
        return signed.answer(signedResource, 200);
    }

    /** A guarded resource, and the word {@code undefined} for a token. */
    @Benchmark
    public Answer resourceRefused() {
        return signed.answer(noToken, 401);
    }
}
