package io.github.cxoneauthstub.assertj;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.assertj.core.api.ObjectAssert;
import org.jspecify.annotations.Nullable;

/**
 * Asserts what a client did to the endpoint in this test: the last thousand exchanges. A failure shows what the
 * endpoint saw.
 *
 * <pre>{@code
 * assertThat(auth).issuedTokens(1).rejectedNothing();
 * assertThat(auth).sentOnlyForms().authenticatedBy(AuthMethod.BASIC).foundNothing();
 * assertThat(auth).tokenRequests().first().hasStatus(401).shows(Mistake.JSON_BODY);
 * }</pre>
 *
 * @since 0.1.0
 */
public class CxoneAuthAssert extends AbstractAssert<CxoneAuthAssert, CxoneAuth> {

    /** As {@link CxoneAssertions#assertThat} makes it; AssertJ's soft assertions make it too. */
    public CxoneAuthAssert(@Nullable CxoneAuth actual) {
        super(actual, CxoneAuthAssert.class);
        if (actual != null) {
            info.useRepresentation(new InTimeline(info.representation(), actual));
        }
    }

    /**
     * So many tokens were issued over the wire; those that the test made with {@code auth.tokens()} do not count.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public CxoneAuthAssert issuedTokens(int expected) {
        Wanted.count("issuedTokens", expected);
        isNotNull();
        return check(Breach.ofCount(expected, actual.exchanges().issuedTokens(), "issued token", ""));
    }

    /**
     * So many requests came to token endpoints, whatever became of them.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public CxoneAuthAssert askedForTokens(int expected) {
        Wanted.count("askedForTokens", expected);
        isNotNull();
        return check(Breach.ofCount(expected, asked().size(), "token request", ""));
    }

    /** No request was refused. Mishaps that the test asked for are no refusals. */
    public CxoneAuthAssert rejectedNothing() {
        isNotNull();
        return check(Refusals.any(actual.exchanges().rejected()));
    }

    /** Exactly one request was refused for this reason. What was refused for other reasons does not matter. */
    public CxoneAuthAssert rejectedOnce(Reason reason) {
        return rejected(reason, 1);
    }

    /**
     * Exactly so many requests were refused for this reason. What was refused for other reasons does not matter.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public CxoneAuthAssert rejected(Reason reason, int times) {
        Wanted.count("rejected", times);
        isNotNull();
        return check(Refusals.otherThan(times, reason, actual.exchanges().rejected()));
    }

    /**
     * Requests were refused for each of these reasons, in any order and number, and for no other.
     *
     * @throws IllegalArgumentException if no reason is given
     */
    public CxoneAuthAssert rejectedOnly(Reason... reasons) {
        List<Reason> expected = Wanted.some("rejectedOnly", "reason", List.of(reasons), "rejectedNothing()");
        isNotNull();
        return check(Refusals.otherThan(
                new LinkedHashSet<>(expected), actual.exchanges().rejected()));
    }

    /**
     * Exactly these refusals, in this order. What was not refused may lie between them.
     *
     * @throws IllegalArgumentException if no reason is given
     */
    public CxoneAuthAssert rejectedInOrder(Reason... reasons) {
        List<Reason> expected = Wanted.some("rejectedInOrder", "reason", List.of(reasons), "rejectedNothing()");
        isNotNull();
        return check(Refusals.otherOrderThan(expected, actual.exchanges().rejected()));
    }

    /**
     * The exchanges ended like this, in this order, and there were no more.
     *
     * @throws IllegalArgumentException if no outcome is given
     */
    public CxoneAuthAssert hadOutcomes(Outcome... outcomes) {
        List<Outcome> expected = Wanted.some("hadOutcomes", "outcome", List.of(outcomes), "exchanges().isEmpty()");
        isNotNull();
        return check(Refusals.otherOutcomesThan(expected, actual.exchanges().all()));
    }

    /** No exchange shows a mistake, neither by itself nor by those before it. */
    public CxoneAuthAssert foundNothing() {
        return ofAll(Shown::anything);
    }

    /** At least one exchange shows this mistake. What else they show does not matter. */
    public CxoneAuthAssert found(Mistake mistake) {
        return ofAll(exchanges -> Shown.notOnce(mistake, exchanges));
    }

    /**
     * No exchange shows one of these mistakes. What else they show does not matter.
     *
     * @throws IllegalArgumentException if no mistake is given
     */
    public CxoneAuthAssert foundNo(Mistake... mistakes) {
        List<Mistake> unwanted = Wanted.some("foundNo", "mistake", List.of(mistakes), "foundNothing()");
        return ofAll(exchanges -> Shown.anyOf(unwanted, exchanges));
    }

    /**
     * No request was sent again, unchanged, that had been refused and was refused again for the same reason; no token
     * was used again that had been refused as revoked or expired; and none was asked for because the scope of another
     * one was missing. Answers of mishaps, such as 429, are not permanent.
     */
    public CxoneAuthAssert retriedNothingPermanent() {
        return ofAll(Shown::retryOfAPermanentError);
    }

    /**
     * After each answer with {@code Retry-After}, the next request to that path, if there was one, came when the wait
     * was over, in the time of {@code auth.clock()}. There has to be such an answer.
     */
    public CxoneAuthAssert respectedRetryAfter() {
        return ofAll(Shown::retryTooEarly);
    }

    /** Each token request was labelled as a form. There has to be one. */
    public CxoneAuthAssert sentOnlyForms() {
        return ofTokenRequests(Asking::withoutForm);
    }

    /**
     * Each token request carried the client's credentials there and nowhere else. There has to be one.
     *
     * @throws IllegalArgumentException for {@link AuthMethod#EITHER}
     */
    public CxoneAuthAssert authenticatedBy(AuthMethod method) {
        Wanted.onePlace(method);
        return ofTokenRequests(requests -> Asking.otherThan(method, requests));
    }

    /**
     * Each token that was issued has exactly these scopes, in any order; none for tokens without. There has to be one.
     *
     * @throws IllegalArgumentException if one of them is not a scope of RFC 6749 section 3.3
     */
    public CxoneAuthAssert issuedScopes(String... scopes) {
        Scopes expected = Scopes.of(scopes);
        return ofTokenRequests(requests -> Asking.otherThan(expected, requests));
    }

    /** No request had the client's credentials or a token in its URL. */
    public CxoneAuthAssert sentNothingSecretInUrls() {
        return ofAll(Asking::secretInUrl);
    }

    /**
     * At no moment were more token requests under way, in real time: from their arrival until their answer left. Quick
     * answers make an overlap a matter of chance; hold them, and it is certain.
     *
     * <pre>{@code
     * auth.next().times(50).heldFor(Duration.ofMillis(300));
     * }</pre>
     *
     * @throws IllegalArgumentException if the number is less than 1
     */
    public CxoneAuthAssert hadAtMostConcurrentTokenRequests(int most) {
        Wanted.concurrency("hadAtMostConcurrentTokenRequests", most);
        return ofTokenRequests(requests -> Asking.moreAtOnceThan(most, requests));
    }

    /**
     * No token was renewed earlier than that before its end, unless it had been refused or revoked by the test, and
     * none was presented at its end or later, in the time of {@code auth.clock()} and to the second. There has to be an
     * issued token.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    public CxoneAuthAssert usedEachTokenUntil(Duration beforeItsEnd) {
        Wanted.time("usedEachTokenUntil", beforeItsEnd);
        return ofAll(exchanges -> new TokenUse(exchanges, beforeItsEnd).breach());
    }

    /** Goes on with any part of the handle, such as its clock. */
    @CheckReturnValue
    public <T> AbstractObjectAssert<?, T> extracting(Function<? super CxoneAuth, T> part) {
        return super.extracting(part, ObjectAssert::new);
    }

    /** Goes on with all exchanges, oldest first. */
    @CheckReturnValue
    public ExchangesAssert exchanges() {
        return to(auth -> new ExchangesAssert(auth.exchanges().all()));
    }

    /** Goes on with the requests to token endpoints, oldest first. */
    @CheckReturnValue
    public ExchangesAssert tokenRequests() {
        return to(auth -> new ExchangesAssert(auth.exchanges().of(Kind.TOKEN)));
    }

    /** Goes on with the calls of guarded resources, oldest first. */
    @CheckReturnValue
    public ExchangesAssert resourceCalls() {
        return to(auth -> new ExchangesAssert(auth.exchanges().of(Kind.RESOURCE)));
    }

    /** Goes on with the last exchange. There has to be one. */
    @CheckReturnValue
    public ExchangeAssert lastExchange() {
        ofAll(exchanges -> exchanges.isEmpty()
                ? Optional.of(Breach.of("an exchange", "no request arrived", "an exchange", "none"))
                : Optional.empty());
        return to(auth -> new ExchangeAssert(auth.exchanges().last()));
    }

    /** By AssertJ's own navigation, which soft assertions follow. */
    private <A extends AbstractAssert<?, ?>> A to(Function<CxoneAuth, A> next) {
        isNotNull();
        return asInstanceOf(new InstanceOfAssertFactory<>(CxoneAuth.class, next::apply));
    }

    private List<Exchange> asked() {
        return actual.exchanges().of(Kind.TOKEN);
    }

    private CxoneAuthAssert ofAll(Function<List<Exchange>, Optional<Breach>> look) {
        isNotNull();
        return check(look.apply(actual.exchanges().all()));
    }

    private CxoneAuthAssert ofTokenRequests(Function<List<Exchange>, Optional<Breach>> look) {
        isNotNull();
        return check(look.apply(asked()));
    }

    private CxoneAuthAssert check(Optional<Breach> found) {
        found.ifPresent(breach -> failWithActualExpectedAndMessage(
                breach.actual(), breach.expected(), "%s", InTimeline.below(breach.sentence(), actual)));
        return myself;
    }
}
