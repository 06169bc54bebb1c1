package io.github.cxoneauthstub;

import io.github.cxoneauthstub.tls.TestTls;
import io.github.cxoneauthstub.tls.Trust;
import java.net.URI;
import java.util.Objects;

/**
 * A simulated server over HTTPS, as {@code auth.https()} tells it. Its certificates are for {@code localhost},
 * {@code 127.0.0.1}, {@code ::1} and the names of {@link #named}; they are signed by an authority that was made for
 * this run. HTTP/1.1 is spoken; a client that offers HTTP/2 beside it is answered in HTTP/1.1. Immutable.
 *
 * <pre>{@code
 * HttpClient client = HttpClient.newBuilder().sslContext(auth.https().trust().sslContext()).build();
 * var reporting = new ReportingClient(client, auth.https().tokenUri(), ...);
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Https {
    private final URI base;
    private final String tokenPath;
    private final String keySetPath;
    private final Trust trust;

    Https(URI base, String tokenPath, String keySetPath, Trust trust) {
        this.base = base;
        this.tokenPath = tokenPath;
        this.keySetPath = keySetPath;
        this.trust = trust;
    }

    /**
     * The same server under a name that the test chose. The name must lead to this machine: that is the client's
     * affair, for example with {@code -Djdk.net.hosts.file} or {@code curl --resolve}.
     *
     * @param host {@code localhost}, or a name below {@code localhost}, {@code localtest} or {@code test}, as
     *     {@code login.localtest}
     * @throws IllegalArgumentException if it is another name: no certificate is ever made for a name that somebody may
     *     own
     */
    public Https named(String host) {
        Objects.requireNonNull(host, "host");
        if (!TestTls.isServed(host)) {
            throw new IllegalArgumentException("no certificate is made for '" + host + "', which somebody may own: use"
                    + " a name below " + String.join(", ", TestTls.domains()) + ", as login.localtest");
        }
        String shown = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return new Https(URI.create("https://" + shown + ":" + base.getPort()), tokenPath, keySetPath, trust);
    }

    /** The base URL, without a slash at the end. */
    public URI baseUri() {
        return base;
    }

    /** Where tokens are asked for, in the default dialect. */
    public URI tokenUri() {
        return base.resolve(tokenPath);
    }

    /** The base of the guarded resources; the same as {@link #baseUri()}. */
    public URI apiUri() {
        return base;
    }

    /** The key set with which its tokens are verified (RFC 7517). */
    public URI jwksUri() {
        return base.resolve(keySetPath);
    }

    /** What a client needs to trust it. */
    public Trust trust() {
        return trust;
    }

    /** The base URL. */
    @Override
    public String toString() {
        return "Https[" + base + "]";
    }
}
