package io.github.cxoneauthstub.auth.exchange;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges of one simulation in their order: a ring of the last {@value #CAPACITY}. If it is told to, it remembers
 * of those that left it what went wrong. Safe for several threads.
 *
 * @since 0.1.0
 */
public final class ExchangeLog {
    static final int CAPACITY = 1_000;

    private final @Nullable Entry[] ring = new Entry[CAPACITY];
    private final Incidents incidents = new Incidents();
    private final Connections connections = new Connections();

    /** The oldest of the ring once more, with what they show beside one another. */
    private final Deque<Exchange> examined = new ArrayDeque<>();

    /** The last that left the ring, as many as it holds, for those after them to be examined beside. */
    private final Deque<Entry> before = new ArrayDeque<>();

    private @Nullable UnaryOperator<List<Exchange>> examination;
    private @Nullable List<Exchange> kept;
    private long changes;
    private int count;
    private int gone;
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
     * Remembers from now on what went wrong in exchanges that are no longer kept. All of them are examined for it.
     *
     * @param examiner returns the same exchanges, each with what it shows beside those before it
     */
    public synchronized void remember(UnaryOperator<List<Exchange>> examiner) {
        examination = examiner;
    }

    /** Enters an exchange, numbers it, and returns it. */
    public Exchange record(ExchangeBuilder builder) {
        return enter(builder, whole -> {}).exchange();
    }

    /**
     * Enters an exchange and numbers it.
     *
     * @param later completes the exchange when it is first read; never called for one that nobody reads
     * @return its number
     */
    public int record(ExchangeBuilder builder, Consumer<ExchangeBuilder> later) {
        return enter(builder, later).number();
    }

    private synchronized Entry enter(ExchangeBuilder builder, Consumer<ExchangeBuilder> later) {
        if (count - gone == CAPACITY) {
            forgetFirst();
        }
        builder.noteAmong(connections);
        Entry entry = new Entry(++count, builder, later);
        ring[count % CAPACITY] = entry;
        if (builder.isIssued()) {
            issued++;
        }
        changed();
        return entry;
    }

    /** They are examined a ring at a time: each at its end would cost every request. */
    private void forgetFirst() {
        Entry first = entry(gone + 1);
        if (examination != null && first != null) {
            if (examined.isEmpty()) {
                examined.addAll(examined(examination));
            }
            incidents.add(examined.removeFirst());
            if (before.size() == CAPACITY) {
                before.removeFirst();
            }
            before.addLast(first);
        }
        gone++;
    }

    /** Those that are kept, each with what it shows beside any that was kept at the same time. */
    private List<Exchange> examined(UnaryOperator<List<Exchange>> by) {
        List<Entry> all = Stream.concat(before.stream(), entries().stream()).toList();
        return by.apply(exchanges(all)).subList(before.size(), all.size());
    }

    private void changed() {
        kept = null;
        changes++;
    }

    /** Notes that the answer of an exchange leaves, if it is still kept. */
    public void left(int number, Instant at) {
        Entry entry = entry(number);
        if (entry != null) {
            entry.left(at);
            changedByNow();
        }
    }

    private synchronized @Nullable Entry entry(int number) {
        return number > gone ? ring[number % CAPACITY] : null;
    }

    private synchronized void changedByNow() {
        changed();
    }

    /**
     * Notes that tokens were revoked, or are worth nothing for another reason that no client can know.
     *
     * @param after the number of the last exchange before that
     * @param tokenIds which tokens
     */
    public void revoked(int after, Predicate<String> tokenIds) {
        List<Entry> before;
        synchronized (this) {
            before = entries().stream().filter(entry -> entry.number() <= after).toList();
        }
        before.stream()
                .filter(entry -> entry.issuedTokenId().filter(tokenIds).isPresent())
                .forEach(entry -> entry.revoked(after));
        changedByNow();
    }

    /** Those that are kept, each complete, oldest first; the same list until something changes. */
    public List<Exchange> kept() {
        List<Entry> entries;
        long version;
        synchronized (this) {
            if (kept != null) {
                return kept;
            }
            entries = entries();
            version = changes;
        }
        // what completes them takes its time, in which others are to be entered
        List<Exchange> all = exchanges(entries);
        synchronized (this) {
            if (version == changes) {
                kept = all;
            }
        }
        return all;
    }

    private synchronized List<Entry> entries() {
        return IntStream.rangeClosed(gone + 1, count)
                .mapToObj(number -> ring[number % CAPACITY])
                .toList();
    }

    private static List<Exchange> exchanges(List<Entry> entries) {
        return entries.stream().map(Entry::exchange).toList();
    }

    /** What went wrong in exchanges that are no longer kept, if it was told to remember that. */
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

    /** Keeps none of them; the numbers go on. */
    public synchronized void clear() {
        if (examination != null) {
            examined(examination).forEach(incidents::add);
        }
        examined.clear();
        before.clear();
        Arrays.fill(ring, null);
        gone = count;
        issued = 0;
        changed();
    }
}
