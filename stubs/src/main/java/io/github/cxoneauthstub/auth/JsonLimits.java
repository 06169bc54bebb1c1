package io.github.cxoneauthstub.auth;

/**
 * How much JSON is read.
 *
 * @param bytes the most bytes
 * @param depth the most objects and arrays within one another
 * @since 0.1.0
 */
public record JsonLimits(int bytes, int depth) {
    /** For what a person writes: a megabyte, 64 levels. */
    public static final JsonLimits USUAL = new JsonLimits(1024 * 1024, 64);
}
