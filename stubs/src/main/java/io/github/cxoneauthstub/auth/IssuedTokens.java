package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The tokens of a simulated server: makes them without a token request, and revokes them. Safe for use by several
 * threads.
 *
 * <pre>{@code
 * auth.tokens().revokeAll();
 * }</pre>
 *
 * @since 0.1.0
 */
public final class IssuedTokens {
    private final Supplier<AuthorizationServer> server;

    IssuedTokens(Supplier<AuthorizationServer> server) {
        this.server = server;
    }

    /**
     * Makes a fresh token of that client with all its scopes.
     *
     * @throws IllegalArgumentException if no client of that id is registered
     */
    public AccessToken issue(String clientId) {
        return issue(Mint.forClient(clientId));
    }

    /**
     * Makes a token.
     *
     * @throws IllegalArgumentException if no client of that id is registered
     */
    public AccessToken issue(Mint mint) {
        AuthorizationServer now = server.get();
        Simulation simulation = now.simulation();
        Configuration configuration = simulation.configuration();
        Profile profile = configuration.profile();
        Duration lifetime = mint.lifetime().orElse(profile.tokenLifetime());
        Duration ago = mint.isExpired() ? lifetime : Duration.ZERO;
        Client client = simulation.clients().get(mint.clientId());
        Tenant tenant = configuration.tenantOrFirst(client.tenantId());
        Grant grant = Grant.to(client, tenant, mint.scopes().orElse(client.scopes()));
        return now.mint(grant, lifetime, ago);
    }

    /**
     * Revokes one token.
     *
     * @return how many were revoked: 1, or 0 for a token that is not live
     */
    public int revoke(AccessToken token) {
        return revoke(each -> each.id().equals(token.id()));
    }

    /**
     * Revokes one token.
     *
     * @param value the token as the client sends it
     * @return how many were revoked: 1, or 0 for a token that is not live
     */
    public int revoke(String value) {
        return server.get().tokens().present(value).token().map(this::revoke).orElse(0);
    }

    /**
     * Revokes the live tokens of one client.
     *
     * @return how many were revoked
     * @throws IllegalArgumentException if no client of that id is registered
     */
    public int revokeAllOf(String clientId) {
        String id = server.get().simulation().clients().get(clientId).id();
        return revoke(token -> token.clientId().equals(id));
    }

    /**
     * Revokes all live tokens.
     *
     * @return how many were revoked
     */
    public int revokeAll() {
        return revoke(token -> true);
    }

    /**
     * Revokes all refresh tokens that are still good; access tokens stay.
     *
     * @return how many were revoked
     */
    public int revokeAllRefreshTokens() {
        return server.get().simulation().revokeRefreshTokens(token -> true, "by the test");
    }

    private int revoke(Predicate<AccessToken> which) {
        Simulation simulation = server.get().simulation();
        Predicate<AccessToken> isLive =
                token -> token.expiresAt().isAfter(simulation.time().now());
        return simulation.revoke(which.and(isLive), "by the test");
    }
}
