package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Exchange.TokenReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The exchanges before the one that is looked at, by what is asked of them: the latest of each, so that a thousand
 * exchanges are not each held against a thousand others. For one thread.
 */
final class Before {
    /** Of each kind; what is farther back is another story. */
    static final int MOST = 100;

    private final Map<Holder, List<Exchange>> issued = new HashMap<>();
    private final Map<String, List<Exchange>> ofToken = new HashMap<>();
    private final Map<String, Exchange> issuingOf = new HashMap<>();
    private final Map<String, List<Exchange>> ofPath = new HashMap<>();
    private final Map<String, List<Exchange>> waits = new HashMap<>();
    private final List<Exchange> refused = new ArrayList<>();
    private final List<Program> programs = new ArrayList<>();

    /**
     * Who shares a token.
     *
     * @param clientId whose it is
     * @param scopes what it opens
     * @param program the place of the program that asked for it
     */
    private record Holder(Optional<String> clientId, Optional<Scopes> scopes, int program) {}

    /**
     * A program that asked.
     *
     * @param one any of its requests
     * @param busyUntil when the last of its answers left
     * @param isParallel whether two of its requests were under way at once, so that it has several threads
     */
    private record Program(Exchange one, Instant busyUntil, boolean isParallel) {
        Program and(Exchange another) {
            Instant until = another.underWay().until();
            return new Program(one, until.isAfter(busyUntil) ? until : busyUntil, isParallelWith(another));
        }

        boolean isParallelWith(Exchange another) {
            return isParallel || another.underWay().from().isBefore(busyUntil);
        }
    }

    void add(Exchange exchange) {
        addProgram(exchange);
        ofPath.computeIfAbsent(exchange.path(), absent -> new ArrayList<>()).add(exchange);
        if (exchange.retryAfter().isPresent()) {
            waits.computeIfAbsent(exchange.path(), absent -> new ArrayList<>()).add(exchange);
        }
        if (exchange.outcome() == Outcome.ISSUED) {
            issued.computeIfAbsent(holder(exchange), absent -> new ArrayList<>())
                    .add(exchange);
            exchange.token().ifPresent(token -> issuingOf.put(token.id(), exchange));
            return;
        }
        if (exchange.outcome() == Outcome.REJECTED) {
            refused.add(exchange);
        }
        exchange.token()
                .map(TokenReference::id)
                .ifPresent(id ->
                        ofToken.computeIfAbsent(id, absent -> new ArrayList<>()).add(exchange));
    }

    private void addProgram(Exchange exchange) {
        int known = program(exchange);
        if (known < 0) {
            programs.add(new Program(exchange, exchange.underWay().until(), false));
        } else {
            programs.set(known, programs.get(known).and(exchange));
        }
    }

    private int program(Exchange exchange) {
        for (int i = 0; i < programs.size(); i++) {
            if (programs.get(i).one().isOfSameProgram(exchange)) {
                return i;
            }
        }
        return -1;
    }

    private Holder holder(Exchange exchange) {
        return new Holder(exchange.clientId(), exchange.scopes(), program(exchange));
    }

    /** Those that issued a token with the same scopes to the same client in the same program. */
    List<Exchange> issuedAlike(Exchange now) {
        return latest(issued.getOrDefault(holder(now), List.of()));
    }

    /** The one that issued the token that was presented; empty if that is not kept, or the test made the token. */
    Optional<Exchange> issuingOf(Exchange use) {
        return use.token().map(TokenReference::id).map(issuingOf::get);
    }

    /** Those in which the token of an exchange was presented. */
    List<Exchange> usesOf(Exchange issuing) {
        return issuing.token()
                .map(token -> latest(ofToken.getOrDefault(token.id(), List.of())))
                .orElse(List.of());
    }

    /** Those at the same path, oldest first. */
    List<Exchange> atPathOf(Exchange now) {
        return latest(ofPath.getOrDefault(now.path(), List.of()));
    }

    /** Those at the same path whose answer asked to wait. */
    List<Exchange> waitsAtPathOf(Exchange now) {
        return latest(waits.getOrDefault(now.path(), List.of()));
    }

    /** Those that were refused, oldest first. */
    List<Exchange> refused() {
        return latest(refused);
    }

    private static List<Exchange> latest(List<Exchange> all) {
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    /**
     * Whether who asks now has had the answer to that one, as far as it shows: it had left when this request arrived,
     * and went to the same program; if that has several threads, over the same connection.
     */
    boolean isKnownTo(Exchange now, Exchange earlier) {
        return now.isOfSameProgram(earlier)
                && now.isAfter(earlier)
                && (now.isOfSameConnection(earlier) || !isOneOfSeveral(now));
    }

    /** Whether the program that asks now has had two requests under way at once. */
    boolean isOneOfSeveral(Exchange now) {
        int known = program(now);
        return known >= 0 && programs.get(known).isParallelWith(now);
    }
}
