package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Exchange.TokenReference;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.diagnosis.Behaviours.Behaviour;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** When a client asks for a token. */
final class RenewalBehaviours {
    private static final int CALLS = 2;

    /** Of real time: a client that asks again after a time-out does so later than that. */
    private static final Duration AT_ONCE = Duration.ofMillis(100);

    private RenewalBehaviours() {}

    private static final Behaviour HERD = new Behaviour(
            Mistake.HERD,
            (now, before) -> now.outcome() == Outcome.ISSUED ? herd(now, before) : Optional.empty(),
            "let one thread ask and the others wait for its answer: a lock around the renewal, or a shared future",
            Evidence.claimed("forum posts on renewal by several threads; the endpoint's rate limit is not on record"));

    private static final Behaviour TOKEN_FOR_EACH_CALL = new Behaviour(
            Mistake.TOKEN_FOR_EACH_CALL,
            (now, before) -> isNewWhileOld(now, before) && isForEachCall(now, before)
                    ? Optional.of("each of the last " + CALLS + " tokens was used for one call only")
                    : Optional.empty(),
            "keep the token with its end, and use it for all calls until shortly before",
            Evidence.claimed("forum posts on rate limits; RFC 6749 section 5.1 names expires_in for this"));

    private static final Behaviour RENEWED_WHILE_VALID = new Behaviour(
            Mistake.RENEWED_WHILE_VALID,
            (now, before) -> isNewWhileOld(now, before) && !isForEachCall(now, before)
                    ? latest(now, before).map(last -> renewed(last, now))
                    : Optional.empty(),
            "renew shortly before the end; a comparison that is the wrong way round renews while the token is valid",
            Evidence.observed("client code in public that compares with the end the wrong way round"));

    static final List<Behaviour> ALL = List.of(HERD, TOKEN_FOR_EACH_CALL, RENEWED_WHILE_VALID);

    private static Optional<Exchange> latest(Exchange now, Before before) {
        List<Exchange> issued = before.issuedAlike(now);
        return issued.isEmpty() ? Optional.empty() : Optional.of(issued.get(issued.size() - 1));
    }

    /** More than half of its time is left, it is good still, and its answer was not still to come. */
    private static boolean isNewWhileOld(Exchange now, Before before) {
        return now.outcome() == Outcome.ISSUED
                && underWayWith(now, before).isEmpty()
                && latest(now, before)
                        .filter(last -> isYoung(last, now) && wasNotRefused(last, before))
                        .isPresent();
    }

    private static boolean wasNotRefused(Exchange issuing, Before before) {
        return before.usesOf(issuing).stream().noneMatch(use -> use.outcome() == Outcome.REJECTED);
    }

    /**
     * Whether the token that was issued has more than half of its time left, and the test has not revoked it: who hears
     * of that by another way does well to ask anew.
     */
    static boolean isYoung(Exchange issuing, Exchange now) {
        return !issuing.wasRevokedBefore(now)
                && issuing.token()
                        .map(TokenReference::expiresAt)
                        .map(end ->
                                end.minus(Duration.between(issuing.at(), end).dividedBy(2)))
                        .filter(half -> now.at().isBefore(half))
                        .isPresent();
    }

    private static String renewed(Exchange last, Exchange now) {
        Duration left = last.token()
                .map(token -> Duration.between(now.at(), token.expiresAt()))
                .orElse(Duration.ZERO);
        return "the token of #" + last.number() + " for the same client and scopes is good for another "
                + left.toSeconds() + " s";
    }

    private static boolean isForEachCall(Exchange now, Before before) {
        List<Exchange> issued = before.issuedAlike(now);
        return issued.size() >= CALLS
                && issued.subList(issued.size() - CALLS, issued.size()).stream()
                        .allMatch(each -> before.usesOf(each).size() == 1
                                && wasNotRefused(each, before)
                                && !each.wasRevokedBefore(now));
    }

    private static List<Exchange> underWayWith(Exchange now, Before before) {
        return before.issuedAlike(now).stream()
                .filter(other -> other.underWay().overlaps(now.underWay()))
                .toList();
    }

    /** That a client has given up waiting for a held answer does not show: what comes later may be its next try. */
    private static boolean isAtOnce(Exchange one, Exchange other) {
        return Duration.between(one.underWay().from(), other.underWay().from())
                        .abs()
                        .compareTo(AT_ONCE)
                <= 0;
    }

    private static Optional<String> herd(Exchange now, Before before) {
        List<Exchange> others = underWayWith(now, before).stream()
                .filter(other -> isAtOnce(other, now))
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("asked while " + (others.size() < Before.MOST ? "" : "at least ") + others.size()
                        + " more for the same client and scopes "
                        + (others.size() == 1 ? "was" : "were") + " under way: "
                        + others.stream()
                                .limit(8)
                                .map(other -> "#" + other.number())
                                .collect(Collectors.joining(", "))
                        + (others.size() > 8 ? ", ..." : ""));
    }
}
