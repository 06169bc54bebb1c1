package io.github.cxoneauthstub.samples.quickstart;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static io.github.cxoneauthstub.samples.quickstart.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// spotless:off: the annotation fits one line
// region six-tests
@CxoneAuthStub(clients = @CxoneClient(id = "reporting", secret = "s3cret+/=", scopes = {"admin:api", "user:read"}))
class ReportingClientTest {

    ReportingClient reporting;

    @BeforeEach
    void connect(CxoneAuth auth) {
        reporting = new ReportingClient(
                auth.tokenUri(), auth.apiUri(), "reporting", "s3cret+/=", auth.clock(), auth.clock()::sleep);
        auth.api().get("/api/v2/users/me").requires("user:read").answers("{\"id\":\"42\"}");
    }

    @Test
    void happy_path(CxoneAuth auth) {
        assertThat(reporting.me()).contains("42");
        assertThat(auth).issuedTokens(1).rejectedNothing();
    }

    @Test
    void expired_token_is_replaced(CxoneAuth auth) {
        reporting.me();
        auth.clock().advance(Duration.ofHours(25));
        reporting.me();
        assertThat(auth).issuedTokens(2);
    }

    @Test
    void revoked_token_costs_one_retry(CxoneAuth auth) {
        reporting.me();
        auth.tokens().revokeAll();
        reporting.me();
        assertThat(auth).issuedTokens(2).rejectedOnce(Reason.TOKEN_REVOKED);
    }

    @Test
    void withdrawn_scope_is_not_retried(CxoneAuth auth) {
        auth.clients().withdrawScope("reporting", "user:read");
        assertThatThrownBy(reporting::me);
        assertThat(auth).retriedNothingPermanent();
    }

    @Test
    void rate_limit_is_respected(CxoneAuth auth) {
        auth.next().tooManyRequests(Duration.ofSeconds(30));
        reporting.me();
        assertThat(auth).respectedRetryAfter();
    }

    @Test
    void a_herd_of_fifty_asks_once(CxoneAuth auth) {
        auth.next().heldFor(Duration.ofMillis(300));
        inParallel(50, reporting::me);
        assertThat(auth).issuedTokens(1);
    }
}
// endregion
// spotless:on
