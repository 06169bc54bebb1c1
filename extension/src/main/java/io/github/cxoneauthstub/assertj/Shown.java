package io.github.cxoneauthstub.assertj;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What exchanges show of their client. */
final class Shown {
    /** What a client does who goes on although it was told that it does not help. */
    private static final Set<Mistake> RETRIES = Set.of(
            Mistake.RETRIED_UNCHANGED,
            Mistake.REVOKED_TOKEN_USED_AGAIN,
            Mistake.EXPIRED_TOKEN_USED_AGAIN,
            Mistake.NEW_TOKEN_FOR_FORBIDDEN);

    private Shown() {}

    /** A finding and the exchange that shows it. */
    private record Place(Exchange exchange, Finding finding) {
        @Override
        public String toString() {
            return "#" + exchange.number() + " " + finding.mistake().id();
        }
    }

    private static Stream<Place> places(List<Exchange> exchanges) {
        return exchanges.stream()
                .flatMap(exchange -> exchange.findings().stream().map(finding -> new Place(exchange, finding)));
    }

    private static List<Place> places(List<Exchange> exchanges, Collection<Mistake> mistakes) {
        return places(exchanges)
                .filter(place -> mistakes.contains(place.finding().mistake()))
                .toList();
    }

    static Optional<Breach> anything(List<Exchange> exchanges) {
        List<Place> places = places(exchanges).toList();
        return Breach.ofCount(0, places.size(), "finding", "", Words.joined(places));
    }

    static Optional<Breach> anyOf(List<Mistake> mistakes, List<Exchange> exchanges) {
        List<Place> places = places(exchanges, mistakes);
        List<String> ids = mistakes.stream().map(Mistake::id).toList();
        return Breach.ofCount(0, places.size(), "finding", " of " + Words.joined(ids), Words.joined(places));
    }

    static Optional<Breach> notOnce(Mistake mistake, List<Exchange> exchanges) {
        if (!places(exchanges, List.of(mistake)).isEmpty()) {
            return Optional.empty();
        }
        List<Place> others = places(exchanges).toList();
        String instead = others.isEmpty() ? "nothing was found" : "there were only " + Words.joined(others);
        return Optional.of(Breach.of("a finding of " + mistake.id(), instead, mistake.id(), Words.joined(others)));
    }

    static Optional<Breach> retryOfAPermanentError(List<Exchange> exchanges) {
        return first(RETRIES, exchanges, "no retry of a permanent error");
    }

    static Optional<Breach> retryTooEarly(List<Exchange> exchanges) {
        if (exchanges.stream().allMatch(exchange -> exchange.retryAfter().isEmpty())) {
            return Optional.of(Breach.of(
                    "Retry-After to be respected",
                    "no answer carried it: let one do so with auth.next().tooManyRequests(...)",
                    "an answer with Retry-After",
                    "none"));
        }
        return first(Set.of(Mistake.RETRY_AFTER_IGNORED), exchanges, "Retry-After to be respected");
    }

    private static Optional<Breach> first(Set<Mistake> mistakes, List<Exchange> exchanges, String expectation) {
        return places(exchanges, mistakes).stream()
                .findFirst()
                .map(place -> Breach.of(
                        expectation,
                        "#" + place.exchange().number() + " " + place.finding().seen(),
                        "none",
                        place.toString()));
    }
}
