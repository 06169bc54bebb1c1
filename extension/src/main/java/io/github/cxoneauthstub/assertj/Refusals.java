package io.github.cxoneauthstub.assertj;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was refused, and what became of the requests. */
final class Refusals {
    private Refusals() {}

    static Optional<Breach> any(List<Exchange> rejected) {
        return Breach.ofCount(0, rejected.size(), "rejected request", "", Words.listed(rejected, Words::reason));
    }

    static Optional<Breach> otherThan(int times, Reason reason, List<Exchange> rejected) {
        int count = (int) rejected.stream()
                .filter(exchange -> exchange.reason().filter(reason::equals).isPresent())
                .count();
        return Breach.ofCount(times, count, "request", " rejected as " + reason);
    }

    /** Whether each of these reasons is there, and no other. */
    static Optional<Breach> otherThan(Set<Reason> expected, List<Exchange> rejected) {
        Set<Reason> actual = rejected.stream()
                .flatMap(exchange -> exchange.reason().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return actual.equals(expected)
                ? Optional.empty()
                : Optional.of(Breach.of(
                        "requests rejected as " + Words.joined(expected) + " only", there(rejected), expected, actual));
    }

    static Optional<Breach> otherOrderThan(List<Reason> expected, List<Exchange> rejected) {
        List<Reason> actual = rejected.stream()
                .flatMap(exchange -> exchange.reason().stream())
                .toList();
        return actual.equals(expected)
                ? Optional.empty()
                : Optional.of(Breach.of(
                        "requests rejected as " + Words.joined(expected) + " in this order",
                        there(rejected),
                        expected,
                        actual));
    }

    private static String there(List<Exchange> rejected) {
        return rejected.isEmpty() ? "none was rejected" : "there were " + Words.listed(rejected, Words::reason);
    }

    static Optional<Breach> otherOutcomesThan(List<Outcome> expected, List<Exchange> exchanges) {
        List<Outcome> actual = exchanges.stream().map(Exchange::outcome).toList();
        return actual.equals(expected)
                ? Optional.empty()
                : Optional.of(Breach.of(
                        "the outcomes " + Words.joined(expected),
                        actual.isEmpty() ? "no request arrived" : "there were " + Words.joined(actual),
                        expected,
                        actual));
    }
}
