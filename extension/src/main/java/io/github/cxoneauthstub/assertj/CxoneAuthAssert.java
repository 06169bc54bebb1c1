package io.github.cxoneauthstub.assertj;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Asserts what a client did to the endpoint in this test. A failure shows all that the endpoint saw.
 *
 * <pre>{@code
 * assertThat(auth).issuedTokens(1).rejectedNothing();
 * }</pre>
 *
 * @since 0.1.0
 */
public class CxoneAuthAssert extends AbstractAssert<CxoneAuthAssert, CxoneAuth> {

    /** As {@link CxoneAssertions#assertThat} makes it; AssertJ's soft assertions make it too. */
    public CxoneAuthAssert(@Nullable CxoneAuth actual) {
        super(actual, CxoneAuthAssert.class);
    }

    /**
     * So many tokens were issued over the wire; those that the test made with {@code auth.tokens()} do not count.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public CxoneAuthAssert issuedTokens(int expected) {
        if (expected < 0) {
            throw new IllegalArgumentException(
                    "issuedTokens(" + expected + ") can never hold: give 0 or a positive number");
        }
        isNotNull();
        int issued = actual.exchanges().issuedTokens();
        return check(
                issued == expected
                        ? Optional.empty()
                        : Optional.of(Finding.ofCount(expected, issued, "issued token", "")));
    }

    /** No request was refused. Mishaps that the test asked for are no refusals. */
    public CxoneAuthAssert rejectedNothing() {
        isNotNull();
        List<Exchange> rejected = actual.exchanges().rejected();
        return check(
                rejected.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Finding.ofCount(0, rejected.size(), "rejected request", "")
                                .with(": " + listed(rejected))));
    }

    private static String listed(List<Exchange> rejected) {
        return rejected.stream()
                .map(exchange -> "#" + exchange.number()
                        + exchange.reason().map(reason -> " " + reason).orElse(""))
                .collect(Collectors.joining(", "));
    }

    /** Exactly one request was refused for this reason. What was refused for other reasons does not matter. */
    public CxoneAuthAssert rejectedOnce(Reason reason) {
        isNotNull();
        int count = (int) actual.exchanges().rejected().stream()
                .filter(exchange -> exchange.reason().equals(Optional.of(reason)))
                .count();
        return check(
                count == 1
                        ? Optional.empty()
                        : Optional.of(Finding.ofCount(1, count, "request", " rejected as " + reason)));
    }

    /**
     * No request was sent again, unchanged, that had been refused and was refused again for the same reason; and none
     * was sent again with another token after its client had been told that it lacks the scope. Answers of mishaps,
     * such as 429, are not permanent.
     */
    public CxoneAuthAssert retriedNothingPermanent() {
        isNotNull();
        return check(PermanentErrors.firstRetry(actual.exchanges().all()));
    }

    /**
     * After each answer with {@code Retry-After}, the next request to that path, if there was one, came when the wait
     * was over, in the time of {@code auth.clock()}. There has to be such an answer.
     */
    public CxoneAuthAssert respectedRetryAfter() {
        isNotNull();
        return check(RetryAfters.firstBreach(actual.exchanges().all()));
    }

    private CxoneAuthAssert check(Optional<Finding> finding) {
        finding.ifPresent(found -> failWithActualExpectedAndMessage(
                found.actual(),
                found.expected(),
                "%s",
                found.sentence() + ("\n" + actual.exchanges().timeline()).replace("\n", "\n  ")));
        return myself;
    }
}
