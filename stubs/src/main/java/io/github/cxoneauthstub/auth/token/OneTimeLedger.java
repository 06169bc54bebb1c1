package io.github.cxoneauthstub.auth.token;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Things that are good for one use, and what became of them: of several threads that take the same thing, one has it.
 * It keeps the last {@value #CAPACITY}. Safe for use by several threads.
 *
 * @param <T> what is kept, without the secret that opens it
 * @since 0.1.0
 */
public final class OneTimeLedger<T> {
    static final int CAPACITY = 10_000;

    private final Map<Fingerprint, Entry<T>> entries = new LinkedHashMap<>();

    /**
     * A thing and what became of it.
     *
     * @param thing what it is
     * @param taken whether it was used
     * @param revokedBecause what revoked it, as the end of a sentence that begins with "it was revoked"; empty if
     *     nothing did
     */
    public record Entry<T>(T thing, boolean taken, Optional<String> revokedBecause) {}

    /** A ledger that begins with these things; what happens there later is unknown here, and the reverse. */
    public synchronized OneTimeLedger<T> fork() {
        OneTimeLedger<T> fork = new OneTimeLedger<>();
        fork.entries.putAll(entries);
        return fork;
    }

    /**
     * Enters a thing.
     *
     * @param revokedBecause why it is revoked from the start; empty if it is not
     */
    public synchronized void add(Fingerprint value, T thing, Optional<String> revokedBecause) {
        entries.put(value, new Entry<>(thing, false, revokedBecause));
        if (entries.size() > CAPACITY) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    /** What is known of that value; empty for one that was never entered, or so long ago that it was forgotten. */
    public synchronized Optional<Entry<T>> find(Fingerprint value) {
        return Optional.ofNullable(entries.get(value));
    }

    /** Uses it, and returns whether this was the first time and it was not revoked. */
    public synchronized boolean take(Fingerprint value) {
        Entry<T> before = entries.get(value);
        if (before == null || before.taken() || before.revokedBecause().isPresent()) {
            return false;
        }
        entries.put(value, new Entry<>(before.thing(), true, before.revokedBecause()));
        return true;
    }

    /**
     * Revokes those that are neither used nor revoked.
     *
     * @return how many were revoked
     */
    public synchronized int revoke(Predicate<T> which, String because) {
        int revoked = 0;
        for (Map.Entry<Fingerprint, Entry<T>> each : entries.entrySet()) {
            Entry<T> entry = each.getValue();
            if (!entry.taken() && entry.revokedBecause().isEmpty() && which.test(entry.thing())) {
                each.setValue(new Entry<>(entry.thing(), false, Optional.of(because)));
                revoked++;
            }
        }
        return revoked;
    }
}
