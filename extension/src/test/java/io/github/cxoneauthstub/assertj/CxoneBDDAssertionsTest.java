package io.github.cxoneauthstub.assertj;

import static io.github.cxoneauthstub.assertj.CxoneBDDAssertions.then;
import static io.github.cxoneauthstub.assertj.Failing.assertFails;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.token.AccessToken;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import org.junit.jupiter.api.Test;

@CxoneAuthStub
class CxoneBDDAssertionsTest {

    @Test
    void then_isAssertThat(CxoneAuth auth) {
        int status = Asks.withBody(auth);
        AccessToken token = auth.tokens().issue(auth.client().id());

        then(status).isEqualTo(200);
        then(auth).issuedTokens(1);
        then(auth.exchanges().last()).hasStatus(200);
        then(token).belongsTo(auth.client().id());
        assertFails(() -> then(auth).issuedTokens(2), "expected 2 issued tokens but there was 1");
        assertThatThrownBy(() -> then(auth.exchanges().last()).hasStatus(500)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> then(token).belongsTo("nobody")).isInstanceOf(AssertionError.class);
    }
}
