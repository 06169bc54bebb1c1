package io.github.cxoneauthstub.diagnosis;

import static io.github.cxoneauthstub.auth.exchange.Mistake.NEW_TOKEN_FOR_FORBIDDEN;
import static io.github.cxoneauthstub.auth.exchange.Mistake.RETRIED_UNCHANGED;
import static io.github.cxoneauthstub.diagnosis.TestLog.LIFETIME;
import static io.github.cxoneauthstub.diagnosis.TestLog.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a client goes on after a refusal: each behaviour, and what is nearly the same and innocent. */
class RetryBehavioursTest implements Held.WithExchanges {
    private final TestLog log = new TestLog();

    @Override
    public List<Exchange> exchanges() {
        return log.exchanges();
    }

    @Test
    @Shows(RETRIED_UNCHANGED)
    void refusedRequestSentAgain_isRetriedUnchanged() {
        log.record(log.refusedTokenRequest(Reason.SECRET_WRONG, 7));
        log.record(log.refusedTokenRequest(Reason.SECRET_WRONG, 7));

        assertThat(log.findings())
                .containsExactly("#2 retried-unchanged: repeated #1 unchanged, which was rejected as SECRET_WRONG");
    }

    @Test
    @NearMissOf(RETRIED_UNCHANGED)
    void refusedRequestChanged_orRefusedForAnotherReason_orAccepted_isNoRetry() {
        log.record(log.refusedTokenRequest(Reason.SECRET_WRONG, 7));
        log.record(log.refusedTokenRequest(Reason.SECRET_WRONG, 8));
        log.record(log.refusedTokenRequest(Reason.CLIENT_DISABLED, 7));
        log.record(log.issuing("reporting", "a").fingerprint(7));

        assertThat(log.findings()).isEmpty();
    }

    /** The test had enabled the client between, and disabled it again. */
    @Test
    @NearMissOf(RETRIED_UNCHANGED)
    void refusedRequestThatWasAcceptedBetween_isNoRetry() {
        log.record(log.refusedTokenRequest(Reason.CLIENT_DISABLED, 7));
        log.record(log.issuing("reporting", "a").fingerprint(7));
        log.after(LIFETIME.dividedBy(30));
        log.record(log.refusedTokenRequest(Reason.CLIENT_DISABLED, 7));

        assertThat(log.findings()).isEmpty();
    }

    @Test
    @NearMissOf(RETRIED_UNCHANGED)
    void refusedRequestLongAfter_orWhenTheClockWasSetBack_isNoRetry() {
        log.record(log.refusedTokenRequest(Reason.CLIENT_DISABLED, 7));
        log.after(Duration.ofMinutes(6));
        log.record(log.refusedTokenRequest(Reason.CLIENT_DISABLED, 7));
        log.after(Duration.ofDays(-1));
        log.record(log.refusedTokenRequest(Reason.CLIENT_DISABLED, 7));

        assertThat(log.findings()).isEmpty();
    }

    /** Who waits for a server to be there asks the same again and again. */
    @Test
    @NearMissOf(RETRIED_UNCHANGED)
    void requestToAnUnknownPathSentAgain_isNoRetry() {
        log.record(log.resource("/health")
                .rejected(TestLog.why(Reason.PATH_UNKNOWN))
                .fingerprint(7));
        log.record(log.resource("/health")
                .rejected(TestLog.why(Reason.PATH_UNKNOWN))
                .fingerprint(7));

        assertThat(log.findings()).isEmpty();
    }

    @Test
    @NearMissOf(RETRIED_UNCHANGED)
    void refusedRequestOverAnotherConnection_isNoRetry() {
        log.record(log.refusedTokenRequest(Reason.SECRET_WRONG, 7).from(1, 1));
        log.record(log.refusedTokenRequest(Reason.SECRET_WRONG, 7).from(2, 1));

        assertThat(log.findings()).isEmpty();
    }

    @Test
    @NearMissOf(RETRIED_UNCHANGED)
    void refusedRequestsOfOneMoment_areNoRetry() {
        for (int thread = 0; thread < 20; thread++) {
            log.record(log.refusedTokenRequest(Reason.SECRET_WRONG, 7).underWay(START, Duration.ofMillis(10)));
        }

        assertThat(log.findings()).isEmpty();
    }

    /** Each is held against the latest hundred, not against all. */
    @Test
    void retryAfterAHundredOtherRefusals_isNone() {
        log.record(log.refusedTokenRequest(Reason.SECRET_WRONG, 1));
        for (int other = 2; other <= Before.MOST; other++) {
            log.record(log.refusedTokenRequest(Reason.SECRET_WRONG, other));
        }
        log.record(log.refusedTokenRequest(Reason.SECRET_WRONG, 1));
        assertThat(log.findings())
                .containsExactly("#101 retried-unchanged: repeated #1 unchanged, which was rejected as SECRET_WRONG");

        for (int other = 102; other <= 101 + Before.MOST; other++) {
            log.record(log.refusedTokenRequest(Reason.SECRET_WRONG, other));
        }
        log.record(log.refusedTokenRequest(Reason.SECRET_WRONG, 1));
        assertThat(log.findings()).hasSize(1);
    }

    @Test
    @Shows(NEW_TOKEN_FOR_FORBIDDEN)
    void forbiddenCallWithANewToken_isFound() {
        log.used(log.issued("reporting", "a"), Reason.SCOPE_INSUFFICIENT, 7);
        log.used(log.issued("reporting", "a"), Reason.SCOPE_INSUFFICIENT, 8);

        assertThat(log.findings())
                .containsExactly("#4 new-token-for-forbidden: asked again for GET /users/me, rejected as"
                        + " SCOPE_INSUFFICIENT in #2: a new token does not help");
    }

    @Test
    @NearMissOf(NEW_TOKEN_FOR_FORBIDDEN)
    void forbiddenCallsOfTwoClients_areTwo() {
        log.used(log.issued("reporting", "a"), Reason.SCOPE_INSUFFICIENT, 7);
        log.used(log.issued("billing", "a"), Reason.SCOPE_INSUFFICIENT, 8);

        assertThat(log.findings()).isEmpty();
    }

    @Test
    @NearMissOf(NEW_TOKEN_FOR_FORBIDDEN)
    void newTokenLongAfterTheForbiddenCall_isNoAnswerToIt() {
        log.used(log.issued("reporting", "a"), Reason.SCOPE_INSUFFICIENT, 7);
        log.after(LIFETIME);
        log.used(log.issued("reporting", "a"), Reason.SCOPE_INSUFFICIENT, 8);

        assertThat(log.findings()).isEmpty();
    }

    @Test
    @NearMissOf(NEW_TOKEN_FOR_FORBIDDEN)
    void newTokenAfterTheTestChangedTheClient_isNoAnswerToTheForbiddenCall() {
        log.used(log.issued("reporting", "a"), Reason.SCOPE_INSUFFICIENT, 7);
        log.revoke(token -> true);
        log.used(log.issued("reporting", "a"), Reason.SCOPE_INSUFFICIENT, 8);

        assertThat(log.findings()).isEmpty();
    }

    @Test
    @NearMissOf(NEW_TOKEN_FOR_FORBIDDEN)
    void newTokenWhileTheOldOneIsUsedOn_isNoAnswerToTheForbiddenCall() {
        String first = log.issued("reporting", "a");
        log.used(first, Reason.SCOPE_INSUFFICIENT, 7);
        log.used(first);
        String second = log.issued("reporting", "a");
        log.used(second, Reason.SCOPE_INSUFFICIENT, 8);

        assertThat(log.findings()).noneMatch(finding -> finding.contains("new-token-for-forbidden"));
    }

    @Test
    @NearMissOf(NEW_TOKEN_FOR_FORBIDDEN)
    void newTokenThatWasThereBeforeTheForbiddenCall_isNoAnswerToIt() {
        String first = log.issued("reporting", "a");
        String second = log.issued("reporting", "a");
        log.used(first, Reason.SCOPE_INSUFFICIENT, 7);
        log.used(second, Reason.SCOPE_INSUFFICIENT, 8);

        assertThat(log.findings()).noneMatch(finding -> finding.contains("new-token-for-forbidden"));
    }

    /** Whose issue is not kept, or was made by the test, may have been at its end. */
    @Test
    @NearMissOf(NEW_TOKEN_FOR_FORBIDDEN)
    void newTokenInThePlaceOfAnUnknownOne_isNoAnswerToTheForbiddenCall() {
        log.used("made by reporting", Reason.SCOPE_INSUFFICIENT, 7);
        log.used(log.issued("reporting", "a"), Reason.SCOPE_INSUFFICIENT, 8);

        assertThat(log.findings()).isEmpty();
    }
}
