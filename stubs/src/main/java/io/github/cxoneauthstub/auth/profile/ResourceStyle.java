package io.github.cxoneauthstub.auth.profile;

/**
 * How a guarded resource tells that it refuses a token, and what its answers carry besides.
 *
 * @since 0.1.0
 */
public enum ResourceStyle {
    /** The error as JSON and a challenge (RFC 6750 section 3). */
    RFC6750,
    /** The status alone: no body of CXone's API for a refused token is public. */
    BARE,
    /**
     * The status, the text in the header {@code icStatusDescription}, as the APIs of the older server have it. Without
     * an {@code Accept} header that covers JSON, what would be served is the text {@code No known way to render data}.
     */
    IC_STATUS_DESCRIPTION,
    /** Genesys Cloud's envelope, with the headers of its rate limit and {@code ININ-Correlation-Id}. */
    GENESYS
}
