package io.github.cxoneauthstub.assertj;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How failures speak of exchanges. */
final class Words {
    private static final int MOST_LISTED = 20;

    private Words() {}

    /** Number, method and path. */
    static String name(Exchange exchange) {
        return "#" + exchange.number() + " "
                + (exchange.method().isEmpty() ? "(unreadable)" : exchange.method() + " " + exchange.path());
    }

    /** What became of it. */
    static String outcome(Exchange exchange) {
        return switch (exchange.outcome()) {
            case ISSUED -> "was issued a token";
            case ADMITTED -> "was admitted";
            case SERVED -> "was served";
            case REJECTED -> "was rejected as " + reason(exchange);
            case DISRUPTED -> "was disrupted";
        };
    }

    static String reason(Exchange exchange) {
        return exchange.reason().map(Reason::name).orElse("");
    }

    /** As {@code #1 SECRET_WRONG, #3 PATH_UNKNOWN}. */
    static String listed(List<Exchange> exchanges, Function<Exchange, String> what) {
        return joined(exchanges.stream()
                .map(exchange -> ("#" + exchange.number() + " " + what.apply(exchange)).strip())
                .toList());
    }

    /** The first of them, and how many follow. */
    static String joined(Collection<?> values) {
        String first = values.stream().limit(MOST_LISTED).map(String::valueOf).collect(Collectors.joining(", "));
        int more = values.size() - MOST_LISTED;
        return more > 0 ? first + ", and " + more + " more" : first;
    }

    static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
