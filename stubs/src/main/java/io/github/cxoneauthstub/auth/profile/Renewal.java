package io.github.cxoneauthstub.auth.profile;

import java.time.Duration;
import java.util.List;

/**
 * The refresh tokens of a dialect (RFC 6749 section 6).
 *
 * @param format what they are made of
 * @param claims the claims of those that are JWTs, in their order
 * @param lifetime how long each of them lives
 * @param rotates whether each is good for one use, and is replaced by another one with each answer
 * @since 0.1.0
 */
public record Renewal(TokenFormat format, List<Claim> claims, Duration lifetime, boolean rotates) {

    /** Keeps its own copy of the claims. */
    public Renewal {
        claims = List.copyOf(claims);
        lifetime = TokenLifetime.checked(lifetime);
    }

    Renewal rotating(boolean yes) {
        return new Renewal(format, claims, lifetime, yes);
    }
}
