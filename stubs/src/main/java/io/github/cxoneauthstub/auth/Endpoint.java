package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;

/** A part of the simulated server that answers requests. */
interface Endpoint {

    /** Which part it is. */
    Exchange.Kind kind();

    /** The name of the dialect that it speaks. */
    String profile();

    /** Whether the user's own stubs answer what it lets through. */
    default boolean isBeforeStubs() {
        return false;
    }

    /** Decides a request; never throws for what a client sent. */
    Decision decide(ArrivedRequest request);
}
