package io.github.cxoneauthstub.samples.springboot3;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.Mint;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a resource server sees that has the key set and nothing else. */
@SpringBootTest
@AutoConfigureMockMvc
@CxoneAuthStub(properties = "my.cxone")
class TokenValidationTest {

    @Autowired
    MockMvcTester http;

    @BeforeEach
    void prepare(CxoneAuth auth) {
        auth.clients()
                .register(Client.builder("caller")
                        .secret("s3cret")
                        .scopes("report:read")
                        .build());
        auth.api().get("/api/v2/users/me").answers("{\"id\":\"42\"}");
    }

    @Test
    void tokenThatEndedThisMoment_opensForAnotherMinute(CxoneAuth auth) {
        String token = auth.tokens().issue(Mint.forClient("caller").expired()).value();

        assertThat(get("Bearer " + token)).hasStatus(200);
    }

    @Test
    void signatureOfAnotherToken_doesNotOpen(CxoneAuth auth) {
        String token = auth.tokens().issue("caller").value();
        String other = auth.tokens().issue("caller").value();

        MvcTestResult refused =
                get("Bearer " + token.substring(0, token.lastIndexOf('.')) + other.substring(other.lastIndexOf('.')));

        assertThat(refused).hasStatus(401);
        assertThat(refused.getResponse().getHeader("WWW-Authenticate")).contains("Invalid signature");
    }

    @Test
    void tokenOfADisabledClient_opens(CxoneAuth auth) {
        String token = auth.tokens().issue("caller").value();
        auth.clients().disable("caller");

        assertThat(get("Bearer " + token)).hasStatus(200);
    }

    @Test
    void twoCallers_costTheServiceOneToken(CxoneAuth auth, @Autowired OAuth2AuthorizedClientService kept) {
        kept.removeAuthorizedClient("cxone", "service");
        auth.clients().register(Client.of("another", "s3cret"));

        get("Bearer " + auth.tokens().issue("caller").value());
        get("Bearer "
                + auth.tokens()
                        .issue(Mint.forClient("another").scopes("report:read"))
                        .value());

        assertThat(auth).issuedTokens(1).rejectedNothing();
    }

    @Test
    void basic_doesNotOpen() {
        assertThat(get("Basic cmVwb3J0czpzM2NyZXQ=")).hasStatus(401);
        assertThat(http.get().uri("/reports")).hasStatus(401);
    }

    private MvcTestResult get(String authorization) {
        return http.get().uri("/reports").header("Authorization", authorization).exchange();
    }
}
