package io.github.cxoneauthstub.samples.quarkus;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// region class
@QuarkusTest
@CxoneAuthStub(properties = "my.cxone")
class CxoneUsersTest {

    @Inject
    CxoneUsers users;

    @BeforeEach
    void prepare(CxoneAuth auth) {
        auth.api().get("/api/v2/users/me").requires("user:read").answers("{\"id\":\"42\"}");
        // the application outlives the test, and its token too: the first call gets another
        users.me();
        auth.exchanges().clear();
    }

    @Test
    void one_token_serves_many_calls(CxoneAuth auth) {
        assertThat(users.me()).contains("42");
        assertThat(users.me()).contains("42");
        assertThat(auth).issuedTokens(0).rejectedNothing();
    }

    @Test
    void revoked_token_costs_one_retry(CxoneAuth auth) {
        auth.tokens().revokeAll();
        users.me();
        assertThat(auth).issuedTokens(1).rejectedOnce(Reason.TOKEN_REVOKED);
    }
}
// endregion
