package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The life of the registered clients. Each change revokes the client's live tokens, as forum thread 000 tells of the
 * real server. Every method that takes an id throws {@link IllegalArgumentException} if no client of that id is
 * registered. Safe for use by several threads.
 *
 * <pre>{@code
 * auth.clients().withdrawScope("reporting", "user:read");
 * }</pre>
 *
 * @since 0.1.0
 */
public final class RegisteredClients {
    private final Supplier<Simulation> simulation;

    RegisteredClients(Supplier<Simulation> simulation) {
        this.simulation = simulation;
    }

    /** The client of that id. */
    public Client get(String id) {
        return simulation.get().clients().get(id);
    }

    /** All clients in the order of their registration. */
    public List<Client> all() {
        return simulation.get().clients().all();
    }

    /**
     * Registers a client.
     *
     * @throws IllegalArgumentException if one of that id is registered, or it is of a tenant that there is not
     */
    public void register(Client client) {
        Simulation now = simulation.get();
        now.configuration().checkTenant(client.tenantId());
        now.clients().register(client);
    }

    /** Removes a client and revokes its tokens. */
    public void remove(String id) {
        Simulation now = simulation.get();
        now.ledger().exclusively(() -> {
            now.clients().remove(id);
            revokeLive(now, id, "because the client was removed");
        });
    }

    /**
     * Changes a client in any way; if the change throws, nothing is changed.
     *
     * @throws IllegalArgumentException if the change gives it another id, or a tenant that there is not
     */
    public void change(String id, UnaryOperator<Client> change) {
        Configuration configuration = simulation.get().configuration();
        change(
                id,
                before -> {
                    Client after = change.apply(before);
                    configuration.checkTenant(after.tenantId());
                    if (!after.id().equals(id)) {
                        throw new IllegalArgumentException("client '" + id + "' cannot become '" + after.id()
                                + "': an id is for life; register another client instead");
                    }
                    return after;
                },
                "because the client was changed");
    }

    /** Disables a client: it gets no more tokens, and those it has are revoked. */
    public void disable(String id) {
        change(id, client -> client.toBuilder().disabled().build(), "because the client was disabled");
    }

    /** Enables a client again. */
    public void enable(String id) {
        change(id, client -> client.toBuilder().enabled().build(), "because the client was enabled anew");
    }

    /**
     * Gives a client another secret; the old one is refused from now on.
     *
     * @throws IllegalArgumentException if the secret is empty
     */
    public void rotateSecret(String id, String newSecret) {
        change(id, client -> client.withRotatedSecret(newSecret), "because the client's secret was rotated");
    }

    /** Lets the secret of a client expire at this moment of the virtual time. */
    public void expireSecret(String id) {
        expireSecret(id, simulation.get().time().now());
    }

    /** Lets the secret of a client expire at that moment of the virtual time. */
    public void expireSecret(String id, Instant at) {
        change(id, client -> client.toBuilder().secretExpires(at).build(), "because the expiry of the secret was set");
    }

    /** Grants one more scope to a client. */
    public void grantScope(String id, String scope) {
        change(
                id,
                client -> client.toBuilder().scopes(client.scopes().with(scope)).build(),
                "because the scope " + scope + " was granted");
    }

    /**
     * Withdraws a scope from a client.
     *
     * @throws IllegalArgumentException if it does not have it
     * @throws IllegalStateException if it has every scope there is, which cannot lose a single one
     */
    public void withdrawScope(String id, String scope) {
        if (!get(id).scopes().contains(scope)) {
            throw new IllegalArgumentException(
                    "client '" + id + "' has no scope '" + scope + "' to withdraw: it has '" + get(id).scopes() + "'");
        }
        change(
                id,
                client -> client.toBuilder()
                        .scopes(client.scopes().without(scope))
                        .build(),
                "because the scope " + scope + " was withdrawn");
    }

    /** Enables a grant for a client. */
    public void enableGrant(String id, GrantType grant) {
        changeGrants(id, grants -> grants.add(grant), "because the grant " + grant + " was enabled");
    }

    /**
     * Withdraws a grant from a client.
     *
     * @throws IllegalArgumentException if it does not have it
     */
    public void withdrawGrant(String id, GrantType grant) {
        if (!get(id).grants().contains(grant)) {
            throw new IllegalArgumentException(
                    "client '" + id + "' has no grant " + grant + " to withdraw: it has " + get(id).grants());
        }
        changeGrants(id, grants -> grants.remove(grant), "because the grant " + grant + " was withdrawn");
    }

    private void changeGrants(String id, Consumer<Set<GrantType>> change, String because) {
        change(
                id,
                client -> {
                    Set<GrantType> grants = EnumSet.noneOf(GrantType.class);
                    grants.addAll(client.grants());
                    change.accept(grants);
                    return client.toBuilder().grants(grants).build();
                },
                because);
    }

    /** The change and the revocation are one: no token is issued between them. */
    private void change(String id, UnaryOperator<Client> change, String because) {
        Simulation now = simulation.get();
        now.ledger().exclusively(() -> {
            now.clients().change(id, change);
            revokeLive(now, id, because);
        });
    }

    private static void revokeLive(Simulation now, String id, String because) {
        Instant moment = now.time().now();
        now.revoke(token -> token.clientId().equals(id) && token.expiresAt().isAfter(moment), because);
        now.revokeRefreshTokens(token -> token.clientId().equals(id), because);
        now.codes().revoke(code -> code.clientId().equals(id), because);
    }
}
