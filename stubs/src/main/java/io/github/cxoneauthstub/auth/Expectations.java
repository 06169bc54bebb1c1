package io.github.cxoneauthstub.auth;

import static java.util.function.Predicate.not;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a test means to happen, so that a strict one does not fail for it. Safe for use by several threads. */
final class Expectations {
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    private final Set<Mistake> mistakes = EnumSet.noneOf(Mistake.class);

    synchronized void add(Reason reason) {
        reasons.add(reason);
    }

    synchronized void add(Mistake mistake) {
        mistakes.add(mistake);
    }

    synchronized Expectations fork() {
        Expectations fork = new Expectations();
        fork.reasons.addAll(reasons);
        fork.mistakes.addAll(mistakes);
        return fork;
    }

    /**
     * Whether an exchange is as it should be: it was not refused and shows nothing, or all of it was expected. Who
     * expects a refusal expects what the refused request shows by itself, and who expects a mistake expects to be
     * refused for it, but for nothing that it does not explain; what the client does over time is to be expected by its
     * own name.
     */
    synchronized boolean cover(Exchange exchange) {
        return lacks(exchange).isEmpty();
    }

    /** What would have to be expected for an exchange to be as it should be, in words of Java. */
    synchronized List<String> lacks(Exchange exchange) {
        Optional<Reason> refusal = exchange.outcome() == Outcome.REJECTED ? exchange.reason() : Optional.empty();
        boolean isCovered = refusal.filter(reasons::contains).isPresent();
        boolean causeIsExpected = exchange.findings().stream()
                .map(Finding::mistake)
                .anyMatch(mistake -> mistakes.contains(mistake)
                        && refusal.filter(mistake::explains).isPresent());
        Optional<Reason> missing = causeIsExpected ? Optional.empty() : refusal.filter(not(reasons::contains));
        Stream<Mistake> made = exchange.findings().stream()
                .map(Finding::mistake)
                .filter(not(mistakes::contains))
                .filter(mistake -> mistake.isOverTime() || (!isCovered && missing.isEmpty()));
        return Stream.concat(
                        missing.stream().map(reason -> "Reason." + reason), made.map(mistake -> "Mistake." + mistake))
                .toList();
    }
}
