package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.profile.ResourceStyle;
import java.util.Optional;
import java.util.Set;

/**
 * Something behind a guard. Immutable.
 *
 * @param matcher which requests it is for
 * @param scope the scope that a token must have; empty if any valid token opens it
 * @param answer what it serves; empty for a guard that stands before the user's own stubs
 * @param style whose answers it gives; empty for that of the dialect that issued the token
 * @since 0.1.0
 */
public record Resource(
        RequestMatcher matcher, Optional<String> scope, Optional<Served> answer, Optional<ResourceStyle> style) {

    /** One that answers as the dialect does that issued the token. */
    public Resource(RequestMatcher matcher, Optional<String> scope, Optional<Served> answer) {
        this(matcher, scope, answer, Optional.empty());
    }

    /**
     * What a resource serves.
     *
     * @param status the HTTP status
     * @param json the body, which is JSON; not sent with a status that has none
     */
    public record Served(int status, String json) {
        private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);

        /** Whether an answer of this status has a body: RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5. */
        boolean hasBody() {
            return !WITHOUT_BODY.contains(status);
        }
    }
}
