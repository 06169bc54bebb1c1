package io.github.cxoneauthstub.samples.springboot3;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;

/** What happens when nobody takes the token of a test out of the context that Spring keeps. */
@SpringBootTest
@AutoConfigureMockMvc
@CxoneAuthStub(properties = "my.cxone")
class KeptTokenTest {

    @BeforeEach
    void prepare(CxoneAuth auth) {
        auth.api().get("/api/v2/users/me").answers("{\"id\":\"42\"}");
    }

    @RepeatedTest(2)
    void theNextTestIsRefusedWithIt_andTheRetryHelps(
            RepetitionInfo repetition, @Autowired CxoneUsers users, CxoneAuth auth) {
        assertThat(users.me()).contains("42");
        // the first one leaves its token
        if (repetition.getCurrentRepetition() == 2) {
            assertThat(auth).issuedTokens(1).rejectedOnce(Reason.TOKEN_OF_EARLIER_TEST);
        }
    }
}
