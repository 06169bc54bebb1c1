package io.github.cxoneauthstub.assertj;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import io.github.cxoneauthstub.junit.Http;
import java.time.Duration;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
        assertThatThrownBy(() -> assertThat(auth).issuedTokens(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("issuedTokens(-1) can never hold: give 0 or a positive number");
    }

    @Test
    void rejectedNothing(CxoneAuth auth) {
        auth.next().tooManyRequests(Duration.ofSeconds(1));
        Http.wrongSecret(auth);

        assertThat(auth).rejectedNothing();
        Http.wrongSecret(auth);
        assertFails(
                () -> assertThat(auth).rejectedNothing(),
                "expected 0 rejected requests but there was 1: #2 SECRET_WRONG");
        Http.get(auth, "/nowhere");
        assertFails(
                () -> assertThat(auth).rejectedNothing(),
                "expected 0 rejected requests but there were 2: #2 SECRET_WRONG, #3 PATH_UNKNOWN");
    }

    @Test
    void rejectedOnce(CxoneAuth auth) {
        assertFails(
                () -> assertThat(auth).rejectedOnce(Reason.SECRET_WRONG),
                "expected 1 request rejected as SECRET_WRONG but there were 0");
        Http.wrongSecret(auth);
        Http.get(auth, "/nowhere");

        assertThat(auth).rejectedOnce(Reason.SECRET_WRONG).rejectedOnce(Reason.PATH_UNKNOWN);
        Http.wrongSecret(auth);
        assertFails(
                () -> assertThat(auth).rejectedOnce(Reason.SECRET_WRONG),
                "expected 1 request rejected as SECRET_WRONG but there were 2");
    }

    @Test
    void permanentErrorThatIsRepeatedUnchanged(CxoneAuth auth) {
        Http.wrongSecret(auth);
        assertThat(auth).retriedNothingPermanent();
        Http.get(auth, "/nowhere");
        Http.wrongSecret(auth);

        assertFails(
                () -> assertThat(auth).retriedNothingPermanent(),
                "expected no retry of a permanent error but #3 repeated #1 unchanged, which was rejected as"
                        + " SECRET_WRONG");
    }

    @Test
    void missingScopeThatIsAskedForAgain(CxoneAuth auth) {
        auth.api().get("/me").requires("user:read").answers("{}");
        auth.api().get("/other").requires("user:read").answers("{}");
        auth.clients().register(Client.builder("poor").secret("s3cret").scopes().build());
        auth.clients().withdrawScope("reporting", "user:read");
        Http.get(auth, "/me", Http.token(auth));
        Http.get(auth, "/other", Http.token(auth));
        Http.get(auth, "/me", Http.token(auth, auth.clients().get("poor")));
        assertThat(auth).retriedNothingPermanent();

        Http.get(auth, "/me", Http.token(auth));
        assertFails(
                () -> assertThat(auth).retriedNothingPermanent(),
                "expected no retry of a permanent error but #8 asked again for GET /me, rejected as SCOPE_INSUFFICIENT in"
                        + " #2: a new token does not help");
    }

    @Test
    void repeatedRequestThatIsNoPermanentError(CxoneAuth auth) {
        auth.next().tooManyRequests(Duration.ofSeconds(1));
        auth.next().tooManyRequests(Duration.ofSeconds(1));
        Http.ask(auth);
        Http.ask(auth);
        Http.token(auth);
        auth.clients().disable("reporting");
        Http.ask(auth);
        auth.clients().enable("reporting");
        Http.token(auth);

        assertThat(auth).retriedNothingPermanent().issuedTokens(2);
    }

    @Test
    void retryAfterThatIsRespected(CxoneAuth auth) {
        auth.next().tooManyRequests(Duration.ofSeconds(30));
        Http.ask(auth);
        assertThat(auth).respectedRetryAfter();
        Http.get(auth, "/another-path");
        auth.clock().sleep(Duration.ofSeconds(30));
        Http.token(auth);

        assertThat(auth).respectedRetryAfter();
    }

    @Test
    void retryAfterThatIsNotRespected(CxoneAuth auth) {
        auth.clock().freeze();
        auth.next().tooManyRequests(Duration.ofSeconds(30));
        Http.ask(auth);
        auth.clock().advance(Duration.ofMillis(29_999));
        Http.token(auth);

        assertFails(
                () -> assertThat(auth).respectedRetryAfter(),
                "expected the Retry-After of 30 s in #1 to be respected but #2 came after 29.999 s");
    }

    @Test
    void retryAfterThatNobodySent(CxoneAuth auth) {
        Http.token(auth);

        assertFails(
                () -> assertThat(auth).respectedRetryAfter(),
                "expected Retry-After to be respected but no answer carried it: let one do so with"
                        + " auth.next().tooManyRequests(...)");
    }

    @Test
    void softAssertions_collect(CxoneAuth auth) {
        SoftAssertions softly = new SoftAssertions();
        softly.proxy(CxoneAuthAssert.class, CxoneAuth.class, auth)
                .issuedTokens(1)
                .rejectedOnce(Reason.TOKEN_EXPIRED);

        assertThat(softly.assertionErrorsCollected()).hasSize(2);
    }

    @Test
    void nothingToLookAt_isAFailure() {
        assertThatThrownBy(() -> assertThat((CxoneAuth) null).issuedTokens(0))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not to be null");
    }

    private static void assertFails(ThrowingCallable assertion, String sentence) {
        Throwable failure = catchThrowable(assertion);
        assertThat(failure).isInstanceOf(AssertionFailedError.class);
        String message = String.valueOf(failure.getMessage());
        assertThat(message.lines().findFirst()).contains(sentence);
        assertThat(message).contains("\n  what the CXone endpoint saw (");
    }
}
