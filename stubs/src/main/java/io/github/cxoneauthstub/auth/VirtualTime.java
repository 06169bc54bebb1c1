package io.github.cxoneauthstub.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The time of one simulation: another clock's, moved by some duration, or standing still. Safe for several threads. */
final class VirtualTime {
    private final Clock source;
    private final Instant start;
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

    synchronized VirtualTime fork() {
        return new VirtualTime(source, ahead, frozenAt);
    }

    /** When this simulation began, in its own time. */
    Instant start() {
        return start;
    }

    synchronized Instant now() {
        return frozenAt.orElseGet(() -> source.instant().plus(ahead));
    }

    synchronized void advance(Duration by) {
        if (frozenAt.isPresent()) {
            frozenAt = frozenAt.map(at -> at.plus(by));
        } else {
            ahead = ahead.plus(by);
        }
    }

    synchronized void set(Instant to) {
        advance(Duration.between(now(), to));
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
