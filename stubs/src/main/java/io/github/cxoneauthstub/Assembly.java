package io.github.cxoneauthstub;

import io.github.cxoneauthstub.auth.AuthorizationServer;
import io.github.cxoneauthstub.auth.AuthorizationServer.Parts;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.Json;
import io.github.cxoneauthstub.auth.token.TokenSigner;
import io.github.cxoneauthstub.jose.Rs256Signer;
import io.github.cxoneauthstub.json.JacksonJson;
import io.github.cxoneauthstub.wiremock.WireMockHost;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Puts the parts of a server together; the only place that knows them all, the system's time, and chance. */
final class Assembly {
    private Assembly() {}

    /** A running server that nobody has leased yet. */
    static RunningServer start() {
        TokenSigner signer = new Rs256Signer();
        Json json = new JacksonJson();
        Random random = new Random();
        // the server answers from its first request on, but knows its own URL only once it listens
        CompletableFuture<RunningServer> running = new CompletableFuture<>();
        WireMockHost host = WireMockHost.start(() -> running.join().current());
        Parts parts = new Parts(signer, json, host.base());
        RunningServer server = new RunningServer(
                host,
                parts,
                configuration -> AuthorizationServer.begin(configuration, Clock.systemUTC(), random, parts));
        running.complete(server);
        return server;
    }

    /** What answers on a server that nobody holds. */
    static Configuration idle() {
        return Configuration.defaults();
    }
}
