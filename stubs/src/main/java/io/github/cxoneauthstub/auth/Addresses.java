package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The base URLs that a server is known by, without a slash at the end. They are its own: no header of a client changes
 * them.
 *
 * @param plain that of HTTP, or the one that it is known by to all
 * @param secure that of HTTPS, once it speaks that; empty where {@code plain} is the one for all
 * @since 0.1.0
 */
public record Addresses(URI plain, Supplier<Optional<URI>> secure) {

    /** One for all. */
    public static Addresses of(URI only) {
        return new Addresses(only, Optional::empty);
    }

    /** The one that this request came by. */
    String of(ArrivedRequest request) {
        return (request.isSecure() ? secure.get().orElse(plain) : plain).toString();
    }

    /** Whether tokens of this server have this issuer. */
    boolean isIssuer(String issuer) {
        String base = issuer.endsWith("/auth") ? issuer.substring(0, issuer.length() - "/auth".length()) : issuer;
        return base.equals(plain.toString())
                || secure.get().map(URI::toString).filter(base::equals).isPresent();
    }
}
