package io.github.cxoneauthstub.control;

import io.github.cxoneauthstub.auth.Exchanges;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Shows and forgets the exchanges. */
final class ExchangeCalls {
    private final Supplier<Exchanges> exchanges;

    ExchangeCalls(Supplier<Exchanges> exchanges) {
        this.exchanges = exchanges;
    }

    List<Call> all() {
        return List.of(Call.of("GET", "/exchanges", body -> list()), Call.of("DELETE", "/exchanges", body -> forget()));
    }

    private Result list() {
        return Result.ok(Map.of("exchanges", ShownExchange.all(exchanges.get().all())));
    }

    private Result forget() {
        exchanges.get().clear();
        return Result.deleted();
    }
}
