package io.github.cxoneauthstub.auth;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Says what the next request to a token endpoint or a guarded resource will meet. Each call queues one mishap for one
 * request; several are met in the order of the calls.
 *
 * <pre>{@code
 * auth.next().tooManyRequests(Duration.ofSeconds(30));
 * }</pre>
 *
 * @since 0.1.0
 */
public final class NextRequest {
    private final Supplier<Script> script;

    NextRequest(Supplier<Script> script) {
        this.script = script;
    }

    private static final Duration LONGEST_HOLD = Duration.ofMinutes(10);
    private static final Duration LONGEST_WAIT = Duration.ofDays(365);

    /**
     * It is answered with 429 and {@code Retry-After}, in whole seconds, rounded up; the endpoint does not see it.
     *
     * @throws IllegalArgumentException if the wait is negative or longer than a year
     */
    public void tooManyRequests(Duration retryAfter) {
        script.get().add(new Mishap.TooManyRequests(between(retryAfter, LONGEST_WAIT, "a Retry-After")));
    }

    /**
     * Its answer is made at once but held back for this long, in real time, so that requests made meanwhile overlap. A
     * stub of {@code auth.wireMock()} cannot be held: use its own delay.
     *
     * @throws IllegalArgumentException if the time is negative or longer than ten minutes
     */
    public void heldFor(Duration time) {
        script.get().add(new Mishap.Held(between(time, LONGEST_HOLD, "a hold")));
    }

    private static Duration between(Duration duration, Duration most, String what) {
        if (duration.isNegative() || duration.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    what + " of " + duration + " is not possible: it must be from PT0S to " + most);
        }
        return duration;
    }
}
