package io.github.cxoneauthstub.diagnosis;

import static io.github.cxoneauthstub.auth.exchange.Mistake.EXPIRED_TOKEN_USED_AGAIN;
import static io.github.cxoneauthstub.auth.exchange.Mistake.REVOKED_TOKEN_USED_AGAIN;
import static io.github.cxoneauthstub.diagnosis.TestLog.LIFETIME;
import static io.github.cxoneauthstub.diagnosis.TestLog.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client does with a token that was refused, and what is nearly the same and innocent. */
class SpentTokenBehavioursTest implements Held.WithExchanges {
    private final TestLog log = new TestLog();

    @Override
    public List<Exchange> exchanges() {
        return log.exchanges();
    }

    @Test
    @Shows(EXPIRED_TOKEN_USED_AGAIN)
    void expiredTokenUsedElsewhereAlthoughThereIsANewOne_isUsedAgain() {
        String token = log.issued("reporting", "a");
        log.after(LIFETIME);
        log.used(token, Reason.TOKEN_EXPIRED, 7);
        log.issued("reporting", "a");
        log.used(token, Reason.TOKEN_EXPIRED, 8);

        assertThat(log.findings())
                .containsExactly("#4 expired-token-used-again: presented the token again that had been rejected as"
                        + " TOKEN_EXPIRED in #2, although there was a new one");
    }

    @Test
    @NearMissOf(EXPIRED_TOKEN_USED_AGAIN)
    void expiredTokenAfterWhichThereIsNoNewOneYet_isNotUsedAgain() {
        String token = log.issued("reporting", "a");
        log.after(LIFETIME);
        log.used(token, Reason.TOKEN_EXPIRED, 7);
        log.used(token, Reason.TOKEN_EXPIRED, 8);

        assertThat(log.findings()).isEmpty();
    }

    @Test
    @Shows(REVOKED_TOKEN_USED_AGAIN)
    void revokedTokenSentAgain_isUsedAgain() {
        String token = log.issued("reporting", "a");
        log.used(token, Reason.TOKEN_REVOKED, 7);
        log.used(token, Reason.TOKEN_REVOKED, 7);

        assertThat(log.findings())
                .containsExactly(
                        "#3 revoked-token-used-again: repeated #2 unchanged, which was rejected as TOKEN_REVOKED");
    }

    @Test
    @NearMissOf(REVOKED_TOKEN_USED_AGAIN)
    void revokedTokenInTheHandsOfSeveralThreads_isNotUsedAgain() {
        String token = log.issued("reporting", "a");
        log.used(token, Reason.TOKEN_REVOKED, 7);
        log.used(token, Reason.TOKEN_REVOKED, 8);
        log.used(token, Reason.TOKEN_REVOKED, 9);

        assertThat(log.findings()).isEmpty();
    }

    /** Half of them arrive when the first ones are told; which thread it was that was told does not show. */
    @Test
    @NearMissOf(REVOKED_TOKEN_USED_AGAIN)
    void revokedTokenThatTwentyThreadsShare_isNotUsedAgain() {
        String token = log.issued("reporting", "a");
        for (int thread = 0; thread < 20; thread++) {
            log.record(log.refusedUse(token, Reason.TOKEN_REVOKED, 7)
                    .from(1 + thread % 5, 1)
                    .underWay(START.plusMillis(thread * 3L), Duration.ofMillis(10)));
        }

        assertThat(log.findings()).isEmpty();
    }

    /** It was taken for the same thread, as the requests of the two never overlapped. */
    @Test
    @NearMissOf(REVOKED_TOKEN_USED_AGAIN)
    void revokedTokenOverAnotherConnection_isNotUsedAgain() {
        String token = log.issued("reporting", "a");
        log.record(log.refusedUse(token, Reason.TOKEN_REVOKED, 7).from(1, 1));
        log.record(log.refusedUse(token, Reason.TOKEN_REVOKED, 7).from(2, 1));
        log.record(log.issuing("reporting", "a").from(1, 1));
        log.record(log.refusedUse(token, Reason.TOKEN_REVOKED, 7).from(3, 1));

        assertThat(log.findings()).isEmpty();
    }

    /** What shows that there are several threads may be forgotten. */
    @Test
    @NearMissOf(REVOKED_TOKEN_USED_AGAIN)
    void revokedTokenOfSeveralThreads_isNotUsedAgainLaterEither() {
        for (int thread = 1; thread <= 4; thread++) {
            log.record(log.resource("/orders")
                    .outcome(Outcome.SERVED)
                    .from(thread, 1)
                    .underWay(START, Duration.ofMillis(10)));
        }
        log.record(log.issuing("reporting", "a").from(4, 1));
        String token = log.lastToken("reporting");
        log.revoke(token::equals);
        log.record(log.refusedUse(token, Reason.TOKEN_REVOKED, 7).from(4, 1));
        log.record(log.refusedUse(token, Reason.TOKEN_REVOKED, 7).from(4, 1));
        assertThat(log.findings()).isEmpty();

        for (int other = 0; other < 997; other++) {
            log.record(log.resource("/orders").outcome(Outcome.SERVED).from(4, 1));
        }
        assertThat(log.exchanges()).first().extracting(Exchange::number).isEqualTo(5);
        assertThat(log.findings()).isEmpty();
    }

    @Test
    @Shows(REVOKED_TOKEN_USED_AGAIN)
    void revokedTokenThatAThreadKeepsAlthoughThereIsANewOne_isUsedAgain() {
        String token = log.issued("reporting", "a");
        log.record(log.refusedUse(token, Reason.TOKEN_REVOKED, 7).from(1, 1).underWay(START, Duration.ofMillis(10)));
        log.record(log.refusedUse(token, Reason.TOKEN_REVOKED, 7).from(2, 1).underWay(START, Duration.ofMillis(10)));
        log.record(log.issuing("reporting", "a").from(1, 1).underWay(START.plusMillis(20), Duration.ofMillis(10)));
        log.record(log.refusedUse(token, Reason.TOKEN_REVOKED, 7)
                .from(3, 1)
                .underWay(START.plusMillis(25), Duration.ofMillis(10)));
        log.record(log.refusedUse(token, Reason.TOKEN_REVOKED, 7)
                .from(2, 1)
                .underWay(START.plusMillis(31), Duration.ofMillis(1)));
        log.record(log.of("t2 of reporting")
                .outcome(Outcome.ADMITTED)
                .from(1, 1)
                .underWay(START.plusMillis(33), Duration.ofMillis(5)));
        log.record(log.refusedUse(token, Reason.TOKEN_REVOKED, 7)
                .from(2, 1)
                .underWay(START.plusMillis(40), Duration.ofMillis(10)));

        assertThat(log.findings())
                .containsExactly("#8 revoked-token-used-again: presented the token again that had been rejected as"
                        + " TOKEN_REVOKED in #3, although there was a new one");
    }

    @Test
    @NearMissOf(REVOKED_TOKEN_USED_AGAIN)
    void revokedTokenOfTwoPrograms_isNotUsedAgain() {
        String token = log.issued("reporting", "a");
        log.record(log.refusedUse(token, Reason.TOKEN_REVOKED, 7).from(1, 1));
        log.record(log.refusedUse(token, Reason.TOKEN_REVOKED, 7).from(2, 2));

        assertThat(log.findings()).isEmpty();
    }
}
