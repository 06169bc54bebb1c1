package io.github.cxoneauthstub.auth;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The mishaps that the next requests will meet, one each, in their order. Safe for use by several threads. */
final class Script {
    private final Deque<Mishap> queued = new ArrayDeque<>();

    synchronized void add(Mishap mishap) {
        queued.add(mishap);
    }

    synchronized Optional<Mishap> next() {
        return Optional.ofNullable(queued.poll());
    }

    /** The next outage; anything else stays for a request that it can be done to. */
    synchronized Optional<Mishap> nextOutage() {
        Optional<Mishap> outage =
                queued.stream().filter(Mishap.Outage.class::isInstance).findFirst();
        outage.ifPresent(queued::remove);
        return outage;
    }

    synchronized Script fork() {
        Script fork = new Script();
        fork.queued.addAll(queued);
        return fork;
    }
}
