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
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What happens without {@code rebuildContext}: the token of a test is kept, and the next one is refused with it. */
@MicronautTest
@CxoneAuthStub(properties = "my.cxone")
class KeptTokenTest {

    @Inject
    CxoneUsers users;

    @BeforeEach
    void prepare(CxoneAuth auth) {
        auth.api().get("/api/v2/users/me").answers("{\"id\":\"42\"}");
    }

    @RepeatedTest(2)
    void theNextTestIsRefusedWithIt(RepetitionInfo repetition, CxoneAuth auth) {
        if (repetition.getCurrentRepetition() == 1) {
            // and leaves its token
            assertThat(users.me()).contains("42");
        } else {
            assertThatThrownBy(users::me).isInstanceOf(HttpClientResponseException.class);
            assertThat(auth).issuedTokens(0).rejectedOnce(Reason.TOKEN_OF_EARLIER_TEST);
        }
    }
}
