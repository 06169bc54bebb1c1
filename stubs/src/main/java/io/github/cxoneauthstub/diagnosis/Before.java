package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Exchange.TokenReference;
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
    private final List<Exchange> programs = new ArrayList<>();

    /**
     * Who shares a token.
     *
     * @param clientId whose it is
     * @param scopes what it opens
     * @param program the place of the program that asked for it
     */
    private record Holder(Optional<String> clientId, Optional<Scopes> scopes, int program) {}

    void add(Exchange exchange) {
        if (program(exchange) < 0) {
            programs.add(exchange);
        }
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

    /** Its place among one exchange of each. */
    private int program(Exchange exchange) {
        for (int i = 0; i < programs.size(); i++) {
            if (programs.get(i).isOfSameProgram(exchange)) {
                return i;
            }
        }
        return -1;
    }

    private Holder holder(Exchange exchange) {
        return new Holder(exchange.clientId(), exchange.scopes(), program(exchange));
    }

    /**
     * Those that issued a token with the same scopes to the same client in the same program, for the same user and API.
     */
    List<Exchange> issuedAlike(Exchange now) {
        return latest(issued.getOrDefault(holder(now), List.of()).stream()
                .filter(now::isOfSameUser)
                .filter(other -> other.profile().equals(now.profile()))
                .toList());
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
     * and went to the same program; a client that was told over another connection may be another thread.
     */
    boolean isKnownTo(Exchange now, Exchange earlier) {
        return now.isOfSameProgram(earlier) && now.isAfter(earlier) && !now.isOfAnotherConnection(earlier);
    }
}
