package io.github.cxoneauthstub.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.ExchangeLog;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each behaviour, and what is nearly the same and innocent. */
class BehavioursTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final ExchangeLog log = new ExchangeLog();
    private Instant now = START;
    private int tokens;

    @Test
    void tokenAskedForWhileTheLastIsGood_isRenewedWhileValid() {
        issued("reporting", "a");
        after(Duration.ofMinutes(10));
        issued("reporting", "a");

        assertThat(findings())
                .containsExactly("#2 renewed-while-valid: the token of #1 for the same client and scopes is good for"
                        + " another 3000 s");
    }

    @Test
    void tokenOfAnotherClientOrScope_isNoRenewal() {
        issued("reporting", "a");
        issued("billing", "a");
        issued("reporting", "b");

        assertThat(findings()).isEmpty();
    }

    @Test
    void tokenAskedForInTheSecondHalf_isARenewalInTime() {
        issued("reporting", "a");
        after(Duration.ofMinutes(31));
        issued("reporting", "a");

        assertThat(findings()).isEmpty();
    }

    @Test
    void tokenAskedForAfterTheLastWasRefused_isNoRenewal() {
        String first = issued("reporting", "a");
        used(first, Reason.TOKEN_REVOKED, 7);
        issued("reporting", "a");

        assertThat(findings()).isEmpty();
    }

    @Test
    void tokenForEachCall_isFoundAtTheThird() {
        for (int call = 0; call < 3; call++) {
            used(issued("reporting", "a"));
        }

        assertThat(findings()).hasSize(2).first().asString().startsWith("#3 renewed-while-valid");
        assertThat(findings())
                .last()
                .isEqualTo("#5 token-for-each-call: each of the last 2 tokens was used for one call only");
    }

    @Test
    void tokenThatServesTwoCalls_isNotOneForEachCall() {
        for (int round = 0; round < 3; round++) {
            String token = issued("reporting", "a");
            used(token);
            used(token);
        }

        assertThat(findings()).allMatch(finding -> finding.contains("renewed-while-valid"));
    }

    @Test
    void tokenRequestsWhileOneIsUnderWay_areAHerd() {
        log.record(issuing("reporting", "a").underWay(START, Duration.ofMillis(300)));
        log.record(issuing("reporting", "a").underWay(START.plusMillis(100), Duration.ZERO));
        log.record(issuing("reporting", "a").underWay(START.plusMillis(200), Duration.ofMillis(300)));

        assertThat(findings())
                .containsExactly(
                        "#2 herd: asked while 1 more for the same client and scopes was under way: #1",
                        "#3 herd: asked while 1 more for the same client and scopes was under way: #1");
    }

    @Test
    void tokenRequestAfterTheAnswer_isNoHerd() {
        log.record(issuing("reporting", "a").underWay(START, Duration.ofMillis(300)));
        log.record(issuing("billing", "a").underWay(START.plusMillis(100), Duration.ZERO));
        now = START.plus(LIFETIME);
        log.record(issuing("reporting", "a").underWay(START.plusMillis(300), Duration.ZERO));

        assertThat(findings()).isEmpty();
    }

    @Test
    void refusedRequestSentAgain_isRetriedUnchanged() {
        rejected("/oauth/token", Reason.SECRET_WRONG, 7);
        rejected("/oauth/token", Reason.SECRET_WRONG, 7);

        assertThat(findings())
                .containsExactly("#2 retried-unchanged: repeated #1 unchanged, which was rejected as SECRET_WRONG");
    }

    @Test
    void refusedRequestChanged_orRefusedForAnotherReason_orAccepted_isNoRetry() {
        rejected("/oauth/token", Reason.SECRET_WRONG, 7);
        rejected("/oauth/token", Reason.SECRET_WRONG, 8);
        rejected("/oauth/token", Reason.CLIENT_DISABLED, 7);
        log.record(issuing("reporting", "a").fingerprint(7));

        assertThat(findings()).isEmpty();
    }

    @Test
    void revokedTokenSentAgain_isUsedAgain() {
        String token = issued("reporting", "a");
        used(token, Reason.TOKEN_REVOKED, 7);
        used(token, Reason.TOKEN_REVOKED, 7);

        assertThat(findings())
                .containsExactly(
                        "#3 revoked-token-used-again: repeated #2 unchanged, which was rejected as TOKEN_REVOKED");
    }

    @Test
    void expiredTokenUsedElsewhereAlthoughThereIsANewOne_isUsedAgain() {
        String token = issued("reporting", "a");
        after(LIFETIME);
        used(token, Reason.TOKEN_EXPIRED, 7);
        issued("reporting", "a");
        used(token, Reason.TOKEN_EXPIRED, 8);

        assertThat(findings())
                .containsExactly("#4 expired-token-used-again: presented the token again that had been rejected as"
                        + " TOKEN_EXPIRED in #2, although there was a new one");
    }

    @Test
    void revokedTokenInTheHandsOfSeveralThreads_isNotUsedAgain() {
        String token = issued("reporting", "a");
        used(token, Reason.TOKEN_REVOKED, 7);
        used(token, Reason.TOKEN_REVOKED, 8);
        used(token, Reason.TOKEN_REVOKED, 9);

        assertThat(findings()).isEmpty();
    }

    @Test
    void forbiddenCallWithANewToken_isFound() {
        used(issued("reporting", "a"), Reason.SCOPE_INSUFFICIENT, 7);
        used(issued("reporting", "a"), Reason.SCOPE_INSUFFICIENT, 8);

        assertThat(findings())
                .containsExactly("#4 new-token-for-forbidden: asked again for GET /users/me, rejected as"
                        + " SCOPE_INSUFFICIENT in #2: a new token does not help");
    }

    @Test
    void forbiddenCallsOfTwoClients_areTwo() {
        used(issued("reporting", "a"), Reason.SCOPE_INSUFFICIENT, 7);
        used(issued("billing", "a"), Reason.SCOPE_INSUFFICIENT, 8);

        assertThat(findings()).isEmpty();
    }

    @Test
    void requestBeforeRetryAfter_isTooEarly() {
        asksToWait(Duration.ofSeconds(30));
        after(Duration.ofMillis(29_900));
        issued("reporting", "a");

        assertThat(findings())
                .containsExactly("#2 retry-after-ignored: came 29.900 s after #1, whose Retry-After was 30 s");
    }

    @Test
    void requestAfterRetryAfter_orElsewhere_isInTime() {
        asksToWait(Duration.ofSeconds(30));
        log.record(resource("/elsewhere").outcome(Outcome.SERVED).answered(200, ""));
        after(Duration.ofSeconds(30));
        issued("reporting", "a");

        assertThat(findings()).isEmpty();
    }

    private void after(Duration time) {
        now = now.plus(time);
    }

    private void asksToWait(Duration wait) {
        log.record(Exchange.builder(now, "POST", "/oauth/token")
                .askedOf(Kind.TOKEN, "OAUTH_TOKEN")
                .outcome(Outcome.DISRUPTED)
                .answered(429, "")
                .retryAfter(wait));
    }

    private Exchange.Builder issuing(String client, String scope) {
        return Exchange.builder(now, "POST", "/oauth/token")
                .askedOf(Kind.TOKEN, "OAUTH_TOKEN")
                .outcome(Outcome.ISSUED)
                .answered(200, "")
                .client(client)
                .scopes(Scopes.of(scope))
                .token("t" + ++tokens + " of " + client, now.plus(LIFETIME));
    }

    /** The token's id. */
    private String issued(String client, String scope) {
        log.record(issuing(client, scope));
        return "t" + tokens + " of " + client;
    }

    private void used(String token) {
        log.record(of(token).outcome(Outcome.ADMITTED).answered(200, ""));
    }

    private void used(String token, Reason reason, long fingerprint) {
        log.record(
                of(token).rejected(why(reason)).answered(401, "invalid_token").fingerprint(fingerprint));
    }

    private Exchange.Builder of(String token) {
        return resource("/users/me")
                .client(token.substring(token.lastIndexOf(' ') + 1))
                .scopes(Scopes.of("a"))
                .token(token, now.plus(LIFETIME));
    }

    private Exchange.Builder resource(String path) {
        return Exchange.builder(now, "GET", path).askedOf(Kind.RESOURCE, "OAUTH_TOKEN");
    }

    private void rejected(String path, Reason reason, long fingerprint) {
        log.record(Exchange.builder(now, "POST", path)
                .askedOf(Kind.TOKEN, "OAUTH_TOKEN")
                .rejected(why(reason))
                .answered(401, "invalid_client")
                .fingerprint(fingerprint));
    }

    private static Explanation why(Reason reason) {
        return new Explanation(reason, "a demand", "something else", "an advice", Evidence.assumed("this test"));
    }

    private List<String> findings() {
        return Behaviours.over(log.kept()).stream()
                .flatMap(exchange -> exchange.findings().stream().map(found -> "#" + exchange.number() + " " + found))
                .toList();
    }
}
