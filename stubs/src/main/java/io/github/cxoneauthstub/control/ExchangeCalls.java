package io.github.cxoneauthstub.control;

import io.github.cxoneauthstub.auth.Exchanges;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.exchange.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
        return Result.ok(Map.of(
                "exchanges", exchanges.all().stream().map(ExchangeCalls::shown).toList()));
    }

    private Result forget() {
        exchanges.clear();
        return Result.deleted();
    }

    /** Every member is always there; what does not apply is null. */
    private static Map<String, Object> shown(Exchange exchange) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("number", exchange.number());
        shown.put("at", exchange.at().toString());
        shown.put("method", exchange.method());
        shown.put("path", exchange.path());
        shown.put("profile", exchange.profile());
        shown.put("status", exchange.status());
        shown.put("error", Optional.of(exchange.error()).filter(error -> !error.isEmpty()));
        shown.put("rule", explained(exchange, why -> why.reason().ruleId()));
        shown.put("reason", explained(exchange, why -> why.reason().name()));
        shown.put("demand", explained(exchange, Explanation::demand));
        shown.put("seen", explained(exchange, Explanation::seen));
        shown.put("advice", explained(exchange, Explanation::advice));
        shown.put("evidence", explained(exchange, why -> why.evidence().toString()));
        shown.put(
                "findings",
                exchange.findings().stream().map(ExchangeCalls::shown).toList());
        shown.put("curl", exchange.curl());
        shown.put("note", Optional.of(exchange.note()).filter(note -> !note.isEmpty()));
        shown.put("clientId", exchange.clientId());
        shown.put("scopes", exchange.scopes().map(Scopes::toList));
        return shown;
    }

    private static Map<String, Object> shown(Finding finding) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", finding.mistake().id());
        shown.put("seen", finding.seen());
        shown.put("advice", finding.advice());
        Map<String, Object> code = new LinkedHashMap<>();
        finding.code().forEach(each -> code.put(each.library(), each.line()));
        shown.put("code", code);
        shown.put("evidence", finding.evidence().toString());
        return shown;
    }

    private static Optional<String> explained(Exchange exchange, Function<Explanation, String> part) {
        return exchange.explanation().map(part);
    }
}
