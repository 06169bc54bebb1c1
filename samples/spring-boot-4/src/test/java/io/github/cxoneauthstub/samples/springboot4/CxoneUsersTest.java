package io.github.cxoneauthstub.samples.springboot4;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;

// region class
@SpringBootTest
@AutoConfigureMockMvc
@CxoneAuthStub(properties = "my.cxone")
class CxoneUsersTest {

    @Autowired
    CxoneUsers users;

    @BeforeEach
    void prepare(CxoneAuth auth, @Autowired OAuth2AuthorizedClientService kept) {
        // the context outlives the test, and a token in it would too
        kept.removeAuthorizedClient("cxone", "service");
        auth.api().get("/api/v2/users/me").requires("user:read").answers("{\"id\":\"42\"}");
    }

    @Test
    void one_token_serves_many_calls(CxoneAuth auth) {
        assertThat(users.me()).contains("42");
        assertThat(users.me()).contains("42");
        assertThat(auth).issuedTokens(1).rejectedNothing();
    }

    @Test
    void revoked_token_costs_one_retry(CxoneAuth auth) {
        users.me();
        auth.tokens().revokeAll();
        users.me();
        assertThat(auth).issuedTokens(2).rejectedOnce(Reason.TOKEN_REVOKED);
    }
}
// endregion
