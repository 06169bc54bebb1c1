package io.github.cxoneauthstub.samples.quarkus;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Another path needs another start. Quarkus does not form-encode the halves of Basic, as RFC 6749 demands. */
@QuarkusTest
@TestProfile(StrictEndpointTest.StartedAnew.class)
@CxoneAuthStub(profile = "RFC6749", path = "/token", properties = "my.cxone")
class StrictEndpointTest {

    public static class StartedAnew implements QuarkusTestProfile {}

    @Inject
    CxoneUsers users;

    @Test
    void secretThatHasToBeEncoded_isRefused(CxoneAuth auth) {
        assertThatThrownBy(users::me).isNotNull();
        assertThat(auth).issuedTokens(0).rejectedOnce(Reason.BASIC_NOT_FORM_ENCODED);
    }
}
