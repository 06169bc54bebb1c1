package io.github.cxoneauthstub.assertj;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.List;
import java.util.Optional;

/** Finds the request that a client sent although an earlier answer had told it that it would not help. */
final class PermanentErrors {
    private PermanentErrors() {}

    static Optional<Finding> firstRetry(List<Exchange> exchanges) {
        List<Exchange> rejected = exchanges.stream()
                .filter(exchange -> exchange.outcome() == Outcome.REJECTED)
                .toList();
        for (int i = 0; i < rejected.size(); i++) {
            Exchange later = rejected.get(i);
            Optional<String> complaint = rejected.subList(0, i).stream()
                    .map(earlier -> complaint(earlier, later))
                    .flatMap(Optional::stream)
                    .findFirst();
            if (complaint.isPresent()) {
                return complaint.map(
                        sentence -> new Finding("expected no retry of a permanent error but " + sentence, 0, 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> complaint(Exchange earlier, Exchange later) {
        if (!earlier.reason().equals(later.reason())) {
            return Optional.empty();
        }
        String reason = later.reason().map(Reason::name).orElse("");
        if (later.repeats(earlier)) {
            return Optional.of("#" + later.number() + " repeated #" + earlier.number()
                    + " unchanged, which was rejected as " + reason);
        }
        return lacksTheSameScope(earlier, later)
                ? Optional.of("#" + later.number() + " asked again for " + later.method() + " " + later.path()
                        + ", rejected as " + reason + " in #" + earlier.number() + ": a new token does not help")
                : Optional.empty();
    }

    private static boolean lacksTheSameScope(Exchange earlier, Exchange later) {
        return later.reason().equals(Optional.of(Reason.SCOPE_INSUFFICIENT))
                && later.clientId().equals(earlier.clientId())
                && later.method().equals(earlier.method())
                && later.path().equals(earlier.path());
    }
}
