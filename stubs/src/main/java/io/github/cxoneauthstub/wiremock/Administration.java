package io.github.cxoneauthstub.wiremock;

import io.github.cxoneauthstub.auth.Answer;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import java.util.Optional;

/**
 * Answers requests that change the server itself. It is asked before the simulated server, and what it answers is in no
 * exchange. Implementations are safe for use by several threads.
 *
 * @since 0.1.0
 */
public interface Administration {

    /** The answer; empty for a request that is none of its own. Never throws for what a client sent. */
    Optional<Answer> answer(ArrivedRequest request);
}
