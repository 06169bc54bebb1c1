package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Timeline;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/**
 * What happened on the wire, oldest first: the last thousand exchanges of this test, without secrets. Each call sees
 * the state of that moment. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class Exchanges implements Iterable<Exchange> {
    private final Supplier<AuthorizationServer> server;
    private final String address;

    Exchanges(Supplier<AuthorizationServer> server, String address) {
        this.server = server;
        this.address = address;
    }

    /** All that are kept, oldest first; an unmodifiable copy. */
    public List<Exchange> all() {
        return server.get().exchanges();
    }

    /** Those of one kind, oldest first. */
    public List<Exchange> of(Exchange.Kind kind) {
        return all().stream().filter(exchange -> exchange.kind() == kind).toList();
    }

    /** Those that were refused, oldest first. */
    public List<Exchange> rejected() {
        return all().stream()
                .filter(exchange -> exchange.outcome() == Exchange.Outcome.REJECTED)
                .toList();
    }

    /**
     * Those that were refused, or that show what the client did wrong, and that the test did not
     * {@code auth.expect(...)}; oldest first. What else happened is what the test asked for or an exemplary client.
     */
    public List<Exchange> unexpected() {
        AuthorizationServer now = server.get();
        return now.exchanges().stream()
                .filter(exchange -> !now.simulation().expectations().cover(exchange))
                .toList();
    }

    /**
     * The last one.
     *
     * @throws NoSuchElementException if no request has arrived
     */
    public Exchange last() {
        List<Exchange> all = all();
        if (all.isEmpty()) {
            throw new NoSuchElementException("there is no last exchange: no request arrived at " + address);
        }
        return all.get(all.size() - 1);
    }

    /** How many tokens were issued over the wire in this test, those made by {@code auth.tokens()} not counted. */
    public int issuedTokens() {
        return server.get().simulation().log().issued();
    }

    /** Forgets all of them; the numbers go on. */
    public void clear() {
        server.get().simulation().log().clear();
    }

    /** The print that a failing test shows. */
    public String timeline() {
        Simulation simulation = server.get().simulation();
        String where = "profile " + simulation.configuration().profile() + ", " + address;
        return Timeline.print(all(), where, simulation.time().start());
    }

    @Override
    public Iterator<Exchange> iterator() {
        return all().iterator();
    }

    /** The timeline. */
    @Override
    public String toString() {
        return timeline();
    }
}
