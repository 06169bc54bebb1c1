package io.github.cxoneauthstub.auth;

import java.util.List;
import java.util.function.Supplier;

/**
 * The signing keys of a simulated server. Rotation tries out who verifies tokens with a cached key set: tokens issued
 * from then on name a key that the cache does not have. Safe for use by several threads.
 *
 * <pre>{@code
 * auth.keys().rotate();
 * }</pre>
 *
 * @since 0.1.0
 */
public final class SigningKeys {
    private final Supplier<Simulation> simulation;

    SigningKeys(Supplier<Simulation> simulation) {
        this.simulation = simulation;
    }

    /**
     * Signs with a new key from now on. The old ones stay in the key set, the last nine of them, so the tokens that
     * they signed are good until they expire. Takes some hundred milliseconds: an RSA key is made.
     */
    public void rotate() {
        simulation.get().keys().rotate();
    }

    /** Signs with a new key from now on, and forgets all others: tokens that they signed are refused. */
    public void rotateAndForgetOld() {
        Simulation now = simulation.get();
        int after = now.log().lastNumber();
        now.keys().rotateAndForget();
        now.log().revoked(after, token -> true);
    }

    /** The names of the keys in the key set, the one that signs first. */
    public List<String> ids() {
        return simulation.get().keys().ids();
    }
}
