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
    /** Of virtual time: who comes again later than that is not at the same try. */
    private static final Duration ONE_TRY = Duration.ofMinutes(5);

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
        if (now.outcome() != Outcome.REJECTED || fellAt(now, Reason.PATH_UNKNOWN)) {
            return Optional.empty();
        }
        List<Exchange> same = before.atPathOf(now).stream().filter(now::repeats).toList();
        return same.stream()
                .filter(earlier -> isOfOneTry(earlier, now)
                        && before.isKnownTo(now, earlier)
                        && same.stream()
                                .filter(each -> each.number() >= earlier.number())
                                .allMatch(each -> each.reason().equals(now.reason())))
                .findFirst()
                .map(earlier -> "repeated #" + earlier.number() + " unchanged, which was rejected as "
                        + now.reason().map(Reason::name).orElse(""));
    }

    private static boolean isOfOneTry(Exchange earlier, Exchange now) {
        return !now.at().isBefore(earlier.at())
                && !now.at().isAfter(earlier.at().plus(ONE_TRY));
    }

    /**
     * Threads that share a token may all have it in hand when it is refused, and lend one another their connections:
     * where there may be several, only what comes after a new token was there and in use counts.
     */
    private static Optional<String> usedAgain(Exchange now, Reason reason, Before before) {
        if (!fellAt(now, reason)) {
            return Optional.empty();
        }
        Optional<String> repeated = now.isAmongSeveralConnections() ? Optional.empty() : repeated(now, before);
        return repeated.or(() -> before.usesOf(now).stream()
                .filter(earlier ->
                        fellAt(earlier, reason) && before.isKnownTo(now, earlier) && hasNewToken(earlier, now, before))
                .findFirst()
                .map(earlier -> "presented the token again that had been rejected as " + reason + " in #"
                        + earlier.number() + ", although there was a new one"));
    }

    private static boolean hasNewToken(Exchange refused, Exchange now, Before before) {
        return before.issuedAlike(now).stream()
                .filter(issuing -> issuing.number() > refused.number() && now.isAfter(issuing))
                .anyMatch(issuing -> !now.isAmongSeveralConnections()
                        || before.usesOf(issuing).stream().anyMatch(now::isAfter));
    }

    private static Optional<String> forbiddenAgain(Exchange now, Before before) {
        return fellAt(now, Reason.SCOPE_INSUFFICIENT)
                ? before.refused().stream()
                        .filter(earlier -> fellAt(earlier, Reason.SCOPE_INSUFFICIENT)
                                && earlier.clientId().equals(now.clientId())
                                && earlier.method().equals(now.method())
                                && earlier.path().equals(now.path())
                                && isAnsweredByANewToken(earlier, now, before))
                        .findFirst()
                        .map(earlier -> "asked again for " + now.method() + " " + now.path()
                                + ", rejected as SCOPE_INSUFFICIENT in #" + earlier.number()
                                + ": a new token does not help")
                : Optional.empty();
    }

    /** The new token was asked for after the refusal, and for nothing else: the old one was good and left unused. */
    private static boolean isAnsweredByANewToken(Exchange refused, Exchange now, Before before) {
        Optional<Exchange> asked = before.issuingOf(now).filter(issuing -> before.isKnownTo(issuing, refused));
        return asked.isPresent()
                && before.issuingOf(refused)
                        .filter(old -> RenewalBehaviours.isYoung(old, asked.get()))
                        .filter(old ->
                                before.usesOf(old).stream().noneMatch(use -> isBetween(refused, use, asked.get())))
                        .isPresent();
    }

    private static boolean isBetween(Exchange one, Exchange middle, Exchange other) {
        return middle.number() > one.number() && middle.number() < other.number();
    }

    /** Who was told to wait, and comes first after it. */
    private static Optional<String> tooEarly(Exchange now, Before before) {
        return before.waitsAtPathOf(now).stream()
                .filter(asking -> isNext(now, asking)
                        && before.atPathOf(now).stream().noneMatch(between -> isNext(between, asking)))
                .flatMap(asking -> tooEarly(now, asking).stream())
                .findFirst();
    }

    private static Optional<String> tooEarly(Exchange now, Exchange asking) {
        return asking.retryAfter()
                .flatMap(wait -> waited(asking, now)
                        .filter(waited -> waited.compareTo(wait) < 0)
                        .map(waited -> "came " + seconds(waited) + " after #" + asking.number()
                                + ", whose Retry-After was " + wait.toSeconds() + " s"));
    }

    /**
     * A client waits by a clock of its own, which the test may have moved with the virtual one or not: the longer time
     * counts. Empty if the test has set the virtual one back.
     */
    private static Optional<Duration> waited(Exchange asking, Exchange now) {
        Duration virtual = Duration.between(asking.at(), now.at());
        Duration real =
                Duration.between(asking.underWay().until(), now.underWay().from());
        return virtual.isNegative() ? Optional.empty() : Optional.of(virtual.compareTo(real) < 0 ? real : virtual);
    }

    /** Whether it came after that one was answered, from the same client. */
    private static boolean isNext(Exchange later, Exchange asking) {
        return later.isAfter(asking) && isOfSameClient(later, asking);
    }

    /** By its id, or where that is not known by its program. */
    private static boolean isOfSameClient(Exchange one, Exchange other) {
        return (one.clientId().isPresent() && other.clientId().isPresent())
                ? one.clientId().equals(other.clientId())
                : one.isOfSameProgram(other);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f s", duration.toMillis() / 1000.0);
    }
}
