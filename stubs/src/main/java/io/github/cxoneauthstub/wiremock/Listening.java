package io.github.cxoneauthstub.wiremock;

import io.github.cxoneauthstub.auth.request.Origin;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a server listens that is not a test's own: tests take a free port of the loopback interface, which is the
 * default. Immutable.
 *
 * <pre>{@code
 * CxoneAuth.start(configuration, Listening.DEFAULT.onPort(8080))
 * }</pre>
 *
 * @param address the literal address or the name of the interface to listen on; whoever reaches it can get tokens and
 *     move the clock
 * @param port the port; 0 for a free one
 * @param publicUrl the base URL that its documents and tokens name, if clients reach it by another one
 * @param httpsPort the port for HTTPS, 0 for a free one; empty for none until the handle is asked for it
 * @since 0.1.0
 */
public record Listening(String address, int port, Optional<URI> publicUrl, OptionalInt httpsPort) {
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|::1|0:0:0:0:0:0:0:1");
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");

    /** A free port of {@code 127.0.0.1}. */
    public static final Listening DEFAULT = new Listening("127.0.0.1", 0, Optional.empty(), OptionalInt.empty());

    /**
     * Checks what can be checked before it listens.
     *
     * @throws IllegalArgumentException if the address is blank, the port is not between 0 and 65535, or the public URL
     *     is no base URL
     */
    public Listening {
        address =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        if (address.isBlank()) {
            throw new IllegalArgumentException("the address to listen on is blank: use for example 127.0.0.1");
        }
        check(port);
        httpsPort.ifPresent(Listening::check);
        publicUrl = publicUrl.map(Listening::base);
    }

    /** The same on that port; 0 for a free one. */
    public Listening onPort(int other) {
        return new Listening(address, other, publicUrl, httpsPort);
    }

    /** The same at that address. */
    public Listening at(String other) {
        return new Listening(other, port, publicUrl, httpsPort);
    }

    /** The same under that base URL; it may have a path, and a slash at its end is dropped. */
    public Listening knownAs(URI url) {
        return new Listening(address, port, Optional.of(url), httpsPort);
    }

    /** The same, and over HTTPS on that port; 0 for a free one. */
    public Listening withHttpsOn(int other) {
        return new Listening(address, port, publicUrl, OptionalInt.of(other));
    }

    /** Which pages in a browser are those of whoever listens here. */
    public Origin origin() {
        return LOOPBACK.matcher(address).matches()
                ? Origin.ofThisMachine(publicUrl.map(URI::getHost).stream().collect(Collectors.toSet()))
                : Origin.ofAnyName();
    }

    private static void check(int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port " + port + " does not exist: use 0 (any free one) to 65535");
        }
    }

    private static URI base(URI url) {
        boolean isWeb = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!isWeb
                || url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw new IllegalArgumentException("the public URL is no base URL: it has a scheme (http or https) and a"
                    + " host, perhaps a port and a path, and nothing else, as https://cxone.example/mock");
        }
        return URI.create(url.toString().replaceFirst("/+$", ""));
    }

    /** The base URL of whoever listens here on this port, without a slash at the end. */
    URI url(int listeningPort) {
        return url("http", address, listeningPort);
    }

    /** The same over HTTPS; of one who listens at every address, that which certificates are for. */
    URI httpsUrl(int listeningPort) {
        return url("https", EVERYWHERE.contains(address) ? "localhost" : address, listeningPort);
    }

    private static URI url(String scheme, String at, int listeningPort) {
        String host = at.indexOf(':') < 0 ? at : "[" + at + "]";
        return URI.create(scheme + "://" + host + ":" + listeningPort);
    }
}
