package io.github.cxoneauthstub.auth;

import java.util.Optional;

/**
 * Something behind a guard. Immutable.
 *
 * @param matcher which requests it is for
 * @param scope the scope that a token must have; empty if any valid token opens it
 * @param answer what it serves; empty for a guard that stands before the user's own stubs
 * @since 0.1.0
 */
public record Resource(RequestMatcher matcher, Optional<String> scope, Optional<Served> answer) {

    /**
     * What a resource serves.
     *
     * @param status the HTTP status
     * @param json the body, which is JSON
     */
    public record Served(int status, String json) {}
}
