package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The mishaps that the next requests will meet, one each, in their order. Safe for use by several threads. */
final class Script {
    private static final int MOST = 1000;

    private final List<Entry> queued = new ArrayList<>();
    private final Deque<WrongCertificate> certificates = new ArrayDeque<>();

    /**
     * A mishap that is still to be met.
     *
     * @param target the requests that it is meant for
     * @param times how many of them meet it
     */
    private record Entry(Mishap mishap, Target target, int times) {}

    /** @throws IllegalStateException if a thousand of them wait already */
    synchronized void add(Mishap mishap, Target target, int times) {
        if (queued.size() >= MOST) {
            throw new IllegalStateException(
                    MOST + " mishaps are queued already, and no request met them: withdraw them first");
        }
        queued.add(new Entry(mishap, target, times));
    }

    synchronized Optional<Mishap> next(Kind kind, String path) {
        return take(entry -> entry.target().covers(kind, path));
    }

    /** The next outage; anything else stays for a request that it can be done to. */
    synchronized Optional<Mishap> nextOutage(Kind kind, String path) {
        return take(entry -> entry.target().covers(kind, path) && entry.mishap() instanceof Mishap.Outage);
    }

    /** @throws IllegalStateException if a thousand of them wait already */
    synchronized void add(WrongCertificate certificate, int times) {
        if (certificates.size() + times > MOST) {
            throw new IllegalStateException(certificates.size()
                    + " wrong certificates are queued already, and no client saw them: withdraw them first");
        }
        for (int i = 0; i < times; i++) {
            certificates.add(certificate);
        }
    }

    /** What is to be wrong with the certificate that the next connection is shown. */
    synchronized Optional<WrongCertificate> nextCertificate() {
        return Optional.ofNullable(certificates.poll());
    }

    private Optional<Mishap> take(Predicate<Entry> which) {
        for (int i = 0; i < queued.size(); i++) {
            Entry entry = queued.get(i);
            if (which.test(entry)) {
                if (entry.times() == 1) {
                    queued.remove(i);
                } else {
                    queued.set(i, new Entry(entry.mishap(), entry.target(), entry.times() - 1));
                }
                return Optional.of(entry.mishap());
            }
        }
        return Optional.empty();
    }

    synchronized void clear() {
        queued.clear();
        certificates.clear();
    }

    synchronized Script fork() {
        Script fork = new Script();
        fork.queued.addAll(queued);
        fork.certificates.addAll(certificates);
        return fork;
    }
}
