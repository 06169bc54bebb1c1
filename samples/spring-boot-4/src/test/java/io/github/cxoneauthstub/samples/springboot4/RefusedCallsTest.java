package io.github.cxoneauthstub.samples.springboot4;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.web.client.HttpClientErrorException;

/** What is refused for good is not asked for again, and what is about to end is renewed. */
@SpringBootTest
@AutoConfigureMockMvc
@CxoneAuthStub(properties = "my.cxone")
class RefusedCallsTest {

    @Autowired
    CxoneUsers users;

    @BeforeEach
    void prepare(@Autowired OAuth2AuthorizedClientService kept) {
        kept.removeAuthorizedClient("cxone", "service");
    }

    @Test
    @CxoneAuthStub(clients = @CxoneClient(id = "test-client", secret = "not+a/real=secret", scopes = "other"))
    void scopeThatIsNotGranted_isNotAskedForAgain(CxoneAuth auth) {
        assertThatThrownBy(users::me).hasMessageContaining("invalid_scope");
        assertThat(auth).rejectedOnce(Reason.SCOPE_NOT_GRANTED).retriedNothingPermanent();
    }

    @Test
    void resourceThatIsForbidden_isNotAskedForAgain(CxoneAuth auth) {
        auth.api().get("/api/v2/users/me").requires("user:admin").answers("{}");

        assertThatThrownBy(users::me).isInstanceOf(HttpClientErrorException.Forbidden.class);
        assertThat(auth).rejectedOnce(Reason.SCOPE_INSUFFICIENT).retriedNothingPermanent();
    }

    @Nested
    @CxoneAuthStub(tokenLifetime = "PT1M")
    class WithShortTokens {
        @Test
        void tokenIsRenewedAMinuteBeforeItsEnd(CxoneAuth auth) {
            auth.api().get("/api/v2/users/me").answers("{}");
            users.me();
            users.me();

            assertThat(auth).issuedTokens(2).rejectedNothing();
        }
    }
}
