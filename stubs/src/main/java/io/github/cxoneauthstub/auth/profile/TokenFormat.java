package io.github.cxoneauthstub.auth.profile;

/**
 * What a token is made of.
 *
 * @since 0.1.0
 */
public enum TokenFormat {
    /** A JWT signed with RS256 whose header names the key (RFC 7515 section 4.1.4). */
    JWT("a JWT"),
    /** The same without {@code kid} in the header. */
    JWT_WITHOUT_KID("a JWT whose header names no key"),
    /** 86 characters that mean nothing to the client. */
    OPAQUE("opaque, 86 characters"),
    /** 24 characters of base64 that mean nothing to the client. */
    OPAQUE_SHORT("opaque, 24 characters");

    private final String description;

    TokenFormat(String description) {
        this.description = description;
    }

    /** What it is, as the end of a sentence. */
    public String description() {
        return description;
    }
}
