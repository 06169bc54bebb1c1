package io.github.cxoneauthstub.wiremock;

import io.github.cxoneauthstub.auth.RequestMatcher;
import io.github.cxoneauthstub.auth.RequestMatchers;

/**
 * Matchers by WireMock's patterns, the same as those of {@link Api}.
 *
 * @since 0.1.0
 */
public final class UrlMatchers implements RequestMatchers {
    /** There is nothing to set. */
    public UrlMatchers() {}

    @Override
    public RequestMatcher matcher(String method, String path) {
        return UrlMatcher.of(method, path);
    }
}
