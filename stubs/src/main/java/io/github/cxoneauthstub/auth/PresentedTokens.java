package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.token.Fingerprint;
import io.github.cxoneauthstub.auth.token.OpaqueToken;
import io.github.cxoneauthstub.auth.token.TokenLedger.Standing;
import io.github.cxoneauthstub.auth.token.TokenSigner.Reading;
import java.time.Instant;
import java.util.Optional;

/** Reads what clients present as access tokens, and looks it up. */
final class PresentedTokens {
    private final Simulation simulation;
    private final Addresses addresses;

    PresentedTokens(Simulation simulation, Addresses addresses) {
        this.simulation = simulation;
        this.addresses = addresses;
    }

    /** What it turned out to be; never throws. */
    PresentedToken present(String value) {
        Reading reading =
                OpaqueToken.read(value).orElseGet(() -> simulation.keys().read(value));
        if (!(reading instanceof Reading.Genuine genuine)) {
            return new PresentedToken(reading, new Standing.OfEarlierSimulation(), false, "", now());
        }
        Optional<String> named = simulation.ledger().named(value);
        String id = named.orElse(genuine.id());
        String instead = TokenIssuer.ID_TOKEN.equals(id)
                ? "the id_token"
                : simulation.refreshTokens().find(Fingerprint.of(value)).isPresent() ? "a refresh token" : "";
        boolean issuedHere = genuine.issuer().isEmpty() || addresses.isIssuer(genuine.issuer());
        return new PresentedToken(reading, simulation.ledger().standing(id), issuedHere, instead, now());
    }

    /** The dialect that a token was issued in. */
    Profile profile(String name) {
        return simulation.configuration().mountedAs(name);
    }

    private Instant now() {
        return simulation.time().now();
    }
}
