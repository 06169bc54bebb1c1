package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.ExchangeLog;
import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.exchange.Timeline;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
     * {@code auth.expect(...)}; oldest first. What else happened is what the test asked for or an exemplary client. Of
     * those that are no longer kept, because there were many or after {@link #clear()}, the first few of each kind are
     * among them if {@link #remember()} was called before.
     */
    public List<Exchange> unexpected() {
        AuthorizationServer now = server.get();
        List<Exchange> kept = now.exchanges();
        Stream<Exchange> forgotten = now.simulation().log().forgotten().stream().flatMap(kind -> kind.first().stream());
        return inOrder(Stream.concat(kept.stream(), forgotten))
                .filter(exchange -> !now.simulation().expectations().cover(exchange))
                .toList();
    }

    /**
     * Remembers from now on what went wrong in exchanges that are no longer kept, for {@link #unexpected()} to tell.
     * Each exchange is examined for it, as otherwise only those are that somebody reads. A strict test does it by
     * itself.
     */
    public void remember() {
        server.get().remember();
    }

    /** How many there were that {@link #unexpected()} tells of, those no longer kept included. */
    public int unexpectedCount() {
        AuthorizationServer now = server.get();
        Expectations expectations = now.simulation().expectations();
        long kept = now.exchanges().stream()
                .filter(exchange -> !expectations.cover(exchange))
                .count();
        return Math.toIntExact(kept)
                + now.simulation().log().forgotten().stream()
                        .filter(kind -> !expectations.cover(kind.first().get(0)))
                        .mapToInt(ExchangeLog.Forgotten::count)
                        .sum();
    }

    /**
     * The lines of Java that would have said that these were meant to happen: {@code auth.expect(Reason.SECRET_WRONG)}.
     */
    public String expectationOf(List<Exchange> unexpected) {
        Expectations expectations = server.get().simulation().expectations();
        Map<Boolean, List<String>> isReason = unexpected.stream()
                .flatMap(exchange -> expectations.lacks(exchange).stream())
                .distinct()
                .collect(Collectors.partitioningBy(name -> name.startsWith("Reason.")));
        return Stream.of(isReason.get(true), isReason.get(false))
                .filter(names -> !names.isEmpty())
                .map(names -> "auth.expect(" + String.join(", ", names) + ")")
                .collect(Collectors.joining("; "));
    }

    private static Stream<Exchange> inOrder(Stream<Exchange> exchanges) {
        SortedMap<Integer, Exchange> ofNumbers = new TreeMap<>();
        exchanges.forEach(exchange -> ofNumbers.putIfAbsent(exchange.number(), exchange));
        return ofNumbers.values().stream();
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

    /** The number of the last exchange so far; 0 if there was none. It counts those that are no longer kept. */
    public int lastNumber() {
        return server.get().simulation().log().lastNumber();
    }

    /** Forgets all of them; the numbers go on, and a strict test remembers what it did not expect. */
    public void clear() {
        server.get().simulation().log().clear();
    }

    /** What may be shown of a text: without any secret that ever was one here. */
    public Redactor redactor() {
        return new Redactor(server.get().simulation().secrets());
    }

    /** The print that a failing test shows. */
    public String timeline() {
        return timeline(List.of());
    }

    /** The same with others in their places, as far as they are no longer kept. */
    public String timeline(List<Exchange> others) {
        Simulation simulation = server.get().simulation();
        String where = "profile " + simulation.configuration().profile() + ", " + address;
        List<Exchange> printed =
                inOrder(Stream.concat(all().stream(), others.stream())).toList();
        return Timeline.print(printed, where, simulation.time().start());
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
