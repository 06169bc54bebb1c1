package io.github.cxoneauthstub.assertj;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.token.AccessToken;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/**
 * Gives the assertions of this library to soft assertions of one's own:
 *
 * <pre>{@code
 * class OurSoftAssertions extends AbstractSoftAssertions
 *         implements StandardSoftAssertionsProvider, CxoneSoftAssertionsProvider, OrderSoftAssertionsProvider {}
 * }</pre>
 *
 * @see CxoneSoftAssertions
 * @since 0.1.0
 */
public interface CxoneSoftAssertionsProvider extends SoftAssertionsProvider {

    /** Begins with what the endpoint saw in this test. */
    @CheckReturnValue
    default CxoneAuthAssert assertThat(@Nullable CxoneAuth actual) {
        return proxy(CxoneAuthAssert.class, CxoneAuth.class, actual);
    }

    /** Begins with one request and its answer. */
    @CheckReturnValue
    default ExchangeAssert assertThat(@Nullable Exchange actual) {
        return proxy(ExchangeAssert.class, Exchange.class, actual);
    }

    /** Begins with a token that the test made. */
    @CheckReturnValue
    default AccessTokenAssert assertThat(@Nullable AccessToken actual) {
        return proxy(AccessTokenAssert.class, AccessToken.class, actual);
    }
}
