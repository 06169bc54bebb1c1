package io.github.cxoneauthstub.auth.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The exchanges of one simulation in their order: a ring of the last {@value #CAPACITY}. Safe for several threads.
 *
 * @since 0.1.0
 */
public final class ExchangeLog {
    static final int CAPACITY = 1_000;

    private final Deque<Exchange> ring = new ArrayDeque<>();
    private int count;
    private int issued;

    /** Enters an exchange, numbers it, and returns it. */
    public synchronized Exchange record(Exchange.Builder builder) {
        Exchange exchange = builder.build(++count);
        ring.addLast(exchange);
        if (ring.size() > CAPACITY) {
            ring.removeFirst();
        }
        if (exchange.outcome() == Exchange.Outcome.ISSUED) {
            issued++;
        }
        return exchange;
    }

    /** Those that are kept, oldest first. */
    public synchronized List<Exchange> kept() {
        return List.copyOf(ring);
    }

    /** How many tokens were issued over the wire, those no longer kept included. */
    public synchronized int issued() {
        return issued;
    }

    /** Forgets all; the numbers go on. */
    public synchronized void clear() {
        ring.clear();
        issued = 0;
    }
}
