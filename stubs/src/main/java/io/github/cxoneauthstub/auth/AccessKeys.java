package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.AccessKey;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The access keys of the configuration, and their life. No profile that takes access keys exists yet: nothing issues a
 * token for one, so a change has no tokens to revoke. Every method that takes an id throws
 * {@link IllegalArgumentException} if there is no access key of that id. Safe for use by several threads.
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
        change(id, key -> key.toBuilder().inactive().build());
    }

    /** Lets an access key be used again. */
    public void activate(String id) {
        change(id, key -> key.toBuilder().active().build());
    }

    /**
     * Gives an access key another secret.
     *
     * @throws IllegalArgumentException if the secret is empty or has a control character
     */
    public void rotateSecret(String id, String newSecret) {
        change(id, key -> key.toBuilder().secret(newSecret).build());
    }

    /**
     * Changes an access key in any way; if the change throws, nothing is changed.
     *
     * @throws IllegalArgumentException if the change gives it another id, or a tenant that there is not
     */
    public void change(String id, UnaryOperator<AccessKey> change) {
        Simulation now = simulation.get();
        now.accessKeys().change(id, before -> {
            AccessKey after = change.apply(before);
            if (!after.id().equals(id)) {
                throw new IllegalArgumentException(
                        "access key '" + id + "' cannot become '" + after.id() + "': an id is for life");
            }
            now.configuration().checkTenant(after.tenantId());
            return after;
        });
    }
}
