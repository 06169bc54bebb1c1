package io.github.cxoneauthstub.auth.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an exchange shows beside others is remembered of it, wherever in the log they were. */
class ForgottenRepetitionsTest {
    private static final Finding REPETITION =
            new Finding(Mistake.RETRIED_UNCHANGED, "the sight", "the advice", List.of(), Evidence.assumed("this test"));

    private final ExchangeLog log = new ExchangeLog();

    /** They were examined a thousand at a time, and forgotten were those before. */
    @ParameterizedTest
    @CsvSource({"1000, 1001", "500, 1001", "1001, 2000", "1001, 2001", "1900, 2500"})
    void repetition_isRememberedAsWhatItWasWhileBothWereKept(int first, int second) {
        log.remember(ForgottenRepetitionsTest::repetitions);

        IntStream.rangeClosed(1, 4_500).forEach(i -> log.record(i == first || i == second ? failed() : exchange()));

        assertThat(log.forgotten()).satisfiesExactly(kind -> assertRemembered(kind, first), kind -> {
            assertRemembered(kind, second);
            assertThat(kind.first().get(0).findings()).containsExactly(REPETITION);
        });
    }

    @ParameterizedTest
    @CsvSource({"499, 501", "500, 501", "501, 1500", "1, 1000", "600, 1400"})
    void repetition_isRememberedWhenOnlyTheLaterOneIsCleared(int first, int second) {
        log.remember(ForgottenRepetitionsTest::repetitions);
        IntStream.rangeClosed(1, 1_500).forEach(i -> log.record(i == first || i == second ? failed() : exchange()));

        log.clear();

        assertThat(log.forgotten()).satisfiesExactly(kind -> assertRemembered(kind, first), kind -> {
            assertRemembered(kind, second);
            assertThat(kind.first().get(0).findings()).containsExactly(REPETITION);
        });
    }

    @Test
    void afterAClearing_nothingIsARepetitionOfWhatWasBeforeIt() {
        log.remember(ForgottenRepetitionsTest::repetitions);
        IntStream.rangeClosed(1, 1_500).forEach(i -> log.record(i == 500 || i == 1_500 ? failed() : exchange()));
        log.clear();
        log.record(failed());
        log.clear();

        assertThat(log.forgotten())
                .flatExtracting(ExchangeLog.Forgotten::first)
                .filteredOn(each -> each.number() == 1_501)
                .singleElement()
                .satisfies(each -> assertThat(each.findings()).isEmpty());
    }

    private static void assertRemembered(ExchangeLog.Forgotten kind, int number) {
        assertThat(kind.count()).isEqualTo(1);
        assertThat(kind.first()).extracting(Exchange::number).containsExactly(number);
    }

    /** Whatever repeats one before it, shows that. */
    private static List<Exchange> repetitions(List<Exchange> oldestFirst) {
        return IntStream.range(0, oldestFirst.size())
                .mapToObj(i -> oldestFirst
                        .get(i)
                        .withFindings(
                                oldestFirst.subList(0, i).stream().anyMatch(oldestFirst.get(i)::repeats)
                                        ? List.of(REPETITION)
                                        : List.of()))
                .toList();
    }

    private static ExchangeBuilder failed() {
        return exchange()
                .rejected(new Explanation(
                        Reason.SECRET_WRONG, "a demand", "a sight", "an advice", Evidence.assumed("this test")))
                .fingerprint(7);
    }

    private static ExchangeBuilder exchange() {
        return Exchange.builder(Instant.EPOCH, "GET", "/");
    }
}
