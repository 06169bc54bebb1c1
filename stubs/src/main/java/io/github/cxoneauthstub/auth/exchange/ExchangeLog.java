package io.github.cxoneauthstub.auth.exchange;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The exchanges of one simulation in their order: a ring of the last {@value #CAPACITY}. Of those that left it, it
 * remembers what went wrong. Safe for several threads.
 *
 * @since 0.1.0
 */
public final class ExchangeLog {
    static final int CAPACITY = 1_000;

    private final Exchange[] ring = new Exchange[CAPACITY];
    private final Incidents incidents = new Incidents();

    /** The oldest of the ring once more, with what they show beside one another. */
    private final Deque<Exchange> examined = new ArrayDeque<>();

    private UnaryOperator<List<Exchange>> examination = UnaryOperator.identity();
    private int count;
    private int forgotten;
    private int issued;

    /**
     * Exchanges of one kind that are no longer kept: refused for the same reason, with the same mistakes.
     *
     * @param first the first few
     * @param count how many there were
     */
    public record Forgotten(List<Exchange> first, int count) {
        /** Keeps its own copy. */
        public Forgotten {
            first = List.copyOf(first);
        }
    }

    /**
     * Lets exchanges be looked at together before they are forgotten.
     *
     * @param examiner returns the same exchanges, each with what it shows beside those before it
     */
    public synchronized void examineWith(UnaryOperator<List<Exchange>> examiner) {
        examination = examiner;
    }

    /** Enters an exchange, numbers it, and returns it. */
    public synchronized Exchange record(Exchange.Builder builder) {
        if (count - forgotten == CAPACITY) {
            forgetFirst();
        }
        Exchange exchange = builder.build(++count);
        ring[count % CAPACITY] = exchange;
        if (exchange.outcome() == Exchange.Outcome.ISSUED) {
            issued++;
        }
        return exchange;
    }

    /** They are examined a ring at a time: each at its end would cost every request. */
    private void forgetFirst() {
        if (examined.isEmpty()) {
            examined.addAll(examination.apply(kept()));
        }
        incidents.add(examined.removeFirst());
        forgotten++;
    }

    /** Notes that the answer of an exchange leaves, if it is still kept. */
    public synchronized void left(int number, Instant at) {
        if (number > forgotten) {
            ring[number % CAPACITY] = ring[number % CAPACITY].until(at);
        }
    }

    /**
     * Notes that tokens were revoked, or are worth nothing for another reason that no client can know.
     *
     * @param after the number of the last exchange before that
     * @param tokenIds which tokens
     */
    public synchronized void revoked(int after, Predicate<String> tokenIds) {
        for (int number = forgotten + 1; number <= Math.min(after, count); number++) {
            Exchange exchange = ring[number % CAPACITY];
            boolean isIssued = exchange.outcome() == Exchange.Outcome.ISSUED
                    && exchange.token()
                            .map(Exchange.TokenReference::id)
                            .filter(tokenIds)
                            .isPresent();
            if (isIssued) {
                ring[number % CAPACITY] = exchange.revoked(after);
            }
        }
    }

    /** Those that are kept, oldest first. */
    public synchronized List<Exchange> kept() {
        return IntStream.rangeClosed(forgotten + 1, count)
                .mapToObj(number -> ring[number % CAPACITY])
                .toList();
    }

    /** What went wrong in exchanges that are no longer kept. */
    public synchronized List<Forgotten> forgotten() {
        return incidents.all();
    }

    /** The number of the last exchange so far; 0 if there was none. */
    public synchronized int lastNumber() {
        return count;
    }

    /** How many tokens were issued over the wire, those no longer kept included. */
    public synchronized int issued() {
        return issued;
    }

    /** Keeps none of them; the numbers go on, and what went wrong is remembered. */
    public synchronized void clear() {
        examination.apply(kept()).forEach(incidents::add);
        examined.clear();
        Arrays.fill(ring, null);
        forgotten = count;
        issued = 0;
    }
}
