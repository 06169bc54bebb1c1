package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.AccessKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The access keys of the configuration, and their life. Each change revokes the live tokens that were issued for the
 * key. Every method that takes an id throws {@link IllegalArgumentException} if there is no access key of that id. Safe
 * for use by several threads.
 *
 * @since 0.1.0
 */
public final class AccessKeys {
    private final Supplier<Simulation> simulation;

    AccessKeys(Supplier<Simulation> simulation) {
        this.simulation = simulation;
    }

    /** The access key of that id. */
    public AccessKey get(String id) {
        return simulation.get().accessKeys().get(id);
    }

    /** All access keys in their order. */
    public List<AccessKey> all() {
        return simulation.get().accessKeys().all();
    }

    /** Lets an access key no longer be used. */
    public void deactivate(String id) {
        change(id, key -> key.toBuilder().inactive().build(), "because the access key was deactivated");
    }

    /** Lets an access key be used again. */
    public void activate(String id) {
        change(id, key -> key.toBuilder().active().build(), "because the access key was activated anew");
    }

    /**
     * Gives an access key another secret.
     *
     * @throws IllegalArgumentException if the secret is empty or has a control character
     */
    public void rotateSecret(String id, String newSecret) {
        change(id, key -> key.withRotatedSecret(newSecret), "because the access key's secret was rotated");
    }

    /**
     * Changes an access key in any way; if the change throws, nothing is changed.
     *
     * @throws IllegalArgumentException if the change gives it another id, or a tenant that there is not
     */
    public void change(String id, UnaryOperator<AccessKey> change) {
        change(id, change, "because the access key was changed");
    }

    /** The change and the revocation are one: no token is issued between them. */
    private void change(String id, UnaryOperator<AccessKey> change, String because) {
        Simulation now = simulation.get();
        Instant moment = now.time().now();
        now.ledger().exclusively(() -> {
            now.accessKeys().change(id, before -> checked(now, id, change.apply(before)));
            now.revoke(
                    token -> token.accessKeyId().equals(Optional.of(id))
                            && token.expiresAt().isAfter(moment),
                    because);
            now.revokeRefreshTokens(token -> token.accessKeyId().equals(Optional.of(id)), because);
            now.codes().revoke(code -> code.accessKeyId().equals(id), because);
        });
    }

    private static AccessKey checked(Simulation now, String id, AccessKey after) {
        if (!after.id().equals(id)) {
            throw new IllegalArgumentException(
                    "access key '" + id + "' cannot become '" + after.id() + "': an id is for life");
        }
        now.configuration().checkTenant(after.tenantId());
        return after;
    }
}
