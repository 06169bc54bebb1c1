package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The mishaps that the next requests will meet, one each, in their order. Safe for use by several threads. */
final class Script {
    private final List<Entry> queued = new ArrayList<>();

    /** A mishap beside the requests that it is meant for. */
    private record Entry(Mishap mishap, Target target) {}

    synchronized void add(Mishap mishap, Target target, int times) {
        for (int i = 0; i < times; i++) {
            queued.add(new Entry(mishap, target));
        }
    }

    synchronized Optional<Mishap> next(Kind kind, String path) {
        return take(entry -> entry.target().covers(kind, path));
    }

    /** The next outage; anything else stays for a request that it can be done to. */
    synchronized Optional<Mishap> nextOutage(Kind kind, String path) {
        return take(entry -> entry.target().covers(kind, path) && entry.mishap() instanceof Mishap.Outage);
    }

    private Optional<Mishap> take(Predicate<Entry> which) {
        Optional<Entry> first = queued.stream().filter(which).findFirst();
        first.ifPresent(queued::remove);
        return first.map(Entry::mishap);
    }

    synchronized void clear() {
        queued.clear();
    }

    synchronized Script fork() {
        Script fork = new Script();
        fork.queued.addAll(queued);
        return fork;
    }
}
