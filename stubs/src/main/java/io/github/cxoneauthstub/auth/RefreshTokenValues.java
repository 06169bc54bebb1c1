package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.token.Fingerprint;
import io.github.cxoneauthstub.auth.token.OneTimeLedger.Entry;
import io.github.cxoneauthstub.auth.token.RefreshToken;
import java.util.Optional;
import java.util.function.Supplier;

/** The refresh tokens by what clients send, whatever they are made of: nobody but the client keeps the value itself. */
final class RefreshTokenValues {
    private final Simulation simulation;

    RefreshTokenValues(Simulation simulation) {
        this.simulation = simulation;
    }

    /** What is known of it; empty for what is no refresh token of this simulation. */
    Optional<Entry<RefreshToken>> find(String value) {
        return simulation.refreshTokens().find(Fingerprint.of(value));
    }

    /** Uses it, and returns whether this was the first time and it is not revoked. */
    boolean take(String value) {
        return simulation.refreshTokens().take(Fingerprint.of(value));
    }

    /**
     * Enters one, at a moment when neither client nor access key can be changed.
     *
     * @param revokedBecause asked at that moment why it is revoked from the start; empty if it is not
     */
    void add(String value, RefreshToken token, Supplier<Optional<String>> revokedBecause) {
        simulation
                .ledger()
                .exclusively(() -> simulation.refreshTokens().add(Fingerprint.of(value), token, revokedBecause.get()));
    }
}
