package io.github.cxoneauthstub.auth.client;

/**
 * How a client may authenticate itself at the token endpoint (RFC 6749 section 2.3.1).
 *
 * @since 0.1.0
 */
public enum AuthMethod {
    /** By the Authorization header or by the body, but not by both. */
    EITHER,
    /** By HTTP Basic only. */
    BASIC,
    /** By {@code client_id} and {@code client_secret} in the form only. */
    BODY,
    /** Not at all: a public client says who it is and has no secret (RFC 6749 section 2.1). */
    NONE;

    /** Whether credentials that came this way are taken. */
    public boolean takes(AuthMethod way) {
        return this == way || (this == EITHER && way != NONE);
    }
}
