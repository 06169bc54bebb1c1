package io.github.cxoneauthstub.samples.springboot3;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.test.context.TestPropertySource;

/** How Spring's client authenticates, with a secret that has to be encoded. */
@SpringBootTest
@AutoConfigureMockMvc
@CxoneAuthStub(
        properties = "my.cxone",
        clients = @CxoneClient(id = "test-client", secret = "not+a/real=secret", authMethod = AuthMethod.BASIC))
class ClientAuthenticationTest {

    @BeforeEach
    void prepare(@Autowired OAuth2AuthorizedClientService kept) {
        kept.removeAuthorizedClient("cxone", "service");
    }

    @Test
    void withoutFurtherWords_itIsBasic(@Autowired CxoneUsers users, CxoneAuth auth) {
        assertIssues(users, auth);
    }

    @Nested
    @CxoneAuthStub(profile = "RFC6749", path = "/token")
    class AtAStrictEndpoint {
        @Test
        void theHalvesOfBasicAreFormEncoded(@Autowired CxoneUsers users, CxoneAuth auth) {
            assertIssues(users, auth);
            assertThat(auth.exchanges().all().get(0).note()).contains("by Basic, form-encoded");
        }
    }

    @Nested
    @TestPropertySource(
            properties =
                    "spring.security.oauth2.client.registration.cxone.client-authentication-method=client_secret_post")
    class InTheBody {
        @Test
        @CxoneAuthStub(
                clients = @CxoneClient(id = "test-client", secret = "not+a/real=secret", authMethod = AuthMethod.BODY))
        void theFormHasIdAndSecret(@Autowired CxoneUsers users, CxoneAuth auth) {
            assertIssues(users, auth);
        }
    }

    private static void assertIssues(CxoneUsers users, CxoneAuth auth) {
        auth.api().get("/api/v2/users/me").answers("{\"id\":\"42\"}");

        assertThat(users.me()).contains("42");
        assertThat(auth).issuedTokens(1).rejectedNothing();
    }
}
