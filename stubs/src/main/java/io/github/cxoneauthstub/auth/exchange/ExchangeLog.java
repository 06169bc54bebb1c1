package io.github.cxoneauthstub.auth.exchange;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The exchanges of one simulation in their order: a ring of the last {@value #CAPACITY}. Safe for several threads.
 *
 * @since 0.1.0
 */
public final class ExchangeLog {
    static final int CAPACITY = 1_000;

    private final Exchange[] ring = new Exchange[CAPACITY];
    private int count;
    private int forgotten;
    private int issued;

    /** Enters an exchange, numbers it, and returns it. */
    public synchronized Exchange record(Exchange.Builder builder) {
        Exchange exchange = builder.build(++count);
        ring[count % CAPACITY] = exchange;
        forgotten = Math.max(forgotten, count - CAPACITY);
        if (exchange.outcome() == Exchange.Outcome.ISSUED) {
            issued++;
        }
        return exchange;
    }

    /** Notes that the answer of an exchange leaves, if it is still kept. */
    public synchronized void left(int number, Instant at) {
        if (number > forgotten) {
            ring[number % CAPACITY] = ring[number % CAPACITY].until(at);
        }
    }

    /** The number of the latest exchange; 0 before the first. */
    public synchronized int count() {
        return count;
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

    /** How many tokens were issued over the wire, those no longer kept included. */
    public synchronized int issued() {
        return issued;
    }

    /** Forgets all; the numbers go on. */
    public synchronized void clear() {
        Arrays.fill(ring, null);
        forgotten = count;
        issued = 0;
    }
}
