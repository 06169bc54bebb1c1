package io.github.cxoneauthstub.samples.micronaut;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;

/** Micronaut does not form-encode the halves of Basic, as RFC 6749 demands; here with the annotations the other way. */
@CxoneAuthStub(profile = "RFC6749", path = "/token", properties = "my.cxone")
@MicronautTest
class StrictEndpointTest {

    @Test
    void secretThatHasToBeEncoded_isRefused(CxoneUsers users, CxoneAuth auth) {
        auth.api().get("/api/v2/users/me").answers("{\"id\":\"42\"}");

        assertThatThrownBy(users::me).isNotNull();
        assertThat(auth).issuedTokens(0).rejectedOnce(Reason.BASIC_NOT_FORM_ENCODED);
    }
}
