package io.github.cxoneauthstub.samples.springboot4;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.Mint;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.token.AccessToken;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

// region class
@SpringBootTest
@AutoConfigureMockMvc
@CxoneAuthStub(properties = "my.cxone")
class ReportsTest {

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
    void good_token_opens(CxoneAuth auth) {
        assertThat(get(auth.tokens().issue("caller"))).hasStatus(200).bodyText().contains("42");
    }

    @Test
    void token_without_the_scope_does_not_open(CxoneAuth auth) {
        assertThat(get(auth.tokens().issue(Mint.forClient("caller").scopes("other"))))
                .hasStatus(403);
    }

    @Test
    void token_of_yesterday_does_not_open(CxoneAuth auth) {
        // the service has the time of the system
        auth.clock().set(auth.clock().instant().minus(Duration.ofHours(25)));
        assertThat(get(auth.tokens().issue("caller"))).hasStatus(401);
    }

    @Test
    void token_of_another_server_does_not_open() {
        try (CxoneAuth other = CxoneAuth.start()) {
            assertThat(get(other.tokens().issue(other.client().id()))).hasStatus(401);
        }
    }

    @Test
    void revoked_token_still_opens_until_it_expires(CxoneAuth auth) {
        AccessToken token = auth.tokens().issue("caller");
        auth.tokens().revoke(token);
        // a signature does not say so: who must know at once asks the server, by introspection
        assertThat(get(token)).hasStatus(200);
    }

    private MvcTestResult get(AccessToken token) {
        return http.get()
                .uri("/reports")
                .header("Authorization", "Bearer " + token.value())
                .exchange();
    }
}
// endregion
