package io.github.cxoneauthstub.auth;

/**
 * How much JSON is read.
 *
 * @param bytes the most bytes
 * @param depth the most objects and arrays within one another
 * @since 0.1.0
 */
public record JsonLimits(int bytes, int depth) {
    /** For a request: 64 KiB, 8 levels. */
    static final JsonLimits OF_REQUEST = new JsonLimits(64 * 1024, 8);

    /** For what a person writes: a megabyte, 64 levels. */
    public static final JsonLimits USUAL = new JsonLimits(1024 * 1024, 64);
}
