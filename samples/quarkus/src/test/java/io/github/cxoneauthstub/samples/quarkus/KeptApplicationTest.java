package io.github.cxoneauthstub.samples.quarkus;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Quarkus starts the application once for all classes; the annotations stand the other way round here. */
@CxoneAuthStub(properties = "my.cxone")
@QuarkusTest
class KeptApplicationTest {

    @Inject
    CxoneUsers users;

    @BeforeEach
    void prepare(CxoneAuth auth) {
        auth.api().get("/api/v2/users/me").answers("{\"id\":\"42\"}");
    }

    @RepeatedTest(2)
    void tokenOfTheEarlierTest_isRefused_andTheRetryHelps(RepetitionInfo repetition, CxoneAuth auth) {
        // the server has the address that the application knows
        assertThat(users.me()).contains("42");
        // the first one leaves its token
        if (repetition.getCurrentRepetition() == 2) {
            assertThat(auth).issuedTokens(1).rejectedOnce(Reason.TOKEN_OF_EARLIER_TEST);
        }
    }
}
