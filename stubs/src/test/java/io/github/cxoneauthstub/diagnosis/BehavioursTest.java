package io.github.cxoneauthstub.diagnosis;

import static io.github.cxoneauthstub.auth.exchange.Mistake.EXPIRED_TOKEN_USED_AGAIN;
import static io.github.cxoneauthstub.auth.exchange.Mistake.HERD;
import static io.github.cxoneauthstub.auth.exchange.Mistake.NEW_TOKEN_FOR_FORBIDDEN;
import static io.github.cxoneauthstub.auth.exchange.Mistake.RENEWED_WHILE_VALID;
import static io.github.cxoneauthstub.auth.exchange.Mistake.RETRIED_UNCHANGED;
import static io.github.cxoneauthstub.auth.exchange.Mistake.RETRY_AFTER_IGNORED;
import static io.github.cxoneauthstub.auth.exchange.Mistake.REVOKED_TOKEN_USED_AGAIN;
import static io.github.cxoneauthstub.auth.exchange.Mistake.TOKEN_FOR_EACH_CALL;
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
class BehavioursTest implements Held.WithExchanges {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final ExchangeLog log = new ExchangeLog();
    private Instant now = START;
    private int tokens;

    @Override
    public List<Exchange> exchanges() {
        return Behaviours.over(log.kept());
    }

    @Test
    @Shows(RENEWED_WHILE_VALID)
    void tokenAskedForWhileTheLastIsGood_isRenewedWhileValid() {
        issued("reporting", "a");
        after(Duration.ofMinutes(10));
        issued("reporting", "a");

        assertThat(findings())
                .containsExactly("#2 renewed-while-valid: the token of #1 for the same client and scopes is good for"
                        + " another 3000 s");
    }

    @Test
    @NearMissOf(RENEWED_WHILE_VALID)
    void tokenOfAnotherClientOrScope_isNoRenewal() {
        issued("reporting", "a");
        issued("billing", "a");
        issued("reporting", "b");

        assertThat(findings()).isEmpty();
    }

    @Test
    @NearMissOf(RENEWED_WHILE_VALID)
    void tokenAskedForInTheSecondHalf_isARenewalInTime() {
        issued("reporting", "a");
        after(Duration.ofMinutes(31));
        issued("reporting", "a");

        assertThat(findings()).isEmpty();
    }

    @Test
    @NearMissOf(RENEWED_WHILE_VALID)
    void tokenAskedForAfterTheLastWasRefused_isNoRenewal() {
        String first = issued("reporting", "a");
        used(first, Reason.TOKEN_REVOKED, 7);
        issued("reporting", "a");

        assertThat(findings()).isEmpty();
    }

    @Test
    @NearMissOf(RENEWED_WHILE_VALID)
    void tokenAskedForAfterTheTestRevokedTheLast_isNoRenewal() {
        String first = issued("reporting", "a");
        log.revoked(log.lastNumber(), first::equals);
        issued("reporting", "a");

        assertThat(findings()).isEmpty();
    }

    @Test
    @Shows(RENEWED_WHILE_VALID)
    void tokenAskedForBeforeTheTestRevokedTheLast_isARenewal() {
        issued("reporting", "a");
        issued("reporting", "a");
        log.revoked(log.lastNumber(), token -> true);

        assertThat(findings()).singleElement().asString().startsWith("#2 renewed-while-valid");
    }

    @Test
    @NearMissOf(RENEWED_WHILE_VALID)
    void tokenOfAnotherProgram_isNoRenewal() {
        log.record(issuing("reporting", "a").from(1, 1));
        log.record(issuing("reporting", "a").from(2, 2));

        assertThat(findings()).isEmpty();
    }

    @Test
    @NearMissOf(TOKEN_FOR_EACH_CALL)
    void tokensThatTheTestRevokedAfterOneCallEach_areNotOneForEachCall() {
        for (int call = 0; call < 3; call++) {
            used(issued("reporting", "a"));
            log.revoked(log.lastNumber(), token -> true);
        }

        assertThat(findings()).isEmpty();
    }

    @Test
    @NearMissOf(TOKEN_FOR_EACH_CALL)
    void tokensThatWereRefusedAtTheirOneCall_areNotOneForEachCall() {
        for (int call = 0; call < 3; call++) {
            used(issued("reporting", "a"), Reason.TOKEN_REVOKED, call + 7);
        }

        assertThat(findings()).isEmpty();
    }

    @Test
    @Shows(TOKEN_FOR_EACH_CALL)
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
    @NearMissOf(TOKEN_FOR_EACH_CALL)
    void tokenThatServesTwoCalls_isNotOneForEachCall() {
        for (int round = 0; round < 3; round++) {
            String token = issued("reporting", "a");
            used(token);
            used(token);
        }

        assertThat(findings()).allMatch(finding -> finding.contains("renewed-while-valid"));
    }

    @Test
    @Shows(HERD)
    void tokenRequestsWhileOneIsUnderWay_areAHerd() {
        log.record(issuing("reporting", "a").underWay(START, Duration.ofMillis(300)));
        log.record(issuing("reporting", "a").underWay(START.plusMillis(50), Duration.ZERO));
        log.record(issuing("reporting", "a").underWay(START.plusMillis(100), Duration.ofMillis(300)));

        assertThat(findings())
                .containsExactly(
                        "#2 herd: asked while 1 more for the same client and scopes was under way: #1",
                        "#3 herd: asked while 1 more for the same client and scopes was under way: #1");
    }

    @Test
    @NearMissOf(HERD)
    void tokenRequestAfterTheAnswer_isNoHerd() {
        log.record(issuing("reporting", "a").underWay(START, Duration.ofMillis(300)));
        log.record(issuing("billing", "a").underWay(START.plusMillis(100), Duration.ZERO));
        now = START.plus(LIFETIME);
        log.record(issuing("reporting", "a").underWay(START.plusMillis(300), Duration.ZERO));

        assertThat(findings()).isEmpty();
    }

    /** It passed for a herd, and for a renewal too early: a client that does not wait for an answer that is held. */
    @Test
    @NearMissOf({HERD, RENEWED_WHILE_VALID})
    void tokenRequestAfterATimeOut_isNoHerd() {
        log.record(issuing("reporting", "a").from(1, 1).underWay(START, Duration.ofSeconds(3)));
        log.record(issuing("reporting", "a").from(2, 1).underWay(START.plusMillis(500), Duration.ofSeconds(3)));

        assertThat(findings()).isEmpty();
    }

    @Test
    @Shows(RETRIED_UNCHANGED)
    void refusedRequestSentAgain_isRetriedUnchanged() {
        log.record(refusedTokenRequest(Reason.SECRET_WRONG, 7));
        log.record(refusedTokenRequest(Reason.SECRET_WRONG, 7));

        assertThat(findings())
                .containsExactly("#2 retried-unchanged: repeated #1 unchanged, which was rejected as SECRET_WRONG");
    }

    @Test
    @NearMissOf(RETRIED_UNCHANGED)
    void refusedRequestChanged_orRefusedForAnotherReason_orAccepted_isNoRetry() {
        log.record(refusedTokenRequest(Reason.SECRET_WRONG, 7));
        log.record(refusedTokenRequest(Reason.SECRET_WRONG, 8));
        log.record(refusedTokenRequest(Reason.CLIENT_DISABLED, 7));
        log.record(issuing("reporting", "a").fingerprint(7));

        assertThat(findings()).isEmpty();
    }

    /** The test had enabled the client between, and disabled it again. */
    @Test
    @NearMissOf(RETRIED_UNCHANGED)
    void refusedRequestThatWasAcceptedBetween_isNoRetry() {
        log.record(refusedTokenRequest(Reason.CLIENT_DISABLED, 7));
        log.record(issuing("reporting", "a").fingerprint(7));
        after(LIFETIME.dividedBy(30));
        log.record(refusedTokenRequest(Reason.CLIENT_DISABLED, 7));

        assertThat(findings()).isEmpty();
    }

    @Test
    @NearMissOf(RETRIED_UNCHANGED)
    void refusedRequestLongAfter_orWhenTheClockWasSetBack_isNoRetry() {
        log.record(refusedTokenRequest(Reason.CLIENT_DISABLED, 7));
        after(Duration.ofMinutes(6));
        log.record(refusedTokenRequest(Reason.CLIENT_DISABLED, 7));
        after(Duration.ofDays(-1));
        log.record(refusedTokenRequest(Reason.CLIENT_DISABLED, 7));

        assertThat(findings()).isEmpty();
    }

    /** Who waits for a server to be there asks the same again and again. */
    @Test
    @NearMissOf(RETRIED_UNCHANGED)
    void requestToAnUnknownPathSentAgain_isNoRetry() {
        log.record(resource("/health").rejected(why(Reason.PATH_UNKNOWN)).fingerprint(7));
        log.record(resource("/health").rejected(why(Reason.PATH_UNKNOWN)).fingerprint(7));

        assertThat(findings()).isEmpty();
    }

    @Test
    @NearMissOf(RETRIED_UNCHANGED)
    void refusedRequestOverAnotherConnection_isNoRetry() {
        log.record(refusedTokenRequest(Reason.SECRET_WRONG, 7).from(1, 1));
        log.record(refusedTokenRequest(Reason.SECRET_WRONG, 7).from(2, 1));

        assertThat(findings()).isEmpty();
    }

    @Test
    @Shows(REVOKED_TOKEN_USED_AGAIN)
    void revokedTokenSentAgain_isUsedAgain() {
        String token = issued("reporting", "a");
        used(token, Reason.TOKEN_REVOKED, 7);
        used(token, Reason.TOKEN_REVOKED, 7);

        assertThat(findings())
                .containsExactly(
                        "#3 revoked-token-used-again: repeated #2 unchanged, which was rejected as TOKEN_REVOKED");
    }

    @Test
    @Shows(EXPIRED_TOKEN_USED_AGAIN)
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
    @NearMissOf(REVOKED_TOKEN_USED_AGAIN)
    void revokedTokenInTheHandsOfSeveralThreads_isNotUsedAgain() {
        String token = issued("reporting", "a");
        used(token, Reason.TOKEN_REVOKED, 7);
        used(token, Reason.TOKEN_REVOKED, 8);
        used(token, Reason.TOKEN_REVOKED, 9);

        assertThat(findings()).isEmpty();
    }

    @Test
    @Shows(NEW_TOKEN_FOR_FORBIDDEN)
    void forbiddenCallWithANewToken_isFound() {
        used(issued("reporting", "a"), Reason.SCOPE_INSUFFICIENT, 7);
        used(issued("reporting", "a"), Reason.SCOPE_INSUFFICIENT, 8);

        assertThat(findings())
                .containsExactly("#4 new-token-for-forbidden: asked again for GET /users/me, rejected as"
                        + " SCOPE_INSUFFICIENT in #2: a new token does not help");
    }

    @Test
    @NearMissOf(HERD)
    void tokenRequestsOfTwoPrograms_areNoHerd() {
        log.record(issuing("reporting", "a").from(1, 1).underWay(START, Duration.ofMillis(300)));
        log.record(issuing("reporting", "a").from(2, 2).underWay(START.plusMillis(100), Duration.ZERO));

        assertThat(findings()).isEmpty();
    }

    @Test
    @NearMissOf(EXPIRED_TOKEN_USED_AGAIN)
    void expiredTokenAfterWhichThereIsNoNewOneYet_isNotUsedAgain() {
        String token = issued("reporting", "a");
        after(LIFETIME);
        used(token, Reason.TOKEN_EXPIRED, 7);
        used(token, Reason.TOKEN_EXPIRED, 8);

        assertThat(findings()).isEmpty();
    }

    @Test
    @NearMissOf(RETRIED_UNCHANGED)
    void refusedRequestsOfOneMoment_areNoRetry() {
        for (int thread = 0; thread < 20; thread++) {
            log.record(refusedTokenRequest(Reason.SECRET_WRONG, 7).underWay(START, Duration.ofMillis(10)));
        }

        assertThat(findings()).isEmpty();
    }

    /** Half of them arrive when the first ones are told; which thread it was that was told does not show. */
    @Test
    @NearMissOf(REVOKED_TOKEN_USED_AGAIN)
    void revokedTokenThatTwentyThreadsShare_isNotUsedAgain() {
        String token = issued("reporting", "a");
        for (int thread = 0; thread < 20; thread++) {
            log.record(refusedUse(token, Reason.TOKEN_REVOKED, 7)
                    .from(1 + thread % 5, 1)
                    .underWay(START.plusMillis(thread * 3L), Duration.ofMillis(10)));
        }

        assertThat(findings()).isEmpty();
    }

    /** It was taken for the same thread, as the requests of the two never overlapped. */
    @Test
    @NearMissOf(REVOKED_TOKEN_USED_AGAIN)
    void revokedTokenOverAnotherConnection_isNotUsedAgain() {
        String token = issued("reporting", "a");
        log.record(refusedUse(token, Reason.TOKEN_REVOKED, 7).from(1, 1));
        log.record(refusedUse(token, Reason.TOKEN_REVOKED, 7).from(2, 1));
        log.record(issuing("reporting", "a").from(1, 1));
        log.record(refusedUse(token, Reason.TOKEN_REVOKED, 7).from(3, 1));

        assertThat(findings()).isEmpty();
    }

    /** What shows that there are several threads may be forgotten. */
    @Test
    @NearMissOf(REVOKED_TOKEN_USED_AGAIN)
    void revokedTokenOfSeveralThreads_isNotUsedAgainLaterEither() {
        for (int thread = 1; thread <= 4; thread++) {
            log.record(
                    resource("/orders").outcome(Outcome.SERVED).from(thread, 1).underWay(START, Duration.ofMillis(10)));
        }
        log.record(issuing("reporting", "a").from(4, 1));
        String token = "t" + tokens + " of reporting";
        log.revoked(log.lastNumber(), token::equals);
        log.record(refusedUse(token, Reason.TOKEN_REVOKED, 7).from(4, 1));
        log.record(refusedUse(token, Reason.TOKEN_REVOKED, 7).from(4, 1));
        assertThat(findings()).isEmpty();

        for (int other = 0; other < 997; other++) {
            log.record(resource("/orders").outcome(Outcome.SERVED).from(4, 1));
        }
        assertThat(exchanges()).first().extracting(Exchange::number).isEqualTo(5);
        assertThat(findings()).isEmpty();
    }

    @Test
    @Shows(REVOKED_TOKEN_USED_AGAIN)
    void revokedTokenThatAThreadKeepsAlthoughThereIsANewOne_isUsedAgain() {
        String token = issued("reporting", "a");
        log.record(refusedUse(token, Reason.TOKEN_REVOKED, 7).from(1, 1).underWay(START, Duration.ofMillis(10)));
        log.record(refusedUse(token, Reason.TOKEN_REVOKED, 7).from(2, 1).underWay(START, Duration.ofMillis(10)));
        log.record(issuing("reporting", "a").from(1, 1).underWay(START.plusMillis(20), Duration.ofMillis(10)));
        log.record(refusedUse(token, Reason.TOKEN_REVOKED, 7)
                .from(3, 1)
                .underWay(START.plusMillis(25), Duration.ofMillis(10)));
        log.record(refusedUse(token, Reason.TOKEN_REVOKED, 7)
                .from(2, 1)
                .underWay(START.plusMillis(31), Duration.ofMillis(1)));
        log.record(of("t2 of reporting")
                .outcome(Outcome.ADMITTED)
                .from(1, 1)
                .underWay(START.plusMillis(33), Duration.ofMillis(5)));
        log.record(refusedUse(token, Reason.TOKEN_REVOKED, 7)
                .from(2, 1)
                .underWay(START.plusMillis(40), Duration.ofMillis(10)));

        assertThat(findings())
                .containsExactly("#8 revoked-token-used-again: presented the token again that had been rejected as"
                        + " TOKEN_REVOKED in #3, although there was a new one");
    }

    @Test
    @NearMissOf(REVOKED_TOKEN_USED_AGAIN)
    void revokedTokenOfTwoPrograms_isNotUsedAgain() {
        String token = issued("reporting", "a");
        log.record(refusedUse(token, Reason.TOKEN_REVOKED, 7).from(1, 1));
        log.record(refusedUse(token, Reason.TOKEN_REVOKED, 7).from(2, 2));

        assertThat(findings()).isEmpty();
    }

    @Test
    @NearMissOf(NEW_TOKEN_FOR_FORBIDDEN)
    void forbiddenCallsOfTwoClients_areTwo() {
        used(issued("reporting", "a"), Reason.SCOPE_INSUFFICIENT, 7);
        used(issued("billing", "a"), Reason.SCOPE_INSUFFICIENT, 8);

        assertThat(findings()).isEmpty();
    }

    @Test
    @Shows(RETRY_AFTER_IGNORED)
    void requestBeforeRetryAfter_isTooEarly() {
        log.record(asking(Duration.ofSeconds(30)));
        after(Duration.ofMillis(29_900));
        issued("reporting", "a");

        assertThat(findings())
                .containsExactly("#2 retry-after-ignored: came 29.900 s after #1, whose Retry-After was 30 s");
    }

    @Test
    @NearMissOf(RETRY_AFTER_IGNORED)
    void requestAfterRetryAfter_orElsewhere_isInTime() {
        log.record(asking(Duration.ofSeconds(30)));
        log.record(resource("/elsewhere").outcome(Outcome.SERVED).answered(200, ""));
        after(Duration.ofSeconds(30));
        issued("reporting", "a");

        assertThat(findings()).isEmpty();
    }

    @Test
    @NearMissOf(NEW_TOKEN_FOR_FORBIDDEN)
    void newTokenLongAfterTheForbiddenCall_isNoAnswerToIt() {
        used(issued("reporting", "a"), Reason.SCOPE_INSUFFICIENT, 7);
        after(LIFETIME);
        used(issued("reporting", "a"), Reason.SCOPE_INSUFFICIENT, 8);

        assertThat(findings()).isEmpty();
    }

    @Test
    @NearMissOf(NEW_TOKEN_FOR_FORBIDDEN)
    void newTokenAfterTheTestChangedTheClient_isNoAnswerToTheForbiddenCall() {
        used(issued("reporting", "a"), Reason.SCOPE_INSUFFICIENT, 7);
        log.revoked(log.lastNumber(), token -> true);
        used(issued("reporting", "a"), Reason.SCOPE_INSUFFICIENT, 8);

        assertThat(findings()).isEmpty();
    }

    @Test
    @NearMissOf(NEW_TOKEN_FOR_FORBIDDEN)
    void newTokenWhileTheOldOneIsUsedOn_isNoAnswerToTheForbiddenCall() {
        String first = issued("reporting", "a");
        used(first, Reason.SCOPE_INSUFFICIENT, 7);
        used(first);
        String second = issued("reporting", "a");
        used(second, Reason.SCOPE_INSUFFICIENT, 8);

        assertThat(findings()).noneMatch(finding -> finding.contains("new-token-for-forbidden"));
    }

    @Test
    @NearMissOf(NEW_TOKEN_FOR_FORBIDDEN)
    void newTokenThatWasThereBeforeTheForbiddenCall_isNoAnswerToIt() {
        String first = issued("reporting", "a");
        String second = issued("reporting", "a");
        used(first, Reason.SCOPE_INSUFFICIENT, 7);
        used(second, Reason.SCOPE_INSUFFICIENT, 8);

        assertThat(findings()).noneMatch(finding -> finding.contains("new-token-for-forbidden"));
    }

    /** Whose issue is not kept, or was made by the test, may have been at its end. */
    @Test
    @NearMissOf(NEW_TOKEN_FOR_FORBIDDEN)
    void newTokenInThePlaceOfAnUnknownOne_isNoAnswerToTheForbiddenCall() {
        used("made by reporting", Reason.SCOPE_INSUFFICIENT, 7);
        used(issued("reporting", "a"), Reason.SCOPE_INSUFFICIENT, 8);

        assertThat(findings()).isEmpty();
    }

    @Test
    @NearMissOf(RETRY_AFTER_IGNORED)
    void requestAfterARealWait_isInTimeThoughTheClockIsFrozen() {
        log.record(asking(Duration.ofSeconds(1)).underWay(START, Duration.ZERO));
        log.record(issuing("reporting", "a").underWay(START.plusMillis(1_100), Duration.ZERO));

        assertThat(findings()).isEmpty();
    }

    @Test
    @NearMissOf(RETRY_AFTER_IGNORED)
    void requestAfterTheClockWasSetBack_isNotTooEarly() {
        log.record(asking(Duration.ofSeconds(30)).underWay(START, Duration.ZERO));
        after(Duration.ofDays(-2_500));
        log.record(issuing("reporting", "a").underWay(START.plusSeconds(1), Duration.ZERO));

        assertThat(findings()).isEmpty();
    }

    @Test
    @NearMissOf(RETRY_AFTER_IGNORED)
    void otherClientDuringRetryAfter_isInTime() {
        log.record(asking(Duration.ofSeconds(30)).client("reporting"));
        issued("billing", "a");

        assertThat(findings()).isEmpty();
    }

    @Test
    @Shows(RETRY_AFTER_IGNORED)
    void clientThatDoesNotTellItsName_isKnownByItsProgram() {
        log.record(asking(Duration.ofSeconds(30)).from(1, 1));
        log.record(issuing("reporting", "a").from(2, 2));
        log.record(issuing("reporting", "a").from(3, 1));

        assertThat(findings()).singleElement().asString().startsWith("#3 retry-after-ignored: came 0.000 s after #1");
    }

    @Test
    @Shows(RETRY_AFTER_IGNORED)
    void requestUnderWayWhenRetryAfterIsSent_isNotTooEarly_theNextOneIs() {
        log.record(asking(Duration.ofSeconds(30)).client("reporting").underWay(START, Duration.ofMillis(10)));
        log.record(refusedTokenRequest(Reason.SECRET_WRONG, 7)
                .client("reporting")
                .underWay(START.plusMillis(5), Duration.ofMillis(10)));
        log.record(refusedTokenRequest(Reason.SECRET_WRONG, 8)
                .client("reporting")
                .underWay(START.plusMillis(20), Duration.ofMillis(10)));
        log.record(refusedTokenRequest(Reason.SECRET_WRONG, 9)
                .client("reporting")
                .underWay(START.plusMillis(40), Duration.ofMillis(10)));

        assertThat(findings())
                .containsExactly("#3 retry-after-ignored: came 0.010 s after #1, whose Retry-After was 30 s");
    }

    /** Each is held against the latest hundred, not against all. */
    @Test
    void retryAfterAHundredOtherRefusals_isNone() {
        log.record(refusedTokenRequest(Reason.SECRET_WRONG, 1));
        for (int other = 2; other <= Before.MOST; other++) {
            log.record(refusedTokenRequest(Reason.SECRET_WRONG, other));
        }
        log.record(refusedTokenRequest(Reason.SECRET_WRONG, 1));
        assertThat(findings())
                .containsExactly("#101 retried-unchanged: repeated #1 unchanged, which was rejected as SECRET_WRONG");

        for (int other = 102; other <= 101 + Before.MOST; other++) {
            log.record(refusedTokenRequest(Reason.SECRET_WRONG, other));
        }
        log.record(refusedTokenRequest(Reason.SECRET_WRONG, 1));
        assertThat(findings()).hasSize(1);
    }

    private void after(Duration time) {
        now = now.plus(time);
    }

    private Exchange.Builder asking(Duration wait) {
        return Exchange.builder(now, "POST", "/oauth/token")
                .askedOf(Kind.TOKEN, "OAUTH_TOKEN")
                .outcome(Outcome.DISRUPTED)
                .answered(429, "")
                .retryAfter(wait);
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
        log.record(refusedUse(token, reason, fingerprint));
    }

    private Exchange.Builder refusedUse(String token, Reason reason, long fingerprint) {
        return of(token).rejected(why(reason)).answered(401, "invalid_token").fingerprint(fingerprint);
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

    private Exchange.Builder refusedTokenRequest(Reason reason, long fingerprint) {
        return Exchange.builder(now, "POST", "/oauth/token")
                .askedOf(Kind.TOKEN, "OAUTH_TOKEN")
                .rejected(why(reason))
                .answered(401, "invalid_client")
                .fingerprint(fingerprint);
    }

    private static Explanation why(Reason reason) {
        return new Explanation(reason, "a demand", "something else", "an advice", Evidence.assumed("this test"));
    }

    private List<String> findings() {
        return exchanges().stream()
                .flatMap(exchange -> exchange.findings().stream().map(found -> "#" + exchange.number() + " " + found))
                .toList();
    }
}
