package io.github.cxoneauthstub.diagnosis;

import static io.github.cxoneauthstub.auth.exchange.Mistake.RETRY_AFTER_IGNORED;
import static io.github.cxoneauthstub.diagnosis.TestLog.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a client waits as long as it is told, and what is nearly the same and innocent. */
class RetryAfterBehavioursTest implements Held.WithExchanges {
    private final TestLog log = new TestLog();

    @Override
    public List<Exchange> exchanges() {
        return log.exchanges();
    }

    @Test
    @Shows(RETRY_AFTER_IGNORED)
    void requestBeforeRetryAfter_isTooEarly() {
        log.record(log.asking(Duration.ofSeconds(30)));
        log.after(Duration.ofMillis(29_900));
        log.issued("reporting", "a");

        assertThat(log.findings())
                .containsExactly("#2 retry-after-ignored: came 29.900 s after #1, whose Retry-After was 30 s");
    }

    @Test
    @NearMissOf(RETRY_AFTER_IGNORED)
    void requestAfterRetryAfter_orElsewhere_isInTime() {
        log.record(log.asking(Duration.ofSeconds(30)));
        log.record(log.resource("/elsewhere").outcome(Outcome.SERVED).answered(200, ""));
        log.after(Duration.ofSeconds(30));
        log.issued("reporting", "a");

        assertThat(log.findings()).isEmpty();
    }

    @Test
    @NearMissOf(RETRY_AFTER_IGNORED)
    void requestAfterARealWait_isInTimeThoughTheClockIsFrozen() {
        log.record(log.asking(Duration.ofSeconds(1)).underWay(START, Duration.ZERO));
        log.record(log.issuing("reporting", "a").underWay(START.plusMillis(1_100), Duration.ZERO));

        assertThat(log.findings()).isEmpty();
    }

    @Test
    @NearMissOf(RETRY_AFTER_IGNORED)
    void requestAfterTheClockWasSetBack_isNotTooEarly() {
        log.record(log.asking(Duration.ofSeconds(30)).underWay(START, Duration.ZERO));
        log.after(Duration.ofDays(-2_500));
        log.record(log.issuing("reporting", "a").underWay(START.plusSeconds(1), Duration.ZERO));

        assertThat(log.findings()).isEmpty();
    }

    @Test
    @NearMissOf(RETRY_AFTER_IGNORED)
    void otherClientDuringRetryAfter_isInTime() {
        log.record(log.asking(Duration.ofSeconds(30)).client("reporting"));
        log.issued("billing", "a");

        assertThat(log.findings()).isEmpty();
    }

    @Test
    @Shows(RETRY_AFTER_IGNORED)
    void clientThatDoesNotTellItsName_isKnownByItsProgram() {
        log.record(log.asking(Duration.ofSeconds(30)).from(1, 1));
        log.record(log.issuing("reporting", "a").from(2, 2));
        log.record(log.issuing("reporting", "a").from(3, 1));

        assertThat(log.findings())
                .singleElement()
                .asString()
                .startsWith("#3 retry-after-ignored: came 0.000 s after #1");
    }

    @Test
    @Shows(RETRY_AFTER_IGNORED)
    void requestUnderWayWhenRetryAfterIsSent_isNotTooEarly_theNextOneIs() {
        log.record(log.asking(Duration.ofSeconds(30)).client("reporting").underWay(START, Duration.ofMillis(10)));
        log.record(log.refusedTokenRequest(Reason.SECRET_WRONG, 7)
                .client("reporting")
                .underWay(START.plusMillis(5), Duration.ofMillis(10)));
        log.record(log.refusedTokenRequest(Reason.SECRET_WRONG, 8)
                .client("reporting")
                .underWay(START.plusMillis(20), Duration.ofMillis(10)));
        log.record(log.refusedTokenRequest(Reason.SECRET_WRONG, 9)
                .client("reporting")
                .underWay(START.plusMillis(40), Duration.ofMillis(10)));

        assertThat(log.findings())
                .containsExactly("#3 retry-after-ignored: came 0.010 s after #1, whose Retry-After was 30 s");
    }
}
