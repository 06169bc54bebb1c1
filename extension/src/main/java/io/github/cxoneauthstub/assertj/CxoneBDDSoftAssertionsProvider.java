package io.github.cxoneauthstub.assertj;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.token.AccessToken;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/**
 * Gives the assertions of this library to soft assertions of one's own that begin with {@code then}:
 *
 * <pre>{@code
 * class OurBDDSoftAssertions extends AbstractSoftAssertions
 *         implements BDDSoftAssertionsProvider, CxoneBDDSoftAssertionsProvider, OrderBDDSoftAssertionsProvider {}
 * }</pre>
 *
 * @see CxoneBDDSoftAssertions
 * @since 0.1.0
 */
public interface CxoneBDDSoftAssertionsProvider extends SoftAssertionsProvider {

    /** Begins with what the endpoint saw in this test. */
    @CheckReturnValue
    default CxoneAuthAssert then(@Nullable CxoneAuth actual) {
        return proxy(CxoneAuthAssert.class, CxoneAuth.class, actual);
    }

    /** Begins with one request and its answer. */
    @CheckReturnValue
    default ExchangeAssert then(@Nullable Exchange actual) {
        return proxy(ExchangeAssert.class, Exchange.class, actual);
    }

    /** Begins with a token that the test made. */
    @CheckReturnValue
    default AccessTokenAssert then(@Nullable AccessToken actual) {
        return proxy(AccessTokenAssert.class, AccessToken.class, actual);
    }
}
