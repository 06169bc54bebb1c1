package io.github.cxoneauthstub.auth.profile;

import java.util.Optional;

/**
 * How we know of an endpoint of a dialect, beside what its {@link Issuance} and its refusals say.
 *
 * @param path that it is there
 * @param answer what it answers; empty where that is a token, of which {@link Issuance#answer} tells
 * @since 0.1.0
 */
public record EndpointEvidence(Evidence path, Optional<Evidence> answer) {
    static EndpointEvidence issuing(Evidence path) {
        return new EndpointEvidence(path, Optional.empty());
    }

    static EndpointEvidence telling(Evidence path, Evidence answer) {
        return new EndpointEvidence(path, Optional.of(answer));
    }
}
