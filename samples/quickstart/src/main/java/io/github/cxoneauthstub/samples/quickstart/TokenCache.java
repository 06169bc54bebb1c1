package io.github.cxoneauthstub.samples.quickstart;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps one token until shortly before its end. Of many threads that need a new one, one asks and the others wait. */
final class TokenCache {
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Clock clock;
    private final Supplier<Token> source;
    private @Nullable Token token;
    private Instant renewAt = Instant.MIN;

    /** A token and how long it lives. */
    record Token(String value, Duration lifetime) {}

    TokenCache(Clock clock, Supplier<Token> source) {
        this.clock = clock;
        this.source = source;
    }

    synchronized String get() {
        Token cached = token;
        if (cached == null || !clock.instant().isBefore(renewAt)) {
            Instant asked = clock.instant();
            cached = source.get();
            token = cached;
            Duration margin = MARGIN.compareTo(cached.lifetime().dividedBy(10)) < 0
                    ? MARGIN
                    : cached.lifetime().dividedBy(10);
            renewAt = asked.plus(cached.lifetime()).minus(margin);
        }
        return cached.value();
    }

    /** Forgets a token that was refused, unless another thread has replaced it already. */
    synchronized void forget(String refused) {
        if (token != null && token.value().equals(refused)) {
            token = null;
        }
    }
}
