package io.github.cxoneauthstub.assertj;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.token.AccessToken;
import org.assertj.core.annotation.CheckReturnValue;
import org.jspecify.annotations.Nullable;

/**
 * The entry to the same assertions for tests in the words of behaviour-driven development. It is imported beside
 * AssertJ's {@code BDDAssertions}.
 *
 * <pre>{@code
 * import static io.github.cxoneauthstub.assertj.CxoneBDDAssertions.then;
 *
 * then(auth).issuedTokens(2).rejectedOnce(Reason.TOKEN_REVOKED);
 * }</pre>
 *
 * @since 0.1.0
 */
public final class CxoneBDDAssertions {
    private CxoneBDDAssertions() {}

    /** Begins with what the endpoint saw in this test. */
    @CheckReturnValue
    public static CxoneAuthAssert then(@Nullable CxoneAuth actual) {
        return new CxoneAuthAssert(actual);
    }

    /**
     * Begins with one request and its answer.
     *
     * <pre>{@code
     * then(auth.exchanges().last()).hasStatus(401).wasRejectedFor(Reason.BODY_NOT_FORM);
     * }</pre>
     */
    @CheckReturnValue
    public static ExchangeAssert then(@Nullable Exchange actual) {
        return new ExchangeAssert(actual);
    }

    /**
     * Begins with a token that the test made.
     *
     * <pre>{@code
     * then(auth.tokens().issue("reporting")).hasExactlyScopes("user:read").hasClaim("iss");
     * }</pre>
     */
    @CheckReturnValue
    public static AccessTokenAssert then(@Nullable AccessToken actual) {
        return new AccessTokenAssert(actual);
    }
}
