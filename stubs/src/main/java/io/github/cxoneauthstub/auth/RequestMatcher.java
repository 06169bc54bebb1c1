package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.request.ArrivedRequest;

/**
 * Says which requests a resource or a guard is for. A port: patterns are WireMock's, which the model does not know.
 *
 * @since 0.1.0
 */
public interface RequestMatcher {

    /** Whether it is for requests of this path and query, whatever their method. */
    boolean matchesUrl(ArrivedRequest request);

    /** Whether it is for requests of this method. */
    boolean matchesMethod(ArrivedRequest request);

    /** How narrow it is: of two that match, the one with the larger number is taken. */
    int specificity();

    /** As a person would write it, for reports: {@code GET /api/v2/users/me}. */
    String describe();
}
