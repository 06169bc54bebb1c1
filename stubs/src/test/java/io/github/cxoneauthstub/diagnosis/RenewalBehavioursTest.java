package io.github.cxoneauthstub.diagnosis;

import static io.github.cxoneauthstub.auth.exchange.Mistake.HERD;
import static io.github.cxoneauthstub.auth.exchange.Mistake.RENEWED_WHILE_VALID;
import static io.github.cxoneauthstub.auth.exchange.Mistake.TOKEN_FOR_EACH_CALL;
import static io.github.cxoneauthstub.diagnosis.TestLog.LIFETIME;
import static io.github.cxoneauthstub.diagnosis.TestLog.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a client asks for a token: each behaviour, and what is nearly the same and innocent. */
class RenewalBehavioursTest implements Held.WithExchanges {
    private final TestLog log = new TestLog();

    @Override
    public List<Exchange> exchanges() {
        return log.exchanges();
    }

    @Test
    @Shows(HERD)
    void tokenRequestsWhileOneIsUnderWay_areAHerd() {
        log.record(log.issuing("reporting", "a").underWay(START, Duration.ofMillis(300)));
        log.record(log.issuing("reporting", "a").underWay(START.plusMillis(50), Duration.ZERO));
        log.record(log.issuing("reporting", "a").underWay(START.plusMillis(100), Duration.ofMillis(300)));

        assertThat(log.findings())
                .containsExactly(
                        "#2 herd: asked while 1 more for the same client and scopes was under way: #1",
                        "#3 herd: asked while 1 more for the same client and scopes was under way: #1");
    }

    @Test
    @NearMissOf(HERD)
    void tokenRequestAfterTheAnswer_isNoHerd() {
        log.record(log.issuing("reporting", "a").underWay(START, Duration.ofMillis(300)));
        log.record(log.issuing("billing", "a").underWay(START.plusMillis(100), Duration.ZERO));
        log.after(LIFETIME);
        log.record(log.issuing("reporting", "a").underWay(START.plusMillis(300), Duration.ZERO));

        assertThat(log.findings()).isEmpty();
    }

    /** It passed for a herd, and for a renewal too early: a client that does not wait for an answer that is held. */
    @Test
    @NearMissOf({HERD, RENEWED_WHILE_VALID})
    void tokenRequestAfterATimeOut_isNoHerd() {
        log.record(log.issuing("reporting", "a").from(1, 1).underWay(START, Duration.ofSeconds(3)));
        log.record(log.issuing("reporting", "a").from(2, 1).underWay(START.plusMillis(500), Duration.ofSeconds(3)));

        assertThat(log.findings()).isEmpty();
    }

    @Test
    @NearMissOf(HERD)
    void tokenRequestsOfTwoPrograms_areNoHerd() {
        log.record(log.issuing("reporting", "a").from(1, 1).underWay(START, Duration.ofMillis(300)));
        log.record(log.issuing("reporting", "a").from(2, 2).underWay(START.plusMillis(100), Duration.ZERO));

        assertThat(log.findings()).isEmpty();
    }

    @Test
    @NearMissOf(TOKEN_FOR_EACH_CALL)
    void tokensThatTheTestRevokedAfterOneCallEach_areNotOneForEachCall() {
        for (int call = 0; call < 3; call++) {
            log.used(log.issued("reporting", "a"));
            log.revoke(token -> true);
        }

        assertThat(log.findings()).isEmpty();
    }

    @Test
    @NearMissOf(TOKEN_FOR_EACH_CALL)
    void tokensThatWereRefusedAtTheirOneCall_areNotOneForEachCall() {
        for (int call = 0; call < 3; call++) {
            log.used(log.issued("reporting", "a"), Reason.TOKEN_REVOKED, call + 7);
        }

        assertThat(log.findings()).isEmpty();
    }

    @Test
    @Shows(TOKEN_FOR_EACH_CALL)
    void tokenForEachCall_isFoundAtTheThird() {
        for (int call = 0; call < 3; call++) {
            log.used(log.issued("reporting", "a"));
        }

        assertThat(log.findings()).hasSize(2).first().asString().startsWith("#3 renewed-while-valid");
        assertThat(log.findings())
                .last()
                .isEqualTo("#5 token-for-each-call: each of the last 2 tokens was used for one call only");
    }

    @Test
    @NearMissOf(TOKEN_FOR_EACH_CALL)
    void tokenThatServesTwoCalls_isNotOneForEachCall() {
        for (int round = 0; round < 3; round++) {
            String token = log.issued("reporting", "a");
            log.used(token);
            log.used(token);
        }

        assertThat(log.findings()).allMatch(finding -> finding.contains("renewed-while-valid"));
    }

    @Test
    @Shows(RENEWED_WHILE_VALID)
    void tokenAskedForWhileTheLastIsGood_isRenewedWhileValid() {
        log.issued("reporting", "a");
        log.after(Duration.ofMinutes(10));
        log.issued("reporting", "a");

        assertThat(log.findings())
                .containsExactly("#2 renewed-while-valid: the token of #1 for the same client and scopes is good for"
                        + " another 3000 s");
    }

    @Test
    @NearMissOf(RENEWED_WHILE_VALID)
    void tokenOfAnotherClientOrScope_isNoRenewal() {
        log.issued("reporting", "a");
        log.issued("billing", "a");
        log.issued("reporting", "b");

        assertThat(log.findings()).isEmpty();
    }

    @Test
    @NearMissOf(RENEWED_WHILE_VALID)
    void tokenAskedForInTheSecondHalf_isARenewalInTime() {
        log.issued("reporting", "a");
        log.after(Duration.ofMinutes(31));
        log.issued("reporting", "a");

        assertThat(log.findings()).isEmpty();
    }

    @Test
    @NearMissOf(RENEWED_WHILE_VALID)
    void tokenAskedForAfterTheLastWasRefused_isNoRenewal() {
        String first = log.issued("reporting", "a");
        log.used(first, Reason.TOKEN_REVOKED, 7);
        log.issued("reporting", "a");

        assertThat(log.findings()).isEmpty();
    }

    @Test
    @NearMissOf(RENEWED_WHILE_VALID)
    void tokenAskedForAfterTheTestRevokedTheLast_isNoRenewal() {
        String first = log.issued("reporting", "a");
        log.revoke(first::equals);
        log.issued("reporting", "a");

        assertThat(log.findings()).isEmpty();
    }

    @Test
    @Shows(RENEWED_WHILE_VALID)
    void tokenAskedForBeforeTheTestRevokedTheLast_isARenewal() {
        log.issued("reporting", "a");
        log.issued("reporting", "a");
        log.revoke(token -> true);

        assertThat(log.findings()).singleElement().asString().startsWith("#2 renewed-while-valid");
    }

    @Test
    @NearMissOf(RENEWED_WHILE_VALID)
    void tokenOfAnotherProgram_isNoRenewal() {
        log.record(log.issuing("reporting", "a").from(1, 1));
        log.record(log.issuing("reporting", "a").from(2, 2));

        assertThat(log.findings()).isEmpty();
    }
}
