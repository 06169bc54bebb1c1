package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One demand that an endpoint makes of a {@code T}, with the sentence, the check, what was seen and the advice beside
 * one another, so that they cannot drift apart. What the wire says when it is not met is the profile's: endpoints agree
 * on the demands and differ in the answers.
 */
final class Rule<T> {
    private final Reason reason;
    private final String demand;
    private final Predicate<T> met;
    private final BiFunction<T, Redactor, String> seen;
    private final Function<T, String> advice;

    /**
     * @param demand the demand as a sentence without full stop
     * @param seen what was there instead; every word of the client in it goes through the redactor
     * @param advice what to change
     */
    Rule(
            Reason reason,
            String demand,
            Predicate<T> met,
            BiFunction<T, Redactor, String> seen,
            Function<T, String> advice) {
        this.reason = reason;
        this.demand = demand;
        this.met = met;
        this.seen = seen;
        this.advice = advice;
    }

    Rule(Reason reason, String demand, Predicate<T> met, BiFunction<T, Redactor, String> seen, String advice) {
        this(reason, demand, met, seen, subject -> advice);
    }

    Reason reason() {
        return reason;
    }

    String demand() {
        return demand;
    }

    boolean isMetBy(T subject) {
        return met.test(subject);
    }

    String seenIn(T subject, Redactor redactor) {
        return seen.apply(subject, redactor);
    }

    String adviceFor(T subject) {
        return advice.apply(subject);
    }

    @Override
    public String toString() {
        return reason.ruleId() + ": " + demand;
    }
}
