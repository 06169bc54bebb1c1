package io.github.cxoneauthstub.auth.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Finding.CodeLine;
import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {
    private static final Instant START = Instant.parse("2026-11-21T10:15:30Z");
    private static final String WHERE = "profile OAUTH_TOKEN, 127.0.0.1:4711";
    private static final String FIRST_LINE =
            "what the CXone endpoint saw (profile OAUTH_TOKEN, 127.0.0.1:4711, virtual time 2026-11-21T10:15:30Z):";

    @Test
    void noExchange_isSaid() {
        assertThat(Timeline.print(List.of(), WHERE, START))
                .isEqualTo(FIRST_LINE
                        + "\n  nothing: no request arrived at this address; a client that was built with another CxoneAuth asks"
                        + " another");
    }

    @Test
    void exchanges_arePrintedOneLineEachAndRefusedOnesWithTheirReason() {
        Exchange issued = Exchange.builder(START.plusMillis(12), "POST", "/oauth/token")
                .askedOf(Kind.TOKEN, "OAUTH_TOKEN")
                .answered(200, "")
                .note("token issued to reporting (by Basic)")
                .build(1);
        Exchange refused = Exchange.builder(START.plus(Duration.ofHours(25)), "GET", "/users/me")
                .answered(401, "invalid_token")
                .note("again")
                .rejected(new Explanation(
                        Reason.TOKEN_EXPIRED, "the demand", "the sight", "the advice", Evidence.claimed("thread 003")))
                .build(2);
        Exchange unreadable = Exchange.builder(START, "", "").answered(400, "").build(3);

        assertThat(Timeline.print(List.of(issued, refused, unreadable), WHERE, START))
                .isEqualTo(FIRST_LINE + """

                #1 +0.012s POST /oauth/token  -> 200 token issued to reporting (by Basic)
                #2 +25h0m0.000s GET /users/me  -> 401 invalid_token, again
                   rule      token-not-expired: the demand
                   seen      the sight
                   advice    the advice
                   evidence  CLAIMED: thread 003
                #3 +0.000s (unreadable)  -> 400""");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, +0.000s",
        "PT59.999S, +59.999s",
        "PT1M, +1m0.000s",
        "PT1H, +1h0m0.000s",
        "PT100H1M1.5S, +100h1m1.500s",
        "PT-0.5S, -0.500s",
        "PT-25H, -25h0m0.000s"
    })
    void time_isCountedFromTheStart(Duration passed, String text) {
        Exchange exchange = Exchange.builder(START.plus(passed), "GET", "/")
                .answered(200, "")
                .build(1);

        assertThat(Timeline.print(List.of(exchange), WHERE, START)).contains("\n#1 " + text + " GET /  -> 200");
    }

    @Test
    void connectionWithoutARequest_hasNoStatus() {
        Exchange exchange = Exchange.builder(START, "TLS", "handshake").build(1);

        assertThat(Timeline.print(List.of(exchange), WHERE, START))
                .contains("\n#1 +0.000s TLS handshake  -> no answer");
        assertThat(exchange).hasToString("#1 TLS handshake -> no answer");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 29, 30})
    void thirtyExchanges_areAllPrinted(int count) {
        assertThat(lines(count)).hasSize(1 + count).noneMatch(line -> line.contains("more"));
    }

    @Test
    void oneMoreThanThirty_isCounted() {
        List<String> lines = lines(31);

        assertThat(lines).hasSize(1 + 31);
        assertThat(lines.get(5)).startsWith("#5 ");
        assertThat(lines.get(6)).isEqualTo("  ... 1 more ...");
        assertThat(lines.get(7)).startsWith("#7 ");
        assertThat(lines.get(31)).startsWith("#31 ");
    }

    @Test
    void manyExchanges_areCutToTheFirstAndTheLast() {
        List<String> lines = lines(1_000);

        assertThat(lines).hasSize(1 + Timeline.FIRST + 1 + Timeline.LAST);
        assertThat(lines.get(6)).isEqualTo("  ... 970 more ...");
        assertThat(lines.get(7)).startsWith("#976 ");
    }

    @Test
    void refusedBetween_isPrintedInItsPlace() {
        List<String> lines = lines(IntStream.rangeClosed(1, 1_000)
                .mapToObj(number -> number == 500 ? refused(number) : served(number))
                .toList());

        assertThat(lines.subList(6, 13))
                .containsExactly(
                        "  ... 494 more ...",
                        "#500 +0.000s GET /users/me  -> 401",
                        "   rule      token-not-expired: the demand",
                        "   seen      the sight",
                        "   advice    the advice",
                        "   evidence  CLAIMED: thread 003",
                        "  ... 475 more ...");
        assertThat(lines.get(13)).startsWith("#976 ");
    }

    @Test
    void manyRefusedBetween_areTheFirstTenAndACount() {
        List<String> lines = lines(IntStream.rangeClosed(1, 1_000)
                .mapToObj(number -> number % 2 == 0 ? refused(number) : served(number))
                .toList());

        assertThat(lines.stream().filter(line -> line.matches("#\\d+ .*") || line.startsWith("  ...")))
                .startsWith("#1 +0.000s GET /  -> 200", "#2 +0.000s GET /users/me  -> 401")
                .containsSubsequence(
                        "#5 +0.000s GET /  -> 200",
                        "#6 +0.000s GET /users/me  -> 401",
                        "  ... 1 more ...",
                        "#24 +0.000s GET /users/me  -> 401",
                        "  ... 951 more, of which 475 were refused ...",
                        "#976 +0.000s GET /users/me  -> 401")
                .hasSize(Timeline.FIRST + 10 + 10 + Timeline.LAST);
    }

    @Test
    void acceptedBetweenWithAMistake_isPrintedWhereNotTooManyWereRefused() {
        List<Exchange> exchanges = new ArrayList<>(
                IntStream.rangeClosed(1, 100).mapToObj(TimelineTest::served).toList());
        exchanges.set(19, found(20));
        assertThat(lines(exchanges)).contains("  ... 14 more ...", "   found     json-body: the sight");

        IntStream.rangeClosed(30, 38).forEach(number -> exchanges.set(number - 1, refused(number)));
        assertThat(lines(exchanges)).contains("#20 +0.000s GET /  -> 200", "#38 +0.000s GET /users/me  -> 401");

        exchanges.set(38, refused(39));
        assertThat(lines(exchanges))
                .contains("  ... 24 more ...", "#39 +0.000s GET /users/me  -> 401", "  ... 36 more ...")
                .doesNotContain("#20 +0.000s GET /  -> 200");
    }

    /** One that is refused and shows a mistake takes one place of those that are printed, not two. */
    @Test
    void refusedBetweenWithAMistake_isCountedOnce() {
        List<Exchange> exchanges = new ArrayList<>(
                IntStream.rangeClosed(1, 100).mapToObj(TimelineTest::served).toList());
        IntStream.rangeClosed(10, 15)
                .forEach(number -> exchanges.set(
                        number - 1, refused(number).withFindings(found(number).findings())));
        IntStream.rangeClosed(20, 25).forEach(number -> exchanges.set(number - 1, found(number)));

        assertThat(lines(exchanges))
                .contains("#15 +0.000s GET /users/me  -> 401", "#23 +0.000s GET /  -> 200")
                .doesNotContain("#24 +0.000s GET /  -> 200");
    }

    @Test
    void finding_isPrintedWithItsAdviceUnlessTheRuleSaidIt_andItsFirstLineOfCode() {
        Exchange exchange = refused(1)
                .withFindings(List.of(
                        new Finding(
                                Mistake.JSON_BODY,
                                "the sight",
                                "another advice",
                                List.of(new CodeLine("axios", "the line"), new CodeLine("curl", "the other")),
                                Evidence.claimed("thread 003")),
                        new Finding(Mistake.HERD, "too", "the advice", List.of(), Evidence.claimed("thread 003"))));

        assertThat(lines(List.of(exchange)).subList(5, 10))
                .containsExactly(
                        "   evidence  CLAIMED: thread 003",
                        "   found     json-body: the sight",
                        "   advice    another advice",
                        "   code      axios: the line",
                        "   found     herd: too");
    }

    private static Exchange served(int number) {
        return Exchange.builder(START, "GET", "/").answered(200, "").build(number);
    }

    private static Exchange found(int number) {
        return Exchange.builder(START, "GET", "/")
                .answered(200, "")
                .findings(List.of(new Finding(
                        Mistake.JSON_BODY, "the sight", "the advice", List.of(), Evidence.claimed("thread 003"))))
                .build(number);
    }

    private static Exchange refused(int number) {
        return Exchange.builder(START, "GET", "/users/me")
                .answered(401, "")
                .rejected(new Explanation(
                        Reason.TOKEN_EXPIRED, "the demand", "the sight", "the advice", Evidence.claimed("thread 003")))
                .build(number);
    }

    private static List<String> lines(List<Exchange> exchanges) {
        return Timeline.print(exchanges, WHERE, START).lines().toList();
    }

    private static List<String> lines(int count) {
        return lines(
                IntStream.rangeClosed(1, count).mapToObj(TimelineTest::served).toList());
    }
}
