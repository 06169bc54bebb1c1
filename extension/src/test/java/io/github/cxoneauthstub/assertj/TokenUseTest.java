package io.github.cxoneauthstub.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.ExchangeLog;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who shares a token, and who could not have it yet. */
class TokenUseTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final ExchangeLog log = new ExchangeLog();

    @Test
    void secondTokenOfOneProgram_isARenewal() {
        issued(1, START, Duration.ofMillis(10));
        issued(1, START.plusMillis(20), Duration.ofMillis(10));

        assertThat(breach()).isTrue();
    }

    /** It passed for a renewal too early. */
    @Test
    void tokenOfAnotherProgram_isNoRenewal() {
        issued(1, START, Duration.ofMillis(10));
        issued(2, START.plusMillis(20), Duration.ofMillis(10));

        assertThat(breach()).isFalse();
    }

    /** It passed for a renewal too early, although the first token was still to come. */
    @Test
    void tokenAskedForWhileTheFirstIsUnderWay_isNoRenewal_theNextOneIs() {
        issued(1, START, Duration.ofMillis(30));
        issued(1, START.plusMillis(20), Duration.ofMillis(10));
        assertThat(breach()).isFalse();

        issued(1, START.plusMillis(40), Duration.ofMillis(10));
        assertThat(breach()).isTrue();
    }

    private boolean breach() {
        return new TokenUse(log.kept(), Duration.ZERO).breach().isPresent();
    }

    private void issued(int program, Instant from, Duration underWay) {
        log.record(Exchange.builder(START, "POST", "/oauth/token")
                .outcome(Outcome.ISSUED)
                .client("reporting")
                .token("t" + (log.lastNumber() + 1), START.plus(Duration.ofHours(1)))
                .from(0, program)
                .underWay(from, underWay));
    }
}
