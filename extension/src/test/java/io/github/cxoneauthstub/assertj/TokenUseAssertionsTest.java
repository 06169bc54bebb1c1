package io.github.cxoneauthstub.assertj;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static io.github.cxoneauthstub.assertj.Failing.assertFails;
import static io.github.cxoneauthstub.assertj.Failing.assertRefused;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.Http;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CxoneAuthStub(tokenLifetime = "PT1H")
class TokenUseAssertionsTest {

    @BeforeEach
    void freeze(CxoneAuth auth) {
        auth.clock().freeze();
        auth.clock().set(Instant.parse("2026-11-21T10:00:00Z"));
        auth.api().get("/me").answers("{}");
    }

    @Test
    void noToken(CxoneAuth auth) {
        assertFails(
                () -> assertThat(auth).usedEachTokenUntil(Duration.ofSeconds(60)),
                "expected each token to be used until 60 s before its end but no token was issued");
        assertRefused(
                () -> assertThat(auth).usedEachTokenUntil(Duration.ofSeconds(-1)),
                "usedEachTokenUntil(PT-1S) can never hold: give a duration that is not negative");
    }

    @Test
    void renewalBeforeTheEnd(CxoneAuth auth) {
        Http.get(auth, "/me", Http.token(auth));
        auth.clock().advance(Duration.ofMinutes(59).plusSeconds(30));
        Http.get(auth, "/me", Http.token(auth));

        assertThat(auth).usedEachTokenUntil(Duration.ofSeconds(30));
        assertFails(
                () -> assertThat(auth).usedEachTokenUntil(Duration.ofSeconds(29)),
                "expected each token to be used until 29 s before its end but #3 renewed the token of #1 30 s before"
                        + " its end");
        assertFails(
                () -> assertThat(auth).usedEachTokenUntil(Duration.ZERO),
                "expected each token to be used until its end but #3 renewed the token of #1 30 s before its end");
    }

    @Test
    void partOfASecond_isNotEarly(CxoneAuth auth) {
        Http.token(auth);
        auth.clock().advance(Duration.ofHours(1).minusMillis(30_999));
        Http.token(auth);

        assertThat(auth).usedEachTokenUntil(Duration.ofSeconds(30));
    }

    @Test
    void renewalOfATokenThatWasRefused(CxoneAuth auth) {
        String token = Http.token(auth);
        auth.tokens().revokeAll();
        Http.get(auth, "/me", token);
        Http.token(auth);

        assertThat(auth).usedEachTokenUntil(Duration.ofSeconds(30));
    }

    /** It passed for a renewal too early, although the test itself had put an end to the token. */
    @Test
    void renewalOfATokenThatTheTestRevoked(CxoneAuth auth) {
        Http.token(auth);
        auth.tokens().revokeAll();
        Http.token(auth);
        auth.keys().rotateAndForgetOld();
        Http.token(auth);
        auth.clients().rotateSecret(auth.client().id(), "n3w-s3cret");
        Http.token(auth);

        assertThat(auth).usedEachTokenUntil(Duration.ofSeconds(30));
    }

    @Test
    void renewalBeforeTheTestRevokedTheToken(CxoneAuth auth) {
        Http.token(auth);
        Http.token(auth);
        auth.tokens().revokeAll();

        assertFails(
                () -> assertThat(auth).usedEachTokenUntil(Duration.ofSeconds(30)),
                "expected each token to be used until 30 s before its end but #2 renewed the token of #1 3600 s before"
                        + " its end");
    }

    @Test
    void tokenOfAnotherClient(CxoneAuth auth) {
        auth.clients()
                .register(Client.builder("other")
                        .secret("s3cret")
                        .scopes("user:read")
                        .build());
        Http.token(auth);
        Http.token(auth, auth.clients().get("other"));

        assertThat(auth).usedEachTokenUntil(Duration.ofSeconds(30));
    }

    @Test
    void useAfterTheEnd(CxoneAuth auth) {
        String token = Http.token(auth);
        auth.clock().advance(Duration.ofHours(1).minusSeconds(1));
        Http.get(auth, "/me", token);
        assertThat(auth).usedEachTokenUntil(Duration.ofSeconds(30));

        auth.clock().advance(Duration.ofSeconds(6));
        Http.get(auth, "/me", token);
        assertFails(
                () -> assertThat(auth).usedEachTokenUntil(Duration.ofSeconds(30)),
                "expected each token to be used until 30 s before its end but #3 presented the token of #1 5 s after its"
                        + " end");
    }

    @Test
    void useAtTheVeryEnd(CxoneAuth auth) {
        String token = Http.token(auth);
        auth.clock().advance(Duration.ofHours(1));
        Http.get(auth, "/me", token);

        assertFails(
                () -> assertThat(auth).usedEachTokenUntil(Duration.ofSeconds(30)),
                "expected each token to be used until 30 s before its end but #2 presented the token of #1 0 s after its"
                        + " end");
    }
}
