package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;

/**
 * What the endpoints of one server have in common.
 *
 * @param simulation the state
 * @param addresses the base URLs
 * @param json reads and writes JSON
 * @param answers makes answers
 * @param issuer makes tokens
 * @param tokens reads tokens
 */
record Common(
        Simulation simulation,
        Addresses addresses,
        Json json,
        Answers answers,
        TokenIssuer issuer,
        PresentedTokens tokens) {

    static Common of(Simulation simulation, Addresses addresses, Json json) {
        return new Common(
                simulation,
                addresses,
                json,
                new Answers(json, simulation.time()),
                new TokenIssuer(simulation),
                new PresentedTokens(simulation, addresses));
    }

    /** Begins to ask the rules of a dialect of a request. */
    Trail trail(Profile profile, ArrivedRequest request) {
        return new Trail(profile, () -> redactor(request));
    }

    private Redactor redactor(ArrivedRequest request) {
        return RequestSecrets.redactor(request, simulation.secrets());
    }
}
