package io.github.cxoneauthstub.assertj;

import static java.util.function.Predicate.not;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Exchange.Span;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** How tokens were asked for. */
final class Asking {
    private Asking() {}

    static Optional<Breach> withoutForm(List<Exchange> tokenRequests) {
        return exception(
                "only forms at the token endpoint", tokenRequests, Exchange::isFormEncoded, exchange -> "no form");
    }

    static Optional<Breach> otherThan(AuthMethod expected, List<Exchange> tokenRequests) {
        return exception(
                "only " + expected + " at the token endpoint",
                tokenRequests,
                exchange -> isBy(expected, exchange),
                Asking::method);
    }

    /** Whether it came with that one and no other. */
    static boolean isBy(AuthMethod expected, Exchange exchange) {
        return !isByBoth(exchange) && exchange.authMethod().equals(Optional.of(expected));
    }

    /** How it came. */
    static String method(Exchange exchange) {
        return isByBoth(exchange)
                ? "BASIC and BODY"
                : exchange.authMethod().map(AuthMethod::name).orElse("neither");
    }

    private static boolean isByBoth(Exchange exchange) {
        return exchange.shows(Mistake.BOTH_PLACES)
                || exchange.reason().filter(Reason.TWO_AUTH_METHODS::equals).isPresent();
    }

    static Optional<Breach> otherThan(Scopes expected, List<Exchange> tokenRequests) {
        List<Exchange> issued = tokenRequests.stream()
                .filter(exchange -> exchange.outcome() == Outcome.ISSUED)
                .toList();
        return issued.isEmpty()
                ? Optional.of(Breach.of(
                        "tokens with scopes " + shown(expected), "no token was issued", expected.toString(), "none"))
                : exception(
                        "tokens with scopes " + shown(expected),
                        issued,
                        exchange -> exchange.scopes().filter(expected::equals).isPresent(),
                        exchange -> shown(exchange.scopes().orElse(Scopes.NONE)));
    }

    static String shown(Scopes scopes) {
        return scopes.isEmpty() ? "(none)" : scopes.toString();
    }

    /** All have to be as expected, and there has to be one. */
    private static Optional<Breach> exception(
            String expectation,
            List<Exchange> exchanges,
            Predicate<Exchange> isAsExpected,
            Function<Exchange, String> what) {
        if (exchanges.isEmpty()) {
            return Optional.of(Breach.of(expectation, "no token was asked for", "a token request", "none"));
        }
        List<Exchange> others = exchanges.stream().filter(not(isAsExpected)).toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(Breach.of(
                        expectation,
                        "there " + (others.size() == 1 ? "was " : "were ") + Words.listed(others, what),
                        exchanges.size(),
                        exchanges.size() - others.size()));
    }

    static Optional<Breach> secretInUrl(List<Exchange> exchanges) {
        List<Exchange> open = exchanges.stream().filter(Asking::hasSecretInUrl).toList();
        return Breach.ofCount(
                0, open.size(), "URL", " with a secret", Words.listed(open, e -> e.method() + " " + e.path()));
    }

    private static boolean hasSecretInUrl(Exchange exchange) {
        return exchange.shows(Mistake.CREDENTIALS_IN_QUERY)
                || exchange.shows(Mistake.TOKEN_IN_QUERY)
                || exchange.reason().filter(Reason.SECRET_IN_QUERY::equals).isPresent();
    }

    /** The most that were under way at one moment; what the test answered itself never was. */
    static Optional<Breach> moreAtOnceThan(int most, List<Exchange> tokenRequests) {
        List<Exchange> decided = tokenRequests.stream()
                .filter(exchange -> exchange.outcome() != Outcome.DISRUPTED)
                .toList();
        List<Exchange> atOnce = decided.stream()
                .map(begin -> underWayWhenItBegan(begin, decided))
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
        return atOnce.size() <= most
                ? Optional.empty()
                : Optional.of(Breach.of(
                        "at most " + most + " token request" + (most == 1 ? "" : "s") + " at a time",
                        "there were " + atOnce.size() + ": " + Words.listed(atOnce, exchange -> ""),
                        most,
                        atOnce.size()));
    }

    private static List<Exchange> underWayWhenItBegan(Exchange begin, List<Exchange> all) {
        return all.stream()
                .filter(each -> each == begin || isOver(begin.underWay(), each.underWay()))
                .toList();
    }

    /** Whether the other one was under way when the first one began. */
    private static boolean isOver(Span beginning, Span other) {
        return !other.from().isAfter(beginning.from()) && other.until().isAfter(beginning.from());
    }
}
