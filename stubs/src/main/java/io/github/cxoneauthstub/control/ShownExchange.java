package io.github.cxoneauthstub.control;

import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.exchange.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An exchange as JSON shows it, to programs and to the page. */
final class ShownExchange {
    private ShownExchange() {}

    static List<Map<String, Object>> all(List<Exchange> exchanges) {
        return exchanges.stream().map(ShownExchange::of).toList();
    }

    /** Every member is always there; what does not apply is null. */
    private static Map<String, Object> of(Exchange exchange) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("number", exchange.number());
        shown.put("at", exchange.at().toString());
        shown.put("method", exchange.method());
        shown.put("path", exchange.path());
        shown.put("profile", exchange.profile());
        shown.put("status", Optional.of(exchange.status()).filter(status -> status != 0));
        shown.put("error", Optional.of(exchange.error()).filter(error -> !error.isEmpty()));
        shown.put("rule", explained(exchange, why -> why.reason().ruleId()));
        shown.put("reason", explained(exchange, why -> why.reason().name()));
        shown.put("demand", explained(exchange, Explanation::demand));
        shown.put("seen", explained(exchange, Explanation::seen));
        shown.put("advice", explained(exchange, Explanation::advice));
        shown.put("evidence", explained(exchange, why -> why.evidence().toString()));
        shown.put(
                "findings", exchange.findings().stream().map(ShownExchange::of).toList());
        shown.put("curl", exchange.curl());
        shown.put("note", Optional.of(exchange.note()).filter(note -> !note.isEmpty()));
        shown.put("clientId", exchange.clientId());
        shown.put("scopes", exchange.scopes().map(Scopes::toList));
        shown.put("outcome", exchange.outcome().name().toLowerCase(Locale.ROOT));
        return shown;
    }

    private static Map<String, Object> of(Finding finding) {
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
