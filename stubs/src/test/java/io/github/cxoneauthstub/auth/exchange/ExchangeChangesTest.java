package io.github.cxoneauthstub.auth.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.profile.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is noted of an exchange when it is in the log already, whether or not it was read before. */
class ExchangeChangesTest {
    private static final Instant START = Instant.parse("2026-11-21T10:15:30Z");
    private static final Instant LEFT = START.plusSeconds(3);

    private final ExchangeLog log = new ExchangeLog();

    @Test
    void answerThatLeavesBeforeTheReading_isSeenToHaveLeft() {
        int number = issued("one");

        log.left(number, LEFT);

        assertThat(at(number).underWay()).isEqualTo(new Exchange.Span(START, LEFT));
    }

    @Test
    void answerThatLeavesAfterTheReading_isSeenToHaveLeft() {
        int number = issued("one");
        Exchange before = at(number);

        log.left(number, LEFT);

        assertThat(at(number).underWay()).isEqualTo(new Exchange.Span(START, LEFT));
        assertThat(before.underWay().until()).isEqualTo(START);
        assertThat(at(number)).hasToString(before.toString());
    }

    /** The place in the ring is that of another by then. */
    @Test
    void answerThatLeavesWhenItsExchangeIsPushedOut_changesNoOther() {
        int first = issued("one");
        IntStream.rangeClosed(1, ExchangeLog.CAPACITY).forEach(i -> issued("more"));

        log.left(first, LEFT);

        assertThat(log.kept()).extracting(Exchange::underWay).containsOnly(new Exchange.Span(START, START));
    }

    @Test
    void tokenRevokedBeforeTheReading_isSeenToBe() {
        int number = issued("one");

        log.revoked(number, "one"::equals);

        int next = issued("two");
        assertThat(at(number).wasRevokedBefore(at(next))).isTrue();
        assertThat(at(number).wasRevokedBefore(at(number))).isFalse();
    }

    @Test
    void tokenRevokedAfterTheReading_isSeenToBe() {
        int number = issued("one");
        int next = issued("two");
        assertThat(at(number).wasRevokedBefore(at(next))).isFalse();

        log.revoked(number, "one"::equals);

        assertThat(at(number).wasRevokedBefore(at(next))).isTrue();
    }

    @Test
    void tokenRevokedTwice_isRevokedByTheFirst() {
        int number = issued("one");
        int next = issued("two");
        log.revoked(number, "one"::equals);
        at(number);

        log.revoked(next, "one"::equals);

        assertThat(at(number).wasRevokedBefore(at(next))).isTrue();
    }

    @Test
    void revocation_isOfTheTokensThatItNames_andOfNoneThatCameLater() {
        int one = issued("one");
        int other = issued("other");
        int later = issued("one");
        int last = issued("last");

        log.revoked(other, "one"::equals);

        assertThat(at(one).wasRevokedBefore(at(last))).isTrue();
        assertThat(at(other).wasRevokedBefore(at(last))).isFalse();
        assertThat(at(later).wasRevokedBefore(at(last))).isFalse();
    }

    @Test
    void whatIsFound_isAddedToWhatWasFoundBefore() {
        Exchange exchange = at(issued("one"));
        Exchange shown = exchange.withFindings(List.of(finding(Mistake.JSON_BODY)));
        Exchange both = shown.withFindings(List.of(finding(Mistake.HERD)));

        assertThat(exchange.withFindings(List.of())).isSameAs(exchange);
        assertThat(both.findings()).extracting(Finding::mistake).containsExactly(Mistake.JSON_BODY, Mistake.HERD);
        assertThat(both.shows(Mistake.HERD)).isTrue();
        assertThat(shown.shows(Mistake.HERD)).isFalse();
        assertThat(exchange.shows(Mistake.JSON_BODY)).isFalse();
    }

    /** They were forgotten with a clearing, so nothing later is held beside them. */
    @Test
    void exchangeBeforeAClearing_isNotLookedAtBesideLaterOnes() {
        Finding finding = finding(Mistake.RETRIED_UNCHANGED);
        log.remember(all -> all.stream()
                .map(each -> each.withFindings(
                        all.get(0).number() == 1 && each.number() > 1_002 ? List.of(finding) : List.of()))
                .toList());
        IntStream.rangeClosed(1, ExchangeLog.CAPACITY + 2).forEach(i -> issued("more"));
        log.clear();

        issued("after");
        log.clear();

        assertThat(log.forgotten()).isEmpty();
    }

    /** Those of one ring are looked at together when the first is pushed out, the others of them before their turn. */
    @Test
    void whatWasLookedAtBeforeAClearing_isRememberedOnce() {
        Finding finding = finding(Mistake.JSON_BODY);
        log.remember(all -> all.stream()
                .map(each -> each.withFindings(each.number() == 2 ? List.of(finding) : List.of()))
                .toList());
        IntStream.rangeClosed(0, ExchangeLog.CAPACITY).forEach(i -> issued("more"));
        log.clear();

        IntStream.rangeClosed(0, ExchangeLog.CAPACITY).forEach(i -> issued("more"));

        assertThat(log.forgotten()).extracting(ExchangeLog.Forgotten::count).containsExactly(1);
    }

    private int issued(String token) {
        return log.record(
                Exchange.builder(START, "POST", "/oauth/token")
                        .outcome(Outcome.ISSUED)
                        .token(token, START.plus(Duration.ofHours(1))),
                whole -> {});
    }

    private Exchange at(int number) {
        return log.kept().get(number - 1);
    }

    private static Finding finding(Mistake mistake) {
        return new Finding(mistake, "the sight", "the advice", List.of(), Evidence.assumed("this test"));
    }
}
