package io.github.cxoneauthstub.samples.benchmarks.server;

import java.net.URI;
import java.nio.file.Path;

/** A server that issues tokens to whoever asks with the credentials of {@code TokenRequest}. */
public interface Contestant {

    /** Starts one more server in this JVM; it runs until the JVM ends. */
    Running start();

    /**
     * A server that runs.
     *
     * @param tokenUri where it is asked for tokens
     */
    record Running(URI tokenUri) {}

    /** The contestant of this name; only its own class is loaded. */
    static Contestant named(String name) {
        return switch (name) {
            case "cxone" -> new Cxone();
            case "wiremock-static" -> new WireMockStatic();
            case "wiremock-rs256" -> new WireMockRs256(Path.of(System.getProperty("benchmarks.key", "")));
            case "mock-oauth2-server" -> new MockOAuth2();
            default -> throw new IllegalArgumentException("there is no contestant " + name);
        };
    }
}
