package io.github.cxoneauthstub.auth.profile;

import java.time.Duration;

/**
 * How long a token may live: whole seconds, because {@code expires_in} and {@code exp} count them.
 *
 * @since 0.1.0
 */
public final class TokenLifetime {
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private TokenLifetime() {}

    /**
     * The duration, cut to whole seconds.
     *
     * @throws IllegalArgumentException if it is shorter than a second or longer than a century
     */
    public static Duration checked(Duration lifetime) {
        if (lifetime.toSeconds() < 1 || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a token lifetime of " + lifetime + " is not possible: expires_in counts"
                    + " whole seconds, so it must be from PT1S to a century; for an expired token, move auth.clock() or"
                    + " use Mint.forClient(...).expired()");
        }
        return Duration.ofSeconds(lifetime.toSeconds());
    }
}
