package io.github.cxoneauthstub.assertj;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static io.github.cxoneauthstub.assertj.Failing.assertFails;
import static io.github.cxoneauthstub.assertj.Failing.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import io.github.cxoneauthstub.junit.Http;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

@CxoneAuthStub(
        clients =
                @CxoneClient(
                        id = "reporting",
                        secret = "s3cret+/=",
                        scopes = {"user:read", "admin:api"}))
class CxoneAuthAssertTest {

    @Test
    void failure_isOneSentenceAndTheTimelineIndented(CxoneAuth auth) {
        Http.post(auth.tokenUri(), "client_id=nobody&client_secret=x&grant_type=client_credentials");

        Throwable failure = catchThrowable(() -> assertThat(auth).issuedTokens(1));

        assertThat(failure)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("expected 1 issued token but there were 0\n  "
                        + auth.exchanges().timeline().replace("\n", "\n  "));
        assertThat(String.valueOf(failure.getMessage())
                        .replaceAll("127\\.0\\.0\\.1:\\d+, virtual time [^)]+", "(where and when)")
                        .replaceAll("\\+\\d+\\.\\d{3}s", "+0.004s"))
                .startsWith("""
                        expected 1 issued token but there were 0
                          what the CXone endpoint saw (profile OAUTH_TOKEN, (where and when)):
                          #1 +0.004s POST /oauth/token  -> 401 invalid_client
                             rule      client-registered:\s""");
        assertThat(((AssertionFailedError) failure).getActual().getValue()).isEqualTo(0);
        assertThat(((AssertionFailedError) failure).getExpected().getValue()).isEqualTo(1);
    }

    @Test
    void description_comesFirst(CxoneAuth auth) {
        assertThatThrownBy(() -> assertThat(auth).as("warm cache").issuedTokens(1))
                .hasMessageStartingWith("[warm cache] expected 1 issued token but there were 0\n");
    }

    @Test
    void issuedTokens(CxoneAuth auth) {
        assertThat(auth).issuedTokens(0);
        Http.token(auth);
        auth.tokens().issue("reporting");

        assertThat(auth).issuedTokens(1);
        assertFails(() -> assertThat(auth).issuedTokens(0), "expected 0 issued tokens but there was 1");
        assertFails(() -> assertThat(auth).issuedTokens(2), "expected 2 issued tokens but there was 1");
        assertRefused(
                () -> assertThat(auth).issuedTokens(-1),
                "issuedTokens(-1) can never hold: give 0 or a positive number");
    }

    @Test
    void ownMessage_replacesOurs(CxoneAuth auth) {
        assertThatThrownBy(() -> assertThat(auth).withFailMessage("cold cache").issuedTokens(1))
                .hasMessage("cold cache");
        assertThatThrownBy(() -> assertThat(auth)
                        .as("warm-up")
                        .overridingErrorMessage("cold cache")
                        .lastExchange())
                .hasMessage("[warm-up] cold cache");
    }

    @Test
    void askedForTokens(CxoneAuth auth) {
        assertThat(auth).askedForTokens(0);
        auth.next().tooManyRequests(Duration.ofSeconds(1));
        Http.ask(auth);
        Http.wrongSecret(auth);
        Http.token(auth);
        Http.get(auth, "/nowhere");

        assertThat(auth).askedForTokens(3).issuedTokens(1);
        assertFails(() -> assertThat(auth).askedForTokens(1), "expected 1 token request but there were 3");
        assertRefused(
                () -> assertThat(auth).askedForTokens(-1),
                "askedForTokens(-1) can never hold: give 0 or a positive number");
    }

    @Test
    void nothingToLookAt_isAFailure() {
        assertThatThrownBy(() -> assertThat((CxoneAuth) null).issuedTokens(0))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not to be null");
    }
}
