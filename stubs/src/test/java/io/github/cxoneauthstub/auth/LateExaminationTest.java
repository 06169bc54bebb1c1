package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.ID;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static io.github.cxoneauthstub.auth.TestServer.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.diagnosis.Detectors;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An exchange is examined when somebody reads it, and says what it would have said at once. */
class LateExaminationTest {
    private static final String OTHER = "an0ther-one";

    private final AtomicInteger asked = new AtomicInteger();
    private final TestServer counted =
            TestServer.with(Configuration.builder().client(TestServer.REPORTING).build(), new Counting(asked));

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments(
                        "the secret sent becomes the right one",
                        change(view -> view.clients().rotateSecret(ID, OTHER))),
                arguments("the client goes", change(view -> view.clients().remove(ID))),
                arguments(
                        "another client gets the secret",
                        change(view -> view.clients().register(Client.of("billing", OTHER)))),
                arguments(
                        "a client gets the id",
                        change(view -> view.clients().register(Client.of("Reporting", SECRET)))),
                arguments(
                        "a secret is a word of the sentences",
                        change(view -> view.clients().rotateSecret(ID, "nobody"))),
                arguments("a day passes", change(view -> view.clock().advance(Duration.ofDays(1)))),
                arguments("the tokens are revoked", change(view -> view.tokens().revokeAll())));
    }

    private static Consumer<SimulationView> change(Consumer<SimulationView> change) {
        return change;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void whatChangesAfterARequest_changesNoFindingOfIt(String what, Consumer<SimulationView> change) {
        TestServer prompt = TestServer.withDefaults().diagnosing();
        TestServer late = TestServer.withDefaults().diagnosing();
        List<String> atOnce =
                requests().map(request -> print(prompt.exchange(request))).toList();
        assertThat(atOnce).allMatch(printed -> printed.contains(": "));

        requests().forEach(late::answer);
        change.accept(late.view());

        assertThat(late.view().exchanges().all())
                .extracting(LateExaminationTest::print)
                .isEqualTo(atOnce);
    }

    private static Stream<TestRequest> requests() {
        return Stream.of(
                Findings.encoded(ID, OTHER),
                Findings.basic("Reporting", SECRET),
                Findings.form(ID, SECRET),
                TestRequest.get("/users/me").bearer("undefined"));
    }

    private static String print(Exchange exchange) {
        return exchange + "\n" + exchange.findings() + "\n" + exchange.curl();
    }

    @Test
    void revokedToken_isToldAsItWasWhenItWasPresented() {
        TestServer server = TestServer.withDefaults().diagnosing();
        String token = server.view().tokens().issue(ID).value();
        TestRequest call = TestRequest.get("/users/me").bearer(token);

        server.answer(call);
        server.view().tokens().revokeAll();
        server.answer(call);
        server.view().clock().advance(Duration.ofDays(2));

        List<Exchange> exchanges = server.view().exchanges().all();
        assertThat(exchanges.get(0).findings()).isEmpty();
        assertThat(exchanges.get(1).findings())
                .extracting(Finding::seen)
                .singleElement()
                .asString()
                .endsWith("; 86400 s of its 86400 s were left");
    }

    @Test
    void exchangeThatNobodyReads_isNotExamined() {
        counted.answer(Findings.encoded(ID, OTHER));

        assertThat(counted.view().exchanges().issuedTokens()).isZero();
        assertThat(asked).hasValue(0);
    }

    @Test
    void exchangeThatIsReadAgain_isExaminedOnce() {
        counted.answer(Findings.encoded(ID, OTHER));

        Exchange first = counted.view().exchanges().last();
        counted.answer(Findings.encoded(ID, SECRET));

        assertThat(counted.view().exchanges().all().get(0).findings()).isEqualTo(first.findings());
        assertThat(asked).hasValue(2);
    }

    /** A page asks for all of them every second. */
    @Test
    void exchangesThatDidNotChange_areTheSameList() {
        counted.answer(Findings.encoded(ID, OTHER));
        List<Exchange> all = counted.view().exchanges().all();

        assertThat(counted.view().exchanges().all()).isSameAs(all);
        counted.answer(Findings.encoded(ID, OTHER));
        assertThat(counted.view().exchanges().all()).hasSize(2).first().isSameAs(all.get(0));
    }

    /** A thousand of them would be kept otherwise, each of megabytes. */
    @Test
    void largeRequest_isExaminedAtOnce() {
        TestRequest request = TestRequest.token(OAUTH).basic(ID, OTHER);

        counted.answer(request.plus("x=" + "x".repeat(Recorder.MOST_KEPT)));
        counted.answer(request.query("x=" + "x".repeat(Recorder.MOST_KEPT)));
        counted.answer(request.with("X", "x".repeat(Recorder.MOST_KEPT)));

        assertThat(asked).hasValue(3);
        assertThat(counted.view().exchanges().all())
                .hasSize(3)
                .allSatisfy(exchange -> assertThat(exchange.curl()).isPresent());
        assertThat(asked).hasValue(3);
    }

    private record Counting(AtomicInteger asked, Diagnosis counted) implements Diagnosis {
        Counting(AtomicInteger asked) {
            this(asked, new Detectors());
        }

        @Override
        public List<Finding> of(Case decided) {
            asked.incrementAndGet();
            return counted.of(decided);
        }

        @Override
        public List<Exchange> over(List<Exchange> oldestFirst) {
            return counted.over(oldestFirst);
        }
    }
}
