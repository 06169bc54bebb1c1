package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.util.Optional;

/** A part of the simulated server that answers requests. */
interface Endpoint {

    /** Which part it is. */
    Addressee addressee();

    /** Whether the user's own stubs answer what it lets through. */
    default boolean isBeforeStubs() {
        return false;
    }

    /**
     * An answer in words of its own.
     *
     * @param error the code in it
     */
    record Told(Answer answer, String error) {}

    /** What it says of an outage; empty for a status and headers alone. */
    default Optional<Told> disrupted(Mishap.Outage outage, Optional<AccessToken> token) {
        return Optional.empty();
    }

    /** Decides a request; never throws for what a client sent. */
    Decision decide(ArrivedRequest request);
}
