package io.github.cxoneauthstub.auth.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExchangeLogTest {
    private final ExchangeLog log = new ExchangeLog();

    @Test
    void exchanges_areNumberedInTheirOrder() {
        Exchange first = log.record(exchange());
        Exchange second = log.record(exchange());

        assertThat(first.number()).isEqualTo(1);
        assertThat(log.kept()).containsExactly(first, second);
    }

    @Test
    void lastThousand_areKept() {
        IntStream.rangeClosed(1, ExchangeLog.CAPACITY + 5).forEach(i -> log.record(exchange()));

        assertThat(log.kept()).hasSize(1_000);
        assertThat(log.kept().get(0).number()).isEqualTo(6);
        assertThat(log.kept().get(999).number()).isEqualTo(1_005);
    }

    @Test
    void kept_isACopy() {
        log.record(exchange());
        var before = log.kept();

        log.record(exchange());

        assertThat(before).hasSize(1).isUnmodifiable();
    }

    @Test
    void issuedTokens_areCountedBeyondTheRing() {
        IntStream.rangeClosed(1, 1_500).forEach(i -> log.record(exchange().outcome(Outcome.ISSUED)));
        log.record(exchange().outcome(Outcome.ADMITTED));

        assertThat(log.issued()).isEqualTo(1_500);
    }

    @Test
    void clear_forgetsAllButTheNumbers() {
        log.record(exchange().outcome(Outcome.ISSUED));

        log.clear();

        assertThat(log.kept()).isEmpty();
        assertThat(log.issued()).isZero();
        assertThat(log.record(exchange()).number()).isEqualTo(2);
    }

    @Test
    void repetition_isFoundByTheFingerprint() {
        Exchange one = log.record(exchange().fingerprint(7));

        assertThat(log.record(exchange().fingerprint(7)).repeats(one)).isTrue();
        assertThat(log.record(exchange().fingerprint(8)).repeats(one)).isFalse();
        assertThat(log.record(exchange()).repeats(log.record(exchange()))).isFalse();
    }

    private static Exchange.Builder exchange() {
        return Exchange.builder(Instant.EPOCH, "GET", "/");
    }
}
