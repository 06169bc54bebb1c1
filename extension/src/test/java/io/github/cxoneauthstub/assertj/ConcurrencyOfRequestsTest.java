package io.github.cxoneauthstub.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.ExchangeBuilder;
import io.github.cxoneauthstub.auth.exchange.ExchangeLog;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConcurrencyOfRequestsTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final ExchangeLog log = new ExchangeLog();

    @Test
    void chainOfPairs_isNoThree() {
        request(0, 10);
        request(8, 10);
        request(16, 10);

        assertAtOnce(2, "expected at most 1 token request at a time but there were 2: #1, #2");
    }

    @Test
    void requestThatBeginsWhenAnotherEnds_isAfterIt() {
        request(0, 10);
        request(10, 10);

        assertThat(Asking.moreAtOnceThan(1, log.kept())).isEmpty();
    }

    @Test
    void requestThatIsAnsweredAtOnce_countsWhileAnotherIsUnderWay() {
        request(0, 10);
        request(5, 0);
        request(12, 0);

        assertAtOnce(2, "expected at most 1 token request at a time but there were 2: #1, #2");
    }

    @Test
    void requestThatTheTestAnswered_doesNotCount() {
        request(0, 10);
        log.record(begun().outcome(Outcome.DISRUPTED).underWay(START, Duration.ofSeconds(10)));

        assertThat(Asking.moreAtOnceThan(1, log.kept())).isEmpty();
    }

    private void assertAtOnce(int count, String sentence) {
        assertThat(Asking.moreAtOnceThan(count, log.kept())).isEmpty();
        assertThat(Asking.moreAtOnceThan(count - 1, log.kept()).map(Breach::sentence))
                .contains(sentence);
    }

    private void request(int second, int seconds) {
        log.record(begun().outcome(Outcome.ISSUED).underWay(START.plusSeconds(second), Duration.ofSeconds(seconds)));
    }

    private static ExchangeBuilder begun() {
        return Exchange.builder(START, "POST", "/oauth/token").askedOf(Kind.TOKEN, "OAUTH_TOKEN");
    }
}
