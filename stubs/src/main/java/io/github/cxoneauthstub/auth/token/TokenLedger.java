package io.github.cxoneauthstub.auth.token;

import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The tokens of one simulation and what became of them. It keeps the last {@value #CAPACITY}; the values are kept by
 * nobody but the client. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class TokenLedger {
    static final int CAPACITY = 10_000;

    /** So many logins within one second and with the same claims nobody tells apart. */
    private static final int MOST_SESSIONS = 1_000;

    private final RandomGenerator random;
    private final long generation;
    private final Set<Long> generations;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<Fingerprint, String> named = new LinkedHashMap<>();
    private long count;

    /** The latest sessions that were ended, and what ended each. */
    private final Map<String, String> ended = new LinkedHashMap<>();

    /**
     * @param sessions those that it was issued in: several for a token whose value does not tell it from an equal one
     */
    private record Entry(AccessToken token, Set<String> sessions, Optional<String> revokedBecause) {
        Entry in(String session) {
            Set<String> all = new HashSet<>(sessions);
            if (all.size() < MOST_SESSIONS) {
                all.add(session);
            }
            return new Entry(token, Set.copyOf(all), revokedBecause);
        }

        Entry revoked(String because) {
            return new Entry(token, sessions, Optional.of(because));
        }

        boolean isLive() {
            return revokedBecause.isEmpty();
        }
    }

    /** What the ledger knows of a token id. */
    public sealed interface Standing {
        /** It was issued here and not revoked. */
        record Live(AccessToken token) implements Standing {}

        /** It was issued here and revoked since; the sentence says by what. */
        record Revoked(AccessToken token, String because) implements Standing {}

        /** It was issued here, but so many have been since then that it was forgotten. */
        record Forgotten() implements Standing {}

        /** It was issued by an earlier simulation. */
        record OfEarlierSimulation() implements Standing {}
    }

    /** A ledger without tokens; {@code random} tells its ids from those of any other ledger. */
    public TokenLedger(RandomGenerator random) {
        this(random, Set.of());
    }

    private TokenLedger(RandomGenerator random, Set<Long> inherited) {
        this.random = random;
        this.generation = (random.nextLong() & ~0xF000L) | 0x4000L;
        Set<Long> all = new HashSet<>(inherited);
        all.add(generation);
        this.generations = Set.copyOf(all);
    }

    /** A ledger that begins with these tokens; what is issued there later is unknown here, and the reverse. */
    public synchronized TokenLedger fork() {
        TokenLedger fork = new TokenLedger(random, generations);
        fork.entries.putAll(entries);
        fork.named.putAll(named);
        fork.ended.putAll(ended);
        return fork;
    }

    /** A ledger without tokens, which knows none of these. */
    public TokenLedger restarted() {
        return new TokenLedger(random);
    }

    /** A new token id, shaped like a random UUID. */
    public synchronized String nextId() {
        long mixed = ++count * 0x9E3779B97F4A7C15L;
        return new UUID(generation, (mixed & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L).toString();
    }

    /** Does something that no token may be entered during. */
    public synchronized void exclusively(Runnable change) {
        change.run();
    }

    /** Reads something beside the tokens that must be of the same moment. */
    public synchronized <T> T atOneMoment(Supplier<T> reading) {
        return reading.get();
    }

    /**
     * Enters a token; its value is not kept.
     *
     * @param session what it has in common with the refresh token that was issued beside it, and with those that renew
     *     it; if that was ended meanwhile, it is revoked from the start
     * @param stillDue asked at the moment of entering: if whoever it is for has changed meanwhile, it is revoked from
     *     the start
     */
    public synchronized void add(AccessToken token, String session, BooleanSupplier stillDue) {
        Optional<String> revoked = stillDue.getAsBoolean()
                ? whatEnded(session)
                : Optional.of("because the client was changed while it was issued");
        entries.put(token.id(), new Entry(token.withoutValue(), Set.of(session), revoked));
        if (entries.size() > CAPACITY) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    /**
     * Enters a token whose value does not say its id, or notes that an equal one was issued in this session, too: what
     * ends either ends the token.
     *
     * @param stillDue as for {@link #add}
     * @return the id that it is known by: that of the first of equal ones
     */
    public synchronized String addOrShare(AccessToken token, String session, BooleanSupplier stillDue) {
        String id = nameOnce(token.value(), token.id());
        if (id.equals(token.id())) {
            add(token, session, stillDue);
            return id;
        }
        Optional<String> ended = stillDue.getAsBoolean()
                ? whatEnded(session)
                : Optional.of("because the client was changed while it was issued");
        entries.computeIfPresent(id, (same, entry) -> {
            Entry shared = entry.in(session);
            return shared.isLive() ? ended.map(shared::revoked).orElse(shared) : shared;
        });
        return id;
    }

    /**
     * Ends a session: no token of it is good any more, and none is ever again.
     *
     * @param now tokens that have expired by then stay what they are
     * @param because what did it, as the end of a sentence that begins with "it was revoked"
     * @return the ids of those that were revoked
     */
    public synchronized Set<String> end(String session, Instant now, String because) {
        ended.put(session, because);
        if (ended.size() > CAPACITY) {
            ended.remove(ended.keySet().iterator().next());
        }
        return revokeEntries(
                entry -> entry.sessions().contains(session)
                        && entry.token().expiresAt().isAfter(now),
                because);
    }

    /** What ended a session, as {@link #end} was told; empty for one that goes on. */
    public synchronized Optional<String> whatEnded(String session) {
        return Optional.ofNullable(ended.get(session));
    }

    /**
     * Remembers by which id a token is known whose value does not say it, or a word for what it is instead of a token.
     */
    public synchronized void name(String value, String id) {
        named.put(Fingerprint.of(value), id);
        if (named.size() > CAPACITY) {
            named.remove(named.keySet().iterator().next());
        }
    }

    /** Remembers by which id a token is known, unless it is known by one already; returns that by which it is. */
    private String nameOnce(String value, String id) {
        String before = named.get(Fingerprint.of(value));
        if (before != null) {
            return before;
        }
        name(value, id);
        return id;
    }

    /** 16 bytes of chance as 24 characters of base64. */
    public synchronized String nextShortSecret() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** 32 bytes of chance as 43 characters of base64url. */
    public synchronized String nextSecret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What was remembered of that value. */
    public synchronized Optional<String> named(String value) {
        return Optional.ofNullable(named.get(Fingerprint.of(value)));
    }

    /** What is known of a token id. */
    public synchronized Standing standing(String id) {
        Entry entry = entries.get(id);
        if (entry == null) {
            return isOurs(id) ? new Standing.Forgotten() : new Standing.OfEarlierSimulation();
        }
        return entry.revokedBecause()
                .<Standing>map(because -> new Standing.Revoked(entry.token(), because))
                .orElseGet(() -> new Standing.Live(entry.token()));
    }

    private boolean isOurs(String id) {
        try {
            return generations.contains(UUID.fromString(id).getMostSignificantBits());
        } catch (IllegalArgumentException notAnIdOfAnyLedger) {
            return false;
        }
    }

    /**
     * Revokes those tokens that are not revoked yet.
     *
     * @param because what did it, as the end of a sentence that begins with "it was revoked"
     * @return the ids of those that were revoked
     */
    public synchronized Set<String> revoke(Predicate<AccessToken> which, String because) {
        return revokeEntries(entry -> which.test(entry.token()), because);
    }

    private Set<String> revokeEntries(Predicate<Entry> which, String because) {
        List<Entry> chosen =
                entries.values().stream().filter(Entry::isLive).filter(which).toList();
        chosen.forEach(entry -> entries.put(entry.token().id(), entry.revoked(because)));
        return chosen.stream().map(entry -> entry.token().id()).collect(Collectors.toUnmodifiableSet());
    }
}
