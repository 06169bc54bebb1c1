package io.github.cxoneauthstub.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/**
 * The one clock of a simulated server: token times, secret expiry, the {@code Date} header and the exchanges all read
 * it. It begins at the system's time and ticks; a test moves it, and a client under test takes it as its
 * {@link java.time.Clock} and its {@link #sleep} as its sleeper. Delays on the wire are real time. Safe for use by
 * several threads.
 *
 * <pre>{@code
 * auth.clock().advance(Duration.ofHours(25));
 * }</pre>
 *
 * @since 0.1.0
 */
public final class VirtualClock extends Clock {
    private final Supplier<VirtualTime> time;
    private final ZoneId zone;

    VirtualClock(Supplier<VirtualTime> time) {
        this(time, ZoneOffset.UTC);
    }

    private VirtualClock(Supplier<VirtualTime> time, ZoneId zone) {
        this.time = time;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return time.get().now();
    }

    /**
     * Moves the clock forward.
     *
     * @throws IllegalArgumentException if the duration is negative ({@link #set} goes back), or leaves the year 9998
     */
    public void advance(Duration by) {
        time.get().advance(notNegative(by, "advance"));
    }

    /**
     * Sets the clock, forward or back; it goes on from there unless it is frozen.
     *
     * @throws IllegalArgumentException if it is outside the years 1970 to 9998
     */
    public void set(Instant to) {
        time.get().set(to);
    }

    /** Stops the clock; {@link #advance}, {@link #set} and {@link #sleep} still move it. */
    public void freeze() {
        time.get().freeze();
    }

    /** Lets the clock tick again from where it stands. */
    public void unfreeze() {
        time.get().unfreeze();
    }

    /** Whether it stands still. */
    public boolean isFrozen() {
        return time.get().isFrozen();
    }

    /**
     * Sleeps in virtual time: returns within some 20 milliseconds, with the clock at least this much further than when
     * the call began. Fifty threads that sleep a second at the same time move it by one second, not by fifty: the clock
     * waits a moment of real time for all of them to begin before it is moved.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    public void sleep(Duration duration) {
        time.get().sleep(notNegative(duration, "sleep"));
    }

    private static Duration notNegative(Duration duration, String verb) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("the clock cannot " + verb + " by " + duration
                    + ": the duration must not be negative; use set(Instant) to go back");
        }
        return duration;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new VirtualClock(time, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VirtualClock clock && clock.time == time && clock.zone.equals(zone);
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(time) ^ zone.hashCode();
    }

    /** The time it shows. */
    @Override
    public String toString() {
        return "VirtualClock[" + instant() + (isFrozen() ? ", frozen]" : "]");
    }
}
