package io.github.cxoneauthstub.assertj;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.assertj.core.api.StringAssert;
import org.jspecify.annotations.Nullable;

/**
 * Asserts one request and its answer. A failure shows the timeline if the exchange was found by
 * {@link CxoneAuthAssert}, and the exchange alone otherwise.
 *
 * <pre>{@code
 * assertThat(auth.exchanges().last()).hasStatus(401).wasRejectedFor(Reason.BODY_NOT_FORM);
 * assertThat(auth).lastExchange().advice().contains("form");
 * }</pre>
 *
 * @since 0.1.0
 */
public class ExchangeAssert extends AbstractObjectAssert<ExchangeAssert, Exchange> {

    /** As {@link CxoneAssertions#assertThat} makes it; AssertJ's soft assertions make it too. */
    public ExchangeAssert(@Nullable Exchange actual) {
        super(actual, ExchangeAssert.class);
    }

    /** The answer has this status. */
    public ExchangeAssert hasStatus(int status) {
        return has("status", status, Exchange::status);
    }

    /** The answer has this {@code error}; empty for none. */
    public ExchangeAssert hasError(String error) {
        return has("error", error, Exchange::error);
    }

    /** The method as sent. */
    public ExchangeAssert hasMethod(String method) {
        return has("method", method, Exchange::method);
    }

    /**
     * The path as sent, without the query.
     *
     * @throws IllegalArgumentException if it does not begin with a slash, or has a query
     */
    public ExchangeAssert hasPath(String path) {
        return has("path", Wanted.path("hasPath", path), Exchange::path);
    }

    /** The dialect that answered. */
    public ExchangeAssert hasProfile(String profile) {
        return has("profile", profile, Exchange::profile);
    }

    /** It came from the client of this id. */
    public ExchangeAssert cameFrom(String clientId) {
        return has("client", clientId, exchange -> exchange.clientId().orElse(""));
    }

    private ExchangeAssert has(String what, Object expected, Function<Exchange, Object> part) {
        isNotNull();
        Object found = part.apply(actual);
        String instead = found.equals("") ? "has none" : "has " + found;
        String wish = expected.equals("") ? "to have no " + what : "to have " + what + " " + expected;
        return check(found.equals(expected), wish, instead, expected, found);
    }

    /** A token was issued. */
    public ExchangeAssert wasIssued() {
        return ended(Outcome.ISSUED, "to be issued a token");
    }

    /** A guard let it through. */
    public ExchangeAssert wasAdmitted() {
        return ended(Outcome.ADMITTED, "to be admitted");
    }

    /** It was served without being asked for a token. */
    public ExchangeAssert wasServed() {
        return ended(Outcome.SERVED, "to be served");
    }

    /** The test had asked for a mishap, and it met it. */
    public ExchangeAssert wasDisrupted() {
        return ended(Outcome.DISRUPTED, "to be disrupted");
    }

    /** It was refused, whatever for. */
    public ExchangeAssert wasRejected() {
        return ended(Outcome.REJECTED, "to be rejected");
    }

    private ExchangeAssert ended(Outcome expected, String wish) {
        isNotNull();
        return check(actual.outcome() == expected, wish, Words.outcome(actual), expected, actual.outcome());
    }

    /** It was refused for this reason. */
    public ExchangeAssert wasRejectedFor(Reason reason) {
        isNotNull();
        return check(
                actual.reason().equals(Optional.of(reason)),
                "to be rejected as " + reason,
                Words.outcome(actual),
                reason,
                actual.reason().map(Reason::name).orElse(actual.outcome().name()));
    }

    /**
     * These scopes are among those that were issued or presented.
     *
     * @throws IllegalArgumentException if none is given, or one is not a scope of RFC 6749 section 3.3
     */
    public ExchangeAssert hasScopes(String... scopes) {
        Wanted.some("hasScopes", "scope", List.of(scopes), "hasExactlyScopes()");
        Scopes expected = Scopes.of(scopes);
        isNotNull();
        Scopes found = actual.scopes().orElse(Scopes.NONE);
        return check(
                found.missing(expected).isEmpty(),
                "to have scopes " + expected,
                "has " + Asking.shown(found),
                expected.toString(),
                found.toString());
    }

    /**
     * These scopes were issued or presented, in any order, and no other; none for no scope.
     *
     * @throws IllegalArgumentException if one is not a scope of RFC 6749 section 3.3
     */
    public ExchangeAssert hasExactlyScopes(String... scopes) {
        Scopes expected = Scopes.of(scopes);
        isNotNull();
        Scopes found = actual.scopes().orElse(Scopes.NONE);
        return check(
                found.equals(expected),
                "to have exactly scopes " + Asking.shown(expected),
                "has " + Asking.shown(found),
                expected.toString(),
                found.toString());
    }

    /** It is a token request whose body was labelled as a form. */
    public ExchangeAssert isFormEncoded() {
        isNotNull();
        return check(actual.isFormEncoded(), "to be a form", "is none", "a form", "no form");
    }

    /**
     * It is a token request that carried the client's credentials there and nowhere else.
     *
     * @throws IllegalArgumentException for {@link AuthMethod#EITHER}
     */
    public ExchangeAssert authenticatedBy(AuthMethod method) {
        Wanted.onePlace(method);
        isNotNull();
        String found = Asking.method(actual);
        return check(Asking.isBy(method, actual), "to be authenticated by " + method, "is by " + found, method, found);
    }

    /** It shows this mistake. What else it shows does not matter. */
    public ExchangeAssert shows(Mistake mistake) {
        isNotNull();
        return check(actual.shows(mistake), "to show " + mistake.id(), "shows " + mistakes(), mistake.id(), mistakes());
    }

    /** It shows no mistake. */
    public ExchangeAssert showsNothing() {
        isNotNull();
        return check(actual.findings().isEmpty(), "to show nothing", "shows " + mistakes(), "nothing", mistakes());
    }

    private String mistakes() {
        List<String> ids = actual.findings().stream()
                .map(Finding::mistake)
                .map(Mistake::id)
                .toList();
        return ids.isEmpty() ? "nothing" : Words.joined(ids);
    }

    /** Goes on with what was seen instead of what the rule demands. It has to be a refused one. */
    @CheckReturnValue
    public AbstractStringAssert<?> seen() {
        return explained(Explanation::seen);
    }

    /** Goes on with the advice for it. It has to be a refused one. */
    @CheckReturnValue
    public AbstractStringAssert<?> advice() {
        return explained(Explanation::advice);
    }

    /** By AssertJ's own navigation, which soft assertions follow. */
    private AbstractStringAssert<?> explained(Function<Explanation, String> part) {
        wasRejected();
        return asInstanceOf(new InstanceOfAssertFactory<Exchange, AbstractStringAssert<?>>(
                Exchange.class,
                exchange -> new StringAssert(exchange.explanation().map(part).orElse(""))));
    }

    private ExchangeAssert check(boolean holds, String wish, String instead, Object expected, Object found) {
        if (!holds) {
            String sentence = "expected " + Words.name(actual) + " " + wish + " but it " + instead;
            failWithActualExpectedAndMessage(
                    found, expected, "%s", InTimeline.below(sentence, actual, info.representation()));
        }
        return myself;
    }
}
