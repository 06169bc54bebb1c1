package io.github.cxoneauthstub.auth.exchange;

import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What went wrong in exchanges that are no longer kept: of each kind the first {@value #FEW} and a count, for at most
 * {@value #KINDS} kinds. Used under the lock of its log.
 */
final class Incidents {
    static final int FEW = 8;
    static final int KINDS = 200;

    private final Map<Kind, List<Exchange>> first = new LinkedHashMap<>();
    private final Map<Kind, Integer> counts = new LinkedHashMap<>();

    /** What is expected or not is so for all exchanges of a kind. */
    private record Kind(Exchange.Outcome outcome, Optional<Reason> reason, Set<Mistake> mistakes) {
        static Kind of(Exchange exchange) {
            return new Kind(
                    exchange.outcome(),
                    exchange.reason(),
                    exchange.findings().stream().map(Finding::mistake).collect(Collectors.toSet()));
        }
    }

    /** Remembers an exchange if anything went wrong in it. */
    void add(Exchange exchange) {
        if (exchange.outcome() != Exchange.Outcome.REJECTED
                && exchange.findings().isEmpty()) {
            return;
        }
        Kind kind = Kind.of(exchange);
        if (counts.size() < KINDS || counts.containsKey(kind)) {
            counts.merge(kind, 1, Integer::sum);
            List<Exchange> few = first.computeIfAbsent(kind, any -> new ArrayList<>());
            if (few.size() < FEW) {
                few.add(exchange);
            }
        }
    }

    List<ExchangeLog.Forgotten> all() {
        return first.entrySet().stream()
                .map(kind -> new ExchangeLog.Forgotten(kind.getValue(), counts.getOrDefault(kind.getKey(), 0)))
                .toList();
    }
}
