package io.github.cxoneauthstub.control;

import io.github.cxoneauthstub.auth.Exchanges;
import java.util.List;
import java.util.Map;

/** Shows and forgets the exchanges. */
final class ExchangeCalls {
    private final Exchanges exchanges;

    ExchangeCalls(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    List<Call> all() {
        return List.of(Call.of("GET", "/exchanges", body -> list()), Call.of("DELETE", "/exchanges", body -> forget()));
    }

    private Result list() {
        return Result.ok(Map.of("exchanges", ShownExchange.all(exchanges.all())));
    }

    private Result forget() {
        exchanges.clear();
        return Result.deleted();
    }
}
