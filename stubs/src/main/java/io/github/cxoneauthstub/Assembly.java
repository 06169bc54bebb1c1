package io.github.cxoneauthstub;

import io.github.cxoneauthstub.auth.Addresses;
import io.github.cxoneauthstub.auth.AuthorizationServer;
import io.github.cxoneauthstub.auth.AuthorizationServer.Parts;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.Diagnosis;
import io.github.cxoneauthstub.auth.Json;
import io.github.cxoneauthstub.auth.token.TokenSigner;
import io.github.cxoneauthstub.diagnosis.Detectors;
import io.github.cxoneauthstub.jose.Rs256Signer;
import io.github.cxoneauthstub.json.JacksonJson;
import io.github.cxoneauthstub.tls.TestTls;
import io.github.cxoneauthstub.wiremock.Administration;
import io.github.cxoneauthstub.wiremock.Listening;
import io.github.cxoneauthstub.wiremock.UrlMatchers;
import io.github.cxoneauthstub.wiremock.WireMockHost;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts the parts of a server together; the only place that knows them all, the system's time, and chance. */
final class Assembly {
    // they have no state, and take their time to make: all servers of a JVM share them
    private static final Json JSON = new JacksonJson();
    private static final TokenSigner SIGNER = new Rs256Signer(JSON);

    private static final Diagnosis DIAGNOSIS = new Detectors();

    /** Made when it is first asked for: most tests speak plain HTTP. */
    private static final class Tls {
        static final TestTls SHARED = newTls();
    }

    private static TestTls newTls() {
        return new TestTls(new SecureRandom());
    }

    /** The certificates of this run, and those who trust them. */
    static TestTls tls() {
        return Tls.SHARED;
    }

    /** What answers on a server that nobody holds. */
    static final Configuration IDLE = Configuration.defaults();

    private Assembly() {}

    /** A running server of this process that nobody has leased yet. */
    static RunningServer start() {
        return start(IDLE);
    }

    /** A running server of this process. */
    static RunningServer start(Configuration configuration) {
        return start(WireMockHost::start, Optional.empty(), configuration);
    }

    /** A running server that is administrated over HTTP. */
    static RunningServer start(Configuration configuration, Listening listening, Administration administration) {
        return start(
                server -> WireMockHost.start(server, administration, listening), listening.publicUrl(), configuration);
    }

    private static RunningServer start(
            Function<Supplier<AuthorizationServer>, WireMockHost> listen,
            Optional<URI> publicUrl,
            Configuration first) {
        Random random = new Random();
        // the server answers from its first request on, but knows its own URL only once it listens
        CompletableFuture<RunningServer> running = new CompletableFuture<>();
        WireMockHost host = listen.apply(() -> running.join().current());
        try {
            Parts parts = new Parts(
                    SIGNER,
                    JSON,
                    DIAGNOSIS,
                    new UrlMatchers(),
                    publicUrl.map(Addresses::of).orElseGet(() -> new Addresses(host.base(), host::secureBase)));
            RunningServer server = new RunningServer(
                    host,
                    parts,
                    configuration -> AuthorizationServer.begin(configuration, Clock.systemUTC(), random, parts),
                    first);
            running.complete(server);
            return server;
        } catch (RuntimeException | Error e) {
            running.completeExceptionally(e);
            host.close();
            throw e;
        }
    }
}
