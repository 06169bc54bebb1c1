package io.github.cxoneauthstub.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The time of one simulation: another clock's, moved by some duration, or standing still. Safe for several threads. */
final class VirtualTime {
    /** Sleepers who begin within so many nanoseconds of real time of one another sleep at the same time. */
    private static final long MOMENT = 20_000_000;

    private static final int MOST_MOMENTS = 10;

    /** What a Date header and the claims of a token can hold. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9998-12-31T23:59:59Z");

    private final Clock source;
    private final Instant start;
    private final AtomicInteger sleepers = new AtomicInteger();
    private Duration ahead = Duration.ZERO;
    private Optional<Instant> frozenAt = Optional.empty();

    VirtualTime(Clock source) {
        this.source = source;
        this.start = source.instant();
    }

    private VirtualTime(Clock source, Duration ahead, Optional<Instant> frozenAt) {
        this.source = source;
        this.ahead = ahead;
        this.frozenAt = frozenAt;
        this.start = now();
    }

    /** The source's time, neither moved nor frozen: that in which answers are held back. */
    Instant real() {
        return source.instant();
    }

    synchronized VirtualTime fork() {
        return new VirtualTime(source, ahead, frozenAt);
    }

    /** The source's time, neither moved nor frozen. */
    VirtualTime restarted() {
        return new VirtualTime(source);
    }

    /** When this simulation began, in its own time. */
    Instant start() {
        return start;
    }

    synchronized Instant now() {
        return frozenAt.orElseGet(() -> source.instant().plus(ahead));
    }

    /** @throws IllegalArgumentException if the clock would leave the years 1970 to 9998 */
    synchronized void advance(Duration by) {
        set(later(by));
    }

    private Instant later(Duration by) {
        Duration most = Duration.between(now(), LATEST);
        return by.compareTo(most) > 0 ? LATEST.plusNanos(1) : now().plus(by);
    }

    private void move(Duration by) {
        if (frozenAt.isPresent()) {
            frozenAt = frozenAt.map(at -> at.plus(by));
        } else {
            ahead = ahead.plus(by);
        }
    }

    /** @throws IllegalArgumentException if it is outside the years 1970 to 9998 */
    synchronized void set(Instant to) {
        if (to.isBefore(EARLIEST) || to.isAfter(LATEST)) {
            throw new IllegalArgumentException("the clock cannot be moved to "
                    + (to.isAfter(LATEST) ? "a time after " + LATEST : String.valueOf(to))
                    + ": a Date header holds the years 1970 to 9998 only");
        }
        move(Duration.between(now(), to));
    }

    /** Moves to the end of a sleep that begins now, once nobody else is beginning one. */
    void sleep(Duration duration) {
        Instant end = later(duration);
        int begun = sleepers.incrementAndGet();
        for (int moments = 0; moments < MOST_MOMENTS && now().isBefore(end); moments++) {
            LockSupport.parkNanos(MOMENT);
            int later = sleepers.get();
            if (later == begun) {
                break;
            }
            begun = later;
        }
        noEarlierThan(end);
    }

    synchronized void noEarlierThan(Instant moment) {
        if (now().isBefore(moment)) {
            set(moment);
        }
    }

    synchronized void freeze() {
        frozenAt = Optional.of(now());
    }

    synchronized void unfreeze() {
        ahead = Duration.between(source.instant(), now());
        frozenAt = Optional.empty();
    }

    synchronized boolean isFrozen() {
        return frozenAt.isPresent();
    }
}
