package io.github.cxoneauthstub.front;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * WireMock on a front, and all that is heard of it. A filter answers all requests with "handled", except those to
 * {@code /stub...} and {@code /__admin}.
 */
final class TestFront implements AutoCloseable {

    record Refusal(String method, String target, int status, String reason) {}

    final Queue<WireRequest> requests = new ConcurrentLinkedQueue<>();
    final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    final Queue<Boolean> matched = new ConcurrentLinkedQueue<>();
    final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
    final Queue<String> log = new ConcurrentLinkedQueue<>();
    /** What the listener does besides keeping what it hears. */
    volatile Consumer<WireRequest> whenAnswering = request -> {};

    volatile Consumer<WireRequest> whenLeaving = request -> {};

    final Front front;
    final WireMockServer server;

    TestFront() {
        this(FrontLimits.DEFAULT, options -> options);
    }

    TestFront(FrontLimits limits, UnaryOperator<WireMockConfiguration> options) {
        front = new Front(limits, new Recorder(), Front.Admin.SERVED);
        server = new WireMockServer(options.apply(options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .usingFilesUnderDirectory("target")
                .httpServerFactory(front.factory())
                .stubRequestLoggingDisabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .notifier(new LogKeeper())
                .extensions(new WireFilter())));
        server.start();
        log.clear();
    }

    Wire connect() throws IOException {
        return new Wire(server.port());
    }

    Wire.Reply get(String path) throws IOException {
        try (Wire wire = connect()) {
            return wire.send("GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n").reply();
        }
    }

    /** Waits until the engine has made an answer, which may then be held back by a delay. */
    void awaitAnswer() throws InterruptedException {
        assertThat(answers.poll(20, TimeUnit.SECONDS)).isNotNull();
    }

    /** The reply is one plain sentence, the listener heard the same once, the engine heard nothing, the log neither. */
    void assertPlainRefusal(Wire.Reply reply, int status, String reason) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo(reason + "\n").doesNotContain(TestRequests.CANARY);
        assertThat(reply.has("Content-Type: text/plain; charset=utf-8")).isTrue();
        assertThat(reply.has("Connection: close")).isTrue();
        assertThat(refusals).singleElement().satisfies(heard -> {
            assertThat(heard.status()).isEqualTo(status);
            assertThat(heard.reason()).isEqualTo(reason);
        });
        assertThat(requests).isEmpty();
        assertThat(log).isEmpty();
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Recorder implements FrontListener {
        @Override
        public void answering(WireRequest request, int status, boolean match) {
            requests.add(request);
            answers.add(status);
            matched.add(match);
            whenAnswering.accept(request);
        }

        @Override
        public void leaving(WireRequest request) {
            whenLeaving.accept(request);
        }

        @Override
        public void refused(String method, String target, int status, String reason) {
            refusals.add(new Refusal(method, target, status, reason));
        }

        @Override
        public void notAgreed(Disagreement why) {
            refusals.add(new Refusal("", "", 0, why.sentence()));
        }
    }

    private static final class WireFilter implements StubRequestFilterV2 {
        @Override
        public RequestFilterAction filter(Request request, ServeEvent event) {
            boolean wire = request instanceof WireRequest sent && sent.target().matches("(?s)(?!/stub|/__admin).*");
            return wire
                    ? RequestFilterAction.stopWith(new ResponseDefinitionBuilder()
                            .withStatus(200)
                            .withBody("handled")
                            .build())
                    : RequestFilterAction.continueWith(request);
        }

        @Override
        public String getName() {
            return "wire";
        }
    }

    private final class LogKeeper implements Notifier {
        @Override
        public void info(String message) {
            log.add(message);
        }

        @Override
        public void error(String message) {
            log.add(message);
        }

        @Override
        public void error(String message, Throwable thrown) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            log.add(message + "\n" + trace);
        }
    }
}
