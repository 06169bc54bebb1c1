package io.github.cxoneauthstub.auth.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
    void kept_isTheSameUntilSomethingChanges() {
        log.record(exchange());
        var first = log.kept();
        assertThat(log.kept()).isSameAs(first);

        log.record(exchange());
        var second = log.kept();
        assertThat(second).hasSize(2);

        log.clear();
        assertThat(log.kept()).isEmpty();
        assertThat(second).hasSize(2);
    }

    /** What is entered while the others are completed is not lost. */
    @Test
    void exchangeThatIsEnteredDuringAReading_isInTheNextOne() {
        log.record(exchange(), first -> log.record(exchange()));

        assertThat(log.kept()).hasSize(1);
        assertThat(log.kept()).hasSize(2);
    }

    @Test
    void exchange_isCompletedOnceAndWhenItIsRead() {
        AtomicInteger times = new AtomicInteger();
        log.record(exchange().outcome(Outcome.ISSUED), exchange -> exchange.note("read " + times.incrementAndGet()));

        assertThat(log.issued()).isEqualTo(1);
        assertThat(times).hasValue(0);
        assertThat(log.kept()).extracting(Exchange::note).containsExactly("read 1");
        assertThat(log.kept()).extracting(Exchange::note).containsExactly("read 1");
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
    void whatWentWrong_isRememberedBeyondTheRingAndTheClearing() {
        log.remember(all -> all);
        log.record(refused());
        IntStream.rangeClosed(1, ExchangeLog.CAPACITY).forEach(i -> log.record(exchange()));
        assertThat(log.kept()).hasSize(ExchangeLog.CAPACITY);
        assertThat(log.forgotten()).singleElement().satisfies(kind -> {
            assertThat(kind.count()).isEqualTo(1);
            assertThat(kind.first()).extracting(Exchange::number).containsExactly(1);
        });

        IntStream.rangeClosed(1, 20).forEach(i -> log.record(refused()));
        log.clear();

        assertThat(log.forgotten()).singleElement().satisfies(kind -> {
            assertThat(kind.count()).isEqualTo(21);
            assertThat(kind.first())
                    .hasSize(Incidents.FEW)
                    .extracting(Exchange::number)
                    .startsWith(1, 1_002);
        });
        assertThat(log.lastNumber()).isEqualTo(1_021);
    }

    @Test
    void whatShowsBesideOthers_isLookedForBeforeItIsForgotten() {
        Finding finding = new Finding(
                Mistake.RETRIED_UNCHANGED, "the sight", "the advice", List.of(), Evidence.assumed("this test"));
        log.remember(all -> all.stream()
                .map(each -> each.withFindings(each.number() % 1_000 == 7 ? List.of(finding) : List.of()))
                .toList());

        IntStream.rangeClosed(1, 2_500).forEach(i -> log.record(exchange()));
        assertThat(log.forgotten())
                .flatExtracting(ExchangeLog.Forgotten::first)
                .extracting(Exchange::number)
                .containsExactly(7, 1_007);

        log.clear();
        assertThat(log.forgotten())
                .flatExtracting(ExchangeLog.Forgotten::first)
                .extracting(Exchange::number)
                .containsExactly(7, 1_007, 2_007);
    }

    @Test
    void whatWentWrong_isForgottenUnlessItIsToBeRemembered() {
        log.record(refused());
        log.clear();

        assertThat(log.forgotten()).isEmpty();
    }

    private static ExchangeBuilder refused() {
        return exchange()
                .rejected(new Explanation(
                        Reason.SECRET_WRONG, "a demand", "a sight", "an advice", Evidence.assumed("this test")));
    }

    @Test
    void repetition_isFoundByTheFingerprint() {
        Exchange one = log.record(exchange().fingerprint(7));

        assertThat(log.record(exchange().fingerprint(7)).repeats(one)).isTrue();
        assertThat(log.record(exchange().fingerprint(8)).repeats(one)).isFalse();
        assertThat(log.record(exchange()).repeats(log.record(exchange()))).isFalse();
    }

    private static ExchangeBuilder exchange() {
        return Exchange.builder(Instant.EPOCH, "GET", "/");
    }
}
