package io.github.cxoneauthstub.front;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.github.cxoneauthstub.front.TestRequests.CANARY;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the listener is told and when, and what becomes of a request when the engine, or the listener, fails. */
class FrontListenerTest {

    @Test
    void answerIsTold_beforeItsFirstByteLeaves() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        try (TestFront front = new TestFront();
                Wire wire = front.connect()) {
            front.whenAnswering = request -> awaitQuietly(released);
            wire.send(TestRequests.get("/a"));
            front.awaitAnswer();

            assertThat(wire.hasNothingYet()).isTrue();
            released.countDown();
            assertThat(wire.reply().status()).isEqualTo(200);
        }
    }

    @Test
    void leavingIsTold_beforeTheLastByteAndAfterTheDelay() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        CompletableFuture<Long> told = new CompletableFuture<>();
        try (TestFront front = new TestFront();
                Wire wire = front.connect()) {
            front.server.stubFor(get("/stub/slow").willReturn(ok("whole").withFixedDelay(300)));
            front.whenAnswering = request -> told.complete(System.nanoTime());
            CompletableFuture<Long> leaving = new CompletableFuture<>();
            front.whenLeaving = request -> {
                leaving.complete(System.nanoTime());
                awaitQuietly(released);
            };
            wire.send(TestRequests.get("/stub/slow"));

            assertThat(Duration.ofNanos(leaving.get(20, TimeUnit.SECONDS) - told.get(20, TimeUnit.SECONDS)))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(300));
            assertThat(wire.hasNothingYet()).isTrue();
            released.countDown();
            assertThat(wire.reply().body()).isEqualTo("whole");
        }
    }

    @Test
    void listenerReadsWhatTheFilterAttached_onTheSameThread() throws Exception {
        CompletableFuture<Optional<Object>> seen = new CompletableFuture<>();
        CompletableFuture<Thread> seenOn = new CompletableFuture<>();
        try (TestFront front = new TestFront(FrontLimits.DEFAULT, options -> options.extensions(new Attaching()))) {
            front.whenAnswering = request -> {
                seen.complete(request.attachment());
                seenOn.complete(Thread.currentThread());
            };
            front.get("/stub");

            assertThat(seen.get(20, TimeUnit.SECONDS)).contains(seenOn.get(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void listenerThatThrows_changesNothingForTheClient() throws IOException {
        try (TestFront front = new TestFront();
                Wire wire = front.connect()) {
            front.whenAnswering = request -> {
                throw new AssertionError(CANARY);
            };

            assertThat(wire.send(TestRequests.get("/a")).reply().body()).isEqualTo("handled");
            assertThat(wire.send(TestRequests.get("/a")).reply().body()).isEqualTo("handled");
            assertThat(front.log)
                    .hasSize(2)
                    .allSatisfy(logged -> assertThat(logged)
                            .startsWith("the front's listener failed\n")
                            .contains("java.lang.AssertionError")
                            .doesNotContain(CANARY));
        }
    }

    @Test
    void answerOfNoStub_isToldApartFromA404OfAStub() throws IOException {
        try (TestFront front = new TestFront()) {
            front.server.stubFor(get("/stub/404").willReturn(notFound()));

            front.get("/stub/404");
            front.get("/stub/nothing");

            assertThat(front.answers).containsExactly(404, 404);
            assertThat(front.matched).containsExactly(true, false);
        }
    }

    @Test
    void engineThatFails_isAnsweredFor_once() throws IOException {
        try (TestFront front = failing(() -> new IllegalStateException(CANARY + " in a message"))) {
            front.server.stubFor(get(urlPathEqualTo("/stub")).willReturn(ok()));

            Wire.Reply failed = front.get("/stub?client_secret=" + CANARY);

            assertThat(failed.status()).isEqualTo(500);
            assertThat(failed.body()).isEqualTo("a stub or an extension of this server failed\n");
            assertThat(front.answers).containsExactly(500);
            assertThat(front.log)
                    .singleElement()
                    .satisfies(logged -> assertThat(logged)
                            .startsWith("no answer to GET /stub\n")
                            .contains("java.lang.IllegalStateException", "at " + Failing.class.getName())
                            .doesNotContain(CANARY));
        }
    }

    static Stream<Throwable> whatWireMockLetsThrough() {
        return Stream.of(new StackOverflowError(CANARY), new AssertionError(CANARY), new IOException(CANARY));
    }

    @ParameterizedTest
    @MethodSource("whatWireMockLetsThrough")
    void errorsAndCheckedExceptions_areAnsweredForToo(Throwable failure) throws IOException {
        try (TestFront front = failing(() -> failure)) {
            front.server.stubFor(get("/stub").willReturn(ok()));

            assertThat(front.get("/stub").status()).isEqualTo(500);
            assertThat(front.get("/a").status()).isEqualTo(200);
        }
    }

    @Test
    void illegalArgument_isTheRequestsFault() throws IOException {
        try (TestFront front = failing(() -> new IllegalArgumentException(CANARY))) {
            front.server.stubFor(get("/stub").willReturn(ok()));

            Wire.Reply reply = front.get("/stub");

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body()).isEqualTo("WireMock cannot read this request\n");
            assertThat(front.answers).containsExactly(400);
        }
    }

    /** WireMock 3 throws at it as soon as a stub matches on the body; WireMock 4 does not. */
    @Test
    void unknownCharset_isNoServerError() throws IOException {
        try (TestFront front = new TestFront();
                Wire wire = front.connect()) {
            front.server.stubFor(post("/stub").withRequestBody(containing("x")).willReturn(ok()));
            String type = "Content-Type: application/json; charset=" + CANARY;

            wire.send(TestRequests.head("POST /stub", type, "Content-Length: 2") + "{}");

            assertThat(wire.reply().status()).isBetween(400, 404);
            assertThat(front.answers).hasSize(1);
        }
    }

    @Test
    void failureAfterTheAnswer_isLoggedOnly() throws IOException {
        try (TestFront front = new TestFront(FrontLimits.DEFAULT, options -> options.extensions(new FailingLate()));
                Wire wire = front.connect()) {
            assertThat(wire.send(TestRequests.get("/a")).reply().status()).isEqualTo(200);
            assertThat(wire.send(TestRequests.get("/a")).reply().status()).isEqualTo(200);
            assertThat(front.answers).containsExactly(200, 200);
            assertThat(front.log).isNotEmpty().noneMatch(logged -> logged.contains(CANARY));
        }
    }

    private static TestFront failing(Supplier<Throwable> failure) {
        return new TestFront(FrontLimits.DEFAULT, options -> options.extensions(new Failing(failure)));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Attaching implements StubRequestFilterV2 {
        @Override
        public RequestFilterAction filter(Request request, ServeEvent event) {
            if (request instanceof WireRequest sent) {
                sent.attach(Thread.currentThread());
            }
            return RequestFilterAction.continueWith(request);
        }

        @Override
        public String getName() {
            return "attaching";
        }
    }

    private record Failing(Supplier<Throwable> failure) implements ResponseTransformerV2 {
        @Override
        public Response transform(Response response, ServeEvent event) {
            if (event.getRequest().getUrl().matches("/stub(\\?.*)?")) {
                Failing.<RuntimeException>fail(failure.get());
            }
            return response;
        }

        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        private static <T extends Throwable> void fail(Throwable failure) throws T {
            throw (T) failure;
        }

        @Override
        public String getName() {
            return "failing";
        }
    }

    private static final class FailingLate implements ServeEventListener {
        @Override
        public void afterComplete(ServeEvent event, Parameters parameters) {
            throw new UncheckedIOException(new IOException(CANARY));
        }

        @Override
        public String getName() {
            return "failing-late";
        }
    }
}
