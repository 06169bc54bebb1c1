package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Span;
import io.github.cxoneauthstub.diagnosis.Detectors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How long a request was under way: by the clock of the machine, from its arrival until its answer leaves. */
class TimeUnderWayTest {
    private final TestServer server = TestServer.with(
            Configuration.builder().client(TestServer.REPORTING).build(), new Detectors(), new Ticking());

    @BeforeEach
    void virtualTimeIsAnother() {
        server.view().clock().advance(Duration.ofDays(300));
    }

    static Stream<TestRequest> requests() {
        return Stream.of(
                TestRequest.token(TestServer.OAUTH),
                TestRequest.tokenByBody(TestServer.OAUTH).body("x=1"),
                TestRequest.get("/users/me"),
                TestRequest.get("/auth/jwks"),
                TestRequest.get("/nowhere"),
                TestRequest.token(TestServer.OAUTH).body("x=" + "1".repeat(Recorder.MOST_KEPT)));
    }

    /** It began with the decision, so that of two requests that were decided at once none was under way for long. */
    @ParameterizedTest
    @MethodSource("requests")
    void request_isUnderWayFromItsArrivalUntilItsAnswerLeaves(TestRequest request) {
        Instant before = server.server().simulation().time().real();
        Runnable leaving = put(request);
        Instant recorded = server.server().simulation().time().real();
        leaving.run();
        Instant after = server.server().simulation().time().real();

        Span span = span();
        assertThat(span.from()).isEqualTo(before.plusMillis(1));
        assertThat(span.until()).isAfter(recorded).isBefore(after);
    }

    @Test
    void answerThatIsHeld_isDueWhenItIsLetGo() {
        server.view().next().heldFor(Duration.ofSeconds(5));
        put(TestRequest.token(TestServer.OAUTH));

        assertThat(Duration.between(span().from(), span().until()))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
    }

    /** It was under way in the virtual time, and all others in that of the machine. */
    @Test
    void whatTheTestAnswered_isInTheTimeOfTheMachineToo() {
        server.view().next().tooManyRequests(Duration.ofSeconds(5));
        Runnable leaving = put(TestRequest.token(TestServer.OAUTH));

        assertIsReal(span());
        Instant due = span().until();
        leaving.run();
        assertThat(span().until()).isAfter(due);
    }

    @Test
    void whatAStubOfTheTestAnswered_isUnderWayUntilItsAnswerLeaves() {
        Reply.PassOn reply =
                (Reply.PassOn) server.server().reply(TestRequest.get("/nowhere").arrived());
        Runnable leaving = reply.passage().answered(200, true);
        assertIsReal(span());
        Instant due = span().until();

        leaving.run();

        assertThat(span().until()).isAfter(due);
    }

    /** Without it, a wait that one client was asked for was held against every other one. */
    @Test
    void whatTheTestAnswered_tellsWhichClientWasAsked() {
        String token = server.view().tokens().issue(TestServer.ID).value();
        server.view().next().times(1).tooManyRequests(Duration.ofSeconds(5));
        put(TestRequest.tokenByBody(TestServer.OAUTH));
        assertThat(server.view().exchanges().last().clientId()).contains(TestServer.ID);

        server.view().next().atResources().tooManyRequests(Duration.ofSeconds(5));
        put(TestRequest.get("/users/me").bearer(token));
        assertThat(server.view().exchanges().last().clientId()).contains(TestServer.ID);

        server.view().next().tooManyRequests(Duration.ofSeconds(5));
        put(TestRequest.token(TestServer.OAUTH).basic("nobody", "x"));
        assertThat(server.view().exchanges().last().clientId()).isEmpty();
    }

    @Test
    void whatTheFrontRefused_isInTheTimeOfTheMachineToo() {
        server.server().unreadable("", "", 400, "the request line is no request line");

        assertIsReal(span());
    }

    @Test
    void requestAfterTheAnswerOfAnother_doesNotOverlapIt() {
        put(TestRequest.token(TestServer.OAUTH)).run();
        Exchange first = server.view().exchanges().last();
        put(TestRequest.token(TestServer.OAUTH)).run();

        assertThat(span().overlaps(first.underWay())).isFalse();
        assertThat(server.view().exchanges().last().isAfter(first)).isTrue();
        assertThat(first.isAfter(first)).isFalse();
    }

    @Test
    void answerThatLeavesAfterItsExchangeIsForgotten_changesNothing() {
        Runnable late = put(TestRequest.token(TestServer.OAUTH));
        server.view().exchanges().clear();
        put(TestRequest.get("/nowhere")).run();
        Span other = span();

        late.run();

        assertThat(server.view().exchanges().all()).hasSize(1);
        assertThat(span()).isEqualTo(other);
    }

    private static void assertIsReal(Span span) {
        assertThat(span.from()).isBefore(TestServer.NOW.plus(Duration.ofDays(1)));
        assertThat(span.until()).isAfter(span.from());
    }

    private Span span() {
        return server.view().exchanges().last().underWay();
    }

    /** What is to be run when the answer leaves. */
    private Runnable put(TestRequest request) {
        Reply reply = server.server().reply(request.arrived());
        return reply instanceof Reply.PassOn passOn
                ? passOn.passage().answered(404, false)
                : ((Reply.Answered) reply).leaving();
    }

    /** Each look at it is a millisecond later than the one before. */
    private static final class Ticking extends Clock {
        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public Instant instant() {
            return TestServer.NOW.plusMillis(looks.incrementAndGet());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
