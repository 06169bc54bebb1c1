package io.github.cxoneauthstub.assertj;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static io.github.cxoneauthstub.assertj.Failing.assertFails;
import static io.github.cxoneauthstub.assertj.Failing.assertRefused;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import io.github.cxoneauthstub.junit.Http;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@CxoneAuthStub(
        clients =
                @CxoneClient(
                        id = "reporting",
                        secret = "s3cret+/=",
                        scopes = {"user:read", "admin:api"}))
class FindingAssertionsTest {

    @Test
    void findings(CxoneAuth auth) {
        Asks.withBody(auth);
        assertThat(auth).foundNothing().foundNo(Mistake.RENEWED_WHILE_VALID);
        assertFails(
                () -> assertThat(auth).found(Mistake.RENEWED_WHILE_VALID),
                "expected a finding of renewed-while-valid but nothing was found");

        Asks.withBody(auth);
        assertThat(auth)
                .found(Mistake.RENEWED_WHILE_VALID)
                .foundNo(Mistake.RETRIED_UNCHANGED, Mistake.NEW_TOKEN_FOR_FORBIDDEN);
        assertFails(
                () -> assertThat(auth).foundNothing(), "expected 0 findings but there was 1: #2 renewed-while-valid");
        assertFails(
                () -> assertThat(auth).foundNo(Mistake.RETRIED_UNCHANGED, Mistake.RENEWED_WHILE_VALID),
                "expected 0 findings of retried-unchanged, renewed-while-valid but there was 1: #2 renewed-while-valid");
        assertFails(
                () -> assertThat(auth).found(Mistake.RETRIED_UNCHANGED),
                "expected a finding of retried-unchanged but there were only #2 renewed-while-valid");
        assertRefused(
                () -> assertThat(auth).foundNo(),
                "foundNo() names no mistake: give at least one, or use foundNothing()");
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
    void spentTokenThatIsUsedAgain(CxoneAuth auth) {
        auth.api().get("/me").answers("{}");
        String revoked = Http.token(auth);
        auth.tokens().revokeAll();
        Http.get(auth, "/me", revoked);
        assertThat(auth).retriedNothingPermanent();
        Http.get(auth, "/me", revoked);

        assertFails(
                () -> assertThat(auth).retriedNothingPermanent(),
                "expected no retry of a permanent error but #3 repeated #2 unchanged, which was rejected as"
                        + " TOKEN_REVOKED");
    }

    @Test
    void outlivedTokenThatIsUsedAgain(CxoneAuth auth) {
        auth.api().get("/me").answers("{}");
        String outlived = Http.token(auth);
        auth.clock().advance(Duration.ofHours(25));
        Http.get(auth, "/me", outlived);
        assertThat(auth).retriedNothingPermanent();
        Http.get(auth, "/me", outlived);

        assertFails(
                () -> assertThat(auth).retriedNothingPermanent(),
                "expected no retry of a permanent error but #3 repeated #2 unchanged, which was rejected as"
                        + " TOKEN_EXPIRED");
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
                "expected Retry-After to be respected but #2 came 29.999 s after #1, whose Retry-After was 30 s");
    }

    @Test
    void retryAfterThatNobodySent(CxoneAuth auth) {
        Http.token(auth);

        assertFails(
                () -> assertThat(auth).respectedRetryAfter(),
                "expected Retry-After to be respected but no answer carried it: let one do so with"
                        + " auth.next().tooManyRequests(...)");
    }
}
