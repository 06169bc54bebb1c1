package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.profile.TokenLifetime;
import java.time.Duration;
import java.util.Optional;

/**
 * What a token is to be like that a test makes without a token request. Immutable.
 *
 * <pre>{@code
 * auth.tokens().issue(Mint.forClient("reporting").scopes("user:read").expired());
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Mint {
    private final String clientId;
    private final Optional<Scopes> scopes;
    private final Optional<Duration> lifetime;
    private final boolean expired;

    private Mint(String clientId, Optional<Scopes> scopes, Optional<Duration> lifetime, boolean expired) {
        this.clientId = clientId;
        this.scopes = scopes;
        this.lifetime = lifetime;
        this.expired = expired;
    }

    /** A token of that client with all its scopes and the lifetime of the default dialect, fresh. */
    public static Mint forClient(String clientId) {
        return new Mint(clientId, Optional.empty(), Optional.empty(), false);
    }

    /** With these scopes, whether the client was granted them or not; none for a token without scope. */
    public Mint scopes(String... values) {
        return new Mint(clientId, Optional.of(Scopes.of(values)), lifetime, expired);
    }

    /**
     * With this lifetime, cut to whole seconds.
     *
     * @throws IllegalArgumentException if it is shorter than a second or longer than a century
     */
    public Mint lifetime(Duration value) {
        return new Mint(clientId, scopes, Optional.of(TokenLifetime.checked(value)), expired);
    }

    /** Issued so long ago that it expired this very second. */
    public Mint expired() {
        return new Mint(clientId, scopes, lifetime, true);
    }

    String clientId() {
        return clientId;
    }

    Optional<Scopes> scopes() {
        return scopes;
    }

    Optional<Duration> lifetime() {
        return lifetime;
    }

    boolean isExpired() {
        return expired;
    }
}
