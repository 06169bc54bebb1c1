package io.github.cxoneauthstub.samples.micronaut;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// region class
@MicronautTest(rebuildContext = true)
@CxoneAuthStub(properties = "my.cxone")
class CxoneUsersTest {

    @Inject
    CxoneUsers users;

    @BeforeEach
    void prepare(CxoneAuth auth) {
        auth.api().get("/api/v2/users/me").requires("user:read").answers("{\"id\":\"42\"}");
    }

    @Test
    void one_token_serves_many_calls(CxoneAuth auth) {
        assertThat(users.me()).contains("42");
        assertThat(users.me()).contains("42");
        assertThat(auth).issuedTokens(1).rejectedNothing();
    }

    @Test
    void revoked_token_is_not_replaced(CxoneAuth auth) {
        users.me();
        auth.tokens().revokeAll();
        assertThatThrownBy(users::me).isInstanceOf(HttpClientResponseException.class);
        assertThat(auth).issuedTokens(1).rejectedOnce(Reason.TOKEN_REVOKED);
    }
}
// endregion
