package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.diagnosis.Behaviours.Behaviour;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a client goes on after a refusal. */
final class RetryBehaviours {
    private RetryBehaviours() {}

    private static final Behaviour RETRIED_UNCHANGED = new Behaviour(
            Mistake.RETRIED_UNCHANGED,
            (now, before) -> isOfASpentToken(now) ? Optional.empty() : repeated(now, before),
            "do not retry what was refused for good: only 429, 5xx and a broken connection are worth another try",
            Evidence.assumed("RFC 6749 section 5.2; a lock-out after repeated failures is not on public record"));

    private static final Behaviour REVOKED_TOKEN_USED_AGAIN = new Behaviour(
            Mistake.REVOKED_TOKEN_USED_AGAIN,
            (now, before) -> usedAgain(now, Reason.TOKEN_REVOKED, before),
            "throw a token away when it is refused with 401, before the call is repeated once with a new one",
            Evidence.claimed("forum thread 004; RFC 6750 section 3.1"));

    private static final Behaviour EXPIRED_TOKEN_USED_AGAIN = new Behaviour(
            Mistake.EXPIRED_TOKEN_USED_AGAIN,
            (now, before) -> usedAgain(now, Reason.TOKEN_EXPIRED, before),
            "throw a token away when its time is over, and at the latest when it is refused with 401",
            Evidence.claimed("forum thread 004; RFC 6750 section 3.1"));

    private static final Behaviour NEW_TOKEN_FOR_FORBIDDEN = new Behaviour(
            Mistake.NEW_TOKEN_FOR_FORBIDDEN,
            RetryBehaviours::forbiddenAgain,
            "tell the user which scope is missing: no token of this client will have it until it is granted",
            Evidence.claimed("forum thread 000; RFC 6750 section 3.1"));

    private static final Behaviour RETRY_AFTER_IGNORED = new Behaviour(
            Mistake.RETRY_AFTER_IGNORED,
            RetryBehaviours::tooEarly,
            "wait as long as Retry-After says, in seconds or until its date, before the next request",
            Evidence.documented("RFC 9110 section 10.2.3, RFC 6585 section 4"));

    static final List<Behaviour> ALL = List.of(
            RETRIED_UNCHANGED,
            REVOKED_TOKEN_USED_AGAIN,
            EXPIRED_TOKEN_USED_AGAIN,
            NEW_TOKEN_FOR_FORBIDDEN,
            RETRY_AFTER_IGNORED);

    private static boolean isOfASpentToken(Exchange now) {
        return fellAt(now, Reason.TOKEN_REVOKED) || fellAt(now, Reason.TOKEN_EXPIRED);
    }

    private static boolean fellAt(Exchange exchange, Reason reason) {
        return exchange.reason().filter(reason::equals).isPresent();
    }

    private static Optional<String> repeated(Exchange now, Before before) {
        return now.outcome() == Outcome.REJECTED
                ? before.refused().stream()
                        .filter(earlier -> earlier.reason().equals(now.reason()) && now.repeats(earlier))
                        .findFirst()
                        .map(earlier -> "repeated #" + earlier.number() + " unchanged, which was rejected as "
                                + now.reason().map(Reason::name).orElse(""))
                : Optional.empty();
    }

    /** Threads that share a token may all have had it in hand when it was refused: only what is later counts. */
    private static Optional<String> usedAgain(Exchange now, Reason reason, Before before) {
        if (!fellAt(now, reason)) {
            return Optional.empty();
        }
        return repeated(now, before)
                .or(() -> before.usesOf(now).stream()
                        .filter(earlier -> fellAt(earlier, reason) && hasNewToken(earlier, now, before))
                        .findFirst()
                        .map(earlier -> "presented the token again that had been rejected as " + reason + " in #"
                                + earlier.number() + ", although there was a new one"));
    }

    private static boolean hasNewToken(Exchange refused, Exchange now, Before before) {
        return before.issuedAlike(now).stream().anyMatch(issuing -> issuing.number() > refused.number());
    }

    private static Optional<String> forbiddenAgain(Exchange now, Before before) {
        return fellAt(now, Reason.SCOPE_INSUFFICIENT)
                ? before.refused().stream()
                        .filter(earlier -> fellAt(earlier, Reason.SCOPE_INSUFFICIENT)
                                && earlier.clientId().equals(now.clientId())
                                && earlier.method().equals(now.method())
                                && earlier.path().equals(now.path())
                                && !earlier.token().equals(now.token()))
                        .findFirst()
                        .map(earlier -> "asked again for " + now.method() + " " + now.path()
                                + ", rejected as SCOPE_INSUFFICIENT in #" + earlier.number()
                                + ": a new token does not help")
                : Optional.empty();
    }

    private static Optional<String> tooEarly(Exchange now, Before before) {
        return before.latestAt(now.path())
                .flatMap(asking -> asking.retryAfter()
                        .filter(wait -> now.at().isBefore(asking.at().plus(wait)))
                        .map(wait -> "came " + seconds(Duration.between(asking.at(), now.at())) + " after #"
                                + asking.number() + ", whose Retry-After was " + wait.toSeconds() + " s"));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f s", duration.toMillis() / 1000.0);
    }
}
