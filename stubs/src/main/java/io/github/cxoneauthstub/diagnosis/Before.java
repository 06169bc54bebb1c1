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

/** The exchanges before the one that is looked at, by what is asked of them. For one thread. */
final class Before {
    private final Map<Holder, List<Exchange>> issued = new HashMap<>();
    private final Map<String, List<Exchange>> ofToken = new HashMap<>();
    private final Map<String, Exchange> latestAt = new HashMap<>();
    private final List<Exchange> refused = new ArrayList<>();

    /** Whose a token is, and what it opens. */
    private record Holder(Optional<String> clientId, Optional<Scopes> scopes) {
        static Holder of(Exchange exchange) {
            return new Holder(exchange.clientId(), exchange.scopes());
        }
    }

    void add(Exchange exchange) {
        latestAt.put(exchange.path(), exchange);
        if (exchange.outcome() == Outcome.ISSUED) {
            issued.computeIfAbsent(Holder.of(exchange), holder -> new ArrayList<>())
                    .add(exchange);
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

    /** Those that issued a token to the same client with the same scopes. */
    List<Exchange> issuedAlike(Exchange now) {
        return issued.getOrDefault(Holder.of(now), List.of());
    }

    /** Those in which the token of an exchange was presented. */
    List<Exchange> usesOf(Exchange issuing) {
        return issuing.token()
                .map(token -> ofToken.getOrDefault(token.id(), List.of()))
                .orElse(List.of());
    }

    /** The latest one at that path. */
    Optional<Exchange> latestAt(String path) {
        return Optional.ofNullable(latestAt.get(path));
    }

    /** Those that were refused, oldest first. */
    List<Exchange> refused() {
        return refused;
    }
}
