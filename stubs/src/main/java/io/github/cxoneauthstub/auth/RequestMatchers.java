package io.github.cxoneauthstub.auth;

/**
 * Makes matchers of what a person writes. A port, as {@link RequestMatcher} is. Implementations are safe for several
 * threads.
 *
 * @since 0.1.0
 */
public interface RequestMatchers {

    /**
     * A matcher of requests with this method for this path, as {@link ResourceDescription} has them.
     *
     * @throws IllegalArgumentException if it is none that {@link ResourceDescription} would take
     */
    RequestMatcher matcher(String method, String path);
}
