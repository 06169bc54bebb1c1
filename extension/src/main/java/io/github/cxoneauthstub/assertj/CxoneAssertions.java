package io.github.cxoneauthstub.assertj;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.token.AccessToken;
import org.assertj.core.annotation.CheckReturnValue;
import org.jspecify.annotations.Nullable;

/**
 * The entry to the assertions of this library. It is imported beside AssertJ's own.
 *
 * <pre>{@code
 * import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
 *
 * assertThat(auth).issuedTokens(2).rejectedOnce(Reason.TOKEN_REVOKED);
 * }</pre>
 *
 * @since 0.1.0
 */
public final class CxoneAssertions {
    private CxoneAssertions() {}

    /** Begins with what the endpoint saw in this test. */
    @CheckReturnValue
    public static CxoneAuthAssert assertThat(@Nullable CxoneAuth actual) {
        return new CxoneAuthAssert(actual);
    }

    /**
     * Begins with one request and its answer.
     *
     * <pre>{@code
     * assertThat(auth.exchanges().last()).hasStatus(401).wasRejectedFor(Reason.BODY_NOT_FORM);
     * }</pre>
     */
    @CheckReturnValue
    public static ExchangeAssert assertThat(@Nullable Exchange actual) {
        return new ExchangeAssert(actual);
    }

    /**
     * Begins with a token that the test made.
     *
     * <pre>{@code
     * assertThat(auth.tokens().issue("reporting")).hasExactlyScopes("user:read").hasClaim("iss");
     * }</pre>
     */
    @CheckReturnValue
    public static AccessTokenAssert assertThat(@Nullable AccessToken actual) {
        return new AccessTokenAssert(actual);
    }
}
