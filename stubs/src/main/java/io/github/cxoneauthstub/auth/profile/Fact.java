package io.github.cxoneauthstub.auth.profile;

/**
 * A property of a dialect beside how we know it.
 *
 * @param value the property
 * @param evidence how we know it
 * @since 0.1.0
 */
public record Fact<T>(T value, Evidence evidence) {}
