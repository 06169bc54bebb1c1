package io.github.cxoneauthstub.assertj;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Exchange.TokenReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** From when to when tokens were used; to the second, as tokens end at whole ones. */
final class TokenUse {
    private final List<Exchange> exchanges;
    private final Duration margin;

    TokenUse(List<Exchange> exchanges, Duration margin) {
        this.exchanges = exchanges;
        this.margin = margin;
    }

    /** The first token that was renewed too early, or presented too late. */
    Optional<Breach> breach() {
        if (exchanges.stream().noneMatch(TokenUse::isIssuing)) {
            return Optional.of(Breach.of(expectation(), "no token was issued", "an issued token", "none"));
        }
        return exchanges.stream()
                .filter(TokenUse::isIssuing)
                .flatMap(issuing -> issuing.token().flatMap(token -> breach(issuing, token)).stream())
                .findFirst();
    }

    private static boolean isIssuing(Exchange exchange) {
        return exchange.outcome() == Outcome.ISSUED;
    }

    private String expectation() {
        return "each token to be used until " + (margin.isZero() ? "" : Words.seconds(margin) + " before ") + "its end";
    }

    private Optional<Breach> breach(Exchange issuing, TokenReference token) {
        return tooEarly(issuing, token).or(() -> tooLate(issuing, token));
    }

    private Optional<Breach> tooEarly(Exchange issuing, TokenReference token) {
        return exchanges.stream()
                .filter(next -> isIssuing(next) && next.isAfter(issuing) && isAlike(issuing, next))
                .findFirst()
                .filter(next -> left(token, next).toSeconds() > margin.toSeconds()
                        && !issuing.wasRevokedBefore(next)
                        && !wasRefused(token, next))
                .map(next -> Breach.of(
                        expectation(),
                        "#" + next.number() + " renewed the token of #" + issuing.number() + " "
                                + Words.seconds(left(token, next)) + " before its end",
                        token.expiresAt().minus(margin),
                        next.at()));
    }

    private static Duration left(TokenReference token, Exchange exchange) {
        return Duration.between(exchange.at(), token.expiresAt());
    }

    private static boolean isAlike(Exchange issuing, Exchange next) {
        return next.isOfSameProgram(issuing)
                && next.clientId().equals(issuing.clientId())
                && next.scopes().equals(issuing.scopes());
    }

    private boolean wasRefused(TokenReference token, Exchange before) {
        return exchanges.stream()
                .anyMatch(
                        use -> use.number() < before.number() && use.outcome() == Outcome.REJECTED && isOf(token, use));
    }

    private Optional<Breach> tooLate(Exchange issuing, TokenReference token) {
        return exchanges.stream()
                .filter(use -> isOf(token, use) && !use.at().isBefore(token.expiresAt()))
                .findFirst()
                .map(use -> Breach.of(
                        expectation(),
                        "#" + use.number() + " presented the token of #" + issuing.number() + " "
                                + Words.seconds(Duration.between(token.expiresAt(), use.at())) + " after its end",
                        token.expiresAt(),
                        use.at()));
    }

    private static boolean isOf(TokenReference token, Exchange exchange) {
        return exchange.token()
                .map(TokenReference::id)
                .filter(token.id()::equals)
                .isPresent();
    }
}
