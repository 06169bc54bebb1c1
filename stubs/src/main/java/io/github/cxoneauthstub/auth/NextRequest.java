package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Says what the next request to a token endpoint or a guarded resource will meet. Each call queues one mishap for one
 * request, or for as many as {@link #times} says; several are met in the order of the calls. Immutable: the methods
 * that narrow it return another one.
 *
 * <pre>{@code
 * auth.next().tooManyRequests(Duration.ofSeconds(30));
 * auth.next().atResources().times(2).heldFor(Duration.ofMillis(300));
 * }</pre>
 *
 * @since 0.1.0
 */
public final class NextRequest {
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(10);
    private static final Duration LONGEST_WAIT = Duration.ofDays(365);
    private static final int MOST_TIMES = 1000;

    private final Supplier<Script> script;
    private final Target target;
    private final int times;

    NextRequest(Supplier<Script> script) {
        this(script, new Target.Anywhere(), 1);
    }

    private NextRequest(Supplier<Script> script, Target target, int times) {
        this.script = script;
        this.target = target;
        this.times = times;
    }

    /** The next request to a token endpoint. */
    public NextRequest atTokenEndpoints() {
        return new NextRequest(script, new Target.OfKind(Kind.TOKEN), times);
    }

    /** The next request to a guarded resource. */
    public NextRequest atResources() {
        return new NextRequest(script, new Target.OfKind(Kind.RESOURCE), times);
    }

    /**
     * The next request to the endpoint, the guarded resource or the document at this path, compared exactly and without
     * the query; documents meet nothing that is not queued so. An unguarded stub of {@code auth.wireMock()} meets
     * nothing.
     *
     * @throws IllegalArgumentException if it does not begin with a slash, or has a query
     */
    public NextRequest at(String path) {
        if (!path.startsWith("/") || path.indexOf('?') >= 0) {
            throw new IllegalArgumentException("'" + path + "' is not the path of a request: it begins with a slash and"
                    + " has no query, as /oauth/token");
        }
        return new NextRequest(script, new Target.At(path), times);
    }

    /**
     * The next so many requests.
     *
     * @throws IllegalArgumentException if it is less than 1 or more than 1000
     */
    public NextRequest times(int count) {
        if (count < 1 || count > MOST_TIMES) {
            throw new IllegalArgumentException(count + " requests are not possible: use 1 to " + MOST_TIMES);
        }
        return new NextRequest(script, target, count);
    }

    /**
     * It is answered with 429 and {@code Retry-After}, in whole seconds, rounded up; the endpoint does not see it. It
     * has no body, since none is on record, except at a resource in the style of Genesys Cloud, which has its envelope.
     *
     * @throws IllegalArgumentException if the wait is negative or longer than a year
     */
    public void tooManyRequests(Duration retryAfter) {
        queue(new Mishap.TooManyRequests(between(retryAfter, LONGEST_WAIT, "a Retry-After")));
    }

    /**
     * Its answer is made at once but held back for this long, in real time, so that requests made meanwhile overlap. A
     * stub of {@code auth.wireMock()} cannot be held: use its own delay.
     *
     * @throws IllegalArgumentException if the time is negative or longer than ten minutes
     */
    public void heldFor(Duration time) {
        queue(new Mishap.Held(between(time, LONGEST_HOLD, "a hold")));
    }

    /**
     * The next connection over HTTPS is shown this certificate instead of the right one: a client in order breaks off,
     * and no request follows. One that goes on is in the exchanges with {@link Reason#CERTIFICATE_NOT_CHECKED}, and is
     * answered. A connection that is open already is not touched.
     *
     * @throws IllegalStateException if it was narrowed to some requests: what a connection is shown comes before them
     */
    public void wrongCertificate(WrongCertificate certificate) {
        if (!(target instanceof Target.Anywhere)) {
            throw new IllegalStateException("a certificate is shown before any request is made: use"
                    + " auth.next().wrongCertificate(...), without atTokenEndpoints(), atResources() or at(...)");
        }
        script.get().add(certificate, times);
    }

    /** Withdraws all that is queued, whatever it is meant for. */
    public void withdraw() {
        script.get().clear();
    }

    private void queue(Mishap mishap) {
        script.get().add(mishap, target, times);
    }

    private static Duration between(Duration duration, Duration most, String what) {
        if (duration.isNegative() || duration.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    what + " of " + duration + " is not possible: it must be from PT0S to " + most);
        }
        return duration;
    }
}
