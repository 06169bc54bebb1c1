package io.github.cxoneauthstub.assertj;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the request that a client sent before the wait was over that an answer had asked for. */
final class RetryAfters {
    private RetryAfters() {}

    static Optional<Finding> firstBreach(List<Exchange> exchanges) {
        if (exchanges.stream().allMatch(exchange -> exchange.retryAfter().isEmpty())) {
            return Optional.of(new Finding(
                    "expected Retry-After to be respected but no answer carried it: let one do so with"
                            + " auth.next().tooManyRequests(...)",
                    "an answer with Retry-After",
                    "none"));
        }
        for (int i = 0; i < exchanges.size(); i++) {
            Optional<Finding> breach = breach(exchanges.get(i), exchanges.subList(i + 1, exchanges.size()));
            if (breach.isPresent()) {
                return breach;
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> breach(Exchange asking, List<Exchange> later) {
        return asking.retryAfter().flatMap(wait -> {
            Instant due = asking.at().plus(wait);
            return later.stream()
                    .filter(next -> next.path().equals(asking.path()))
                    .findFirst()
                    .filter(next -> next.at().isBefore(due))
                    .map(next -> new Finding(sentence(asking, wait, next), due, next.at()));
        });
    }

    private static String sentence(Exchange asking, Duration wait, Exchange next) {
        Duration waited = Duration.between(asking.at(), next.at());
        return "expected the Retry-After of " + wait.toSeconds() + " s in #" + asking.number()
                + " to be respected but #" + next.number() + " came after "
                + String.format(Locale.ROOT, "%.3f s", waited.toMillis() / 1000.0);
    }
}
