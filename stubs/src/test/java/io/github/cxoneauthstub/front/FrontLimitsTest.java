package io.github.cxoneauthstub.front;

import static io.github.cxoneauthstub.front.TestRequests.chunked;
import static io.github.cxoneauthstub.front.TestRequests.get;
import static io.github.cxoneauthstub.front.TestRequests.head;
import static io.github.cxoneauthstub.front.TestRequests.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client may not exceed in bytes, in time and in number, with a patience that is short. */
class FrontLimitsTest {

    private static final int LINE = 16 << 10;
    private static final int HEAD = 48 << 10;
    private static final int BODY = 64 << 10;
    private static final FrontLimits LIMITS =
            new FrontLimits(LINE, HEAD, BODY, 3, Duration.ofSeconds(10), Duration.ofSeconds(10));
    private static final FrontLimits HASTY =
            new FrontLimits(LINE, HEAD, BODY, 3, Duration.ofMillis(250), Duration.ofMillis(250));

    private final TestFront front = new TestFront(LIMITS, options -> options);

    @AfterEach
    void stop() {
        front.close();
    }

    @Test
    void defaults_haveRoomForEveryHonestClient() {
        FrontLimits limits = FrontLimits.DEFAULT;

        assertThat(limits.line()).isEqualTo(16 * 1024);
        assertThat(limits.head()).isEqualTo(48 * 1024);
        assertThat(limits.body()).isEqualTo(4 * 1024 * 1024);
        assertThat(limits.clients()).isEqualTo(1000);
        assertThat(limits.patience()).isEqualTo(Duration.ofSeconds(10));
        assertThat(limits.idle()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void limitsArePositive() {
        assertThatThrownBy(() -> new FrontLimits(1, 1, 0, 1, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the limit 'body' is 0, but must be more than zero");
        assertThatThrownBy(() -> new FrontLimits(1, 1, 1, 1, Duration.ofSeconds(1), Duration.ZERO))
                .hasMessage("the limit 'idle' is 0, but must be more than zero");
    }

    @Test
    void longestRequestLine_isHandedOn() throws IOException {
        String target = "/" + "a".repeat(LINE - "GET / HTTP/1.1".length() - 2);

        assertThat(reply(get(target)).status()).isEqualTo(200);
    }

    @Test
    void longerRequestLine_isRefused() throws IOException {
        front.assertPlainRefusal(
                reply(get("/" + "a".repeat(LINE))), 414, "the request line is longer than 16384 bytes");
    }

    @Test
    void longerHeaderLine_isRefused() throws IOException {
        front.assertPlainRefusal(
                reply(head("GET /a", "X: " + "a".repeat(LINE))), 431, "a header is longer than 16384 bytes");
    }

    @Test
    void longerFoldedHeader_isRefused() throws IOException {
        String folded = "X: y" + ("\r\n " + "y".repeat(1000)).repeat(20);

        front.assertPlainRefusal(reply(head("GET /a", folded)), 431, "a header is longer than 16384 bytes");
    }

    @Test
    void longerHead_isRefused() throws IOException {
        String lines = ("X: " + "y".repeat(1000) + "\r\n").repeat(HEAD / 1000);

        front.assertPlainRefusal(reply("GET /a HTTP/1.1\r\n" + lines), 431, "the headers are longer than 49152 bytes");
    }

    @Test
    void longestBody_isHandedOn() throws IOException {
        assertThat(reply(post("X: y", "x".repeat(BODY))).status()).isEqualTo(200);
        assertThat(reply(chunked("10000\r\n" + "x".repeat(BODY) + "\r\n0\r\n\r\n"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void longerBody_isRefused() throws IOException {
        front.assertPlainRefusal(reply(post("X: y", "x".repeat(BODY + 1))), 413, "the body is longer than 65536 bytes");
    }

    @Test
    void longerChunks_areRefused() throws IOException {
        String pieces = "fff\r\n".concat("x".repeat(0xfff)).concat("\r\n").repeat(20);

        front.assertPlainRefusal(reply(chunked(pieces)), 413, "the body is longer than 65536 bytes");
    }

    @Test
    void muchLongerChunk_isRefused_thoughItsSizeIsNoInt() throws IOException {
        front.assertPlainRefusal(
                reply(chunked("fffffffffffff\r\n" + "x".repeat(BODY * 2))), 413, "the body is longer than 65536 bytes");
    }

    /** The client sends all before it reads; without the drain its connection would be reset under its answer. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 209715200", "Transfer-Encoding: chunked"})
    void bodyOf200Megabytes_isRefused_andTheClientReadsIt(String length) throws IOException {
        try (TestFront patient = new TestFront();
                Wire wire = patient.connect()) {
            wire.send(head("POST /a", length) + (length.startsWith("T") ? "c800000\r\n" : ""));
            byte[] piece = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                wire.send(piece);
            }

            patient.assertPlainRefusal(wire.reply(), 413, "the body is longer than 4194304 bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"G", "GET /a HTTP/1.1\r\nHo", "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nab"})
    void stalledRequest_isGivenUp(String begun) throws IOException {
        try (TestFront hasty = new TestFront(HASTY, options -> options);
                Wire wire = hasty.connect()) {
            Wire.Reply reply = wire.send(begun).reply();

            hasty.assertPlainRefusal(reply, 408, "the request did not arrive within 250 ms");
        }
    }

    /** Each byte ends a read, and would begin a new wait if the deadline were not one for all. */
    @ParameterizedTest
    @ValueSource(strings = {"GET /a HTTP/1.1\r\nX: ", "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 60000\r\n\r\n"})
    void slowDrip_isGivenUp(String begun) throws IOException, InterruptedException {
        try (TestFront hasty = new TestFront(HASTY, options -> options);
                Wire wire = hasty.connect()) {
            wire.send(begun);
            long before = System.nanoTime();
            while (hasty.refusals.isEmpty() && System.nanoTime() - before < 5_000_000_000L) {
                wire.send("x");
                hasty.answers.poll(20, TimeUnit.MILLISECONDS);
            }

            hasty.assertPlainRefusal(wire.reply(), 408, "the request did not arrive within 250 ms");
        }
    }

    @Test
    void silentClient_isClosedWithoutAWord() throws IOException {
        try (TestFront hasty = new TestFront(HASTY, options -> options);
                Wire fresh = hasty.connect();
                Wire kept = hasty.connect()) {
            kept.send(get("/a")).reply();

            assertThat(fresh.isAtEnd()).isTrue();
            assertThat(kept.isAtEnd()).isTrue();
            assertThat(hasty.refusals).isEmpty();
        }
    }

    @Test
    void oneClientTooMany_isClosed_andTheOthersAreServed() throws IOException {
        try (Wire one = front.connect();
                Wire two = front.connect();
                Wire three = front.connect();
                Wire four = front.connect()) {
            assertThat(four.isAtEnd()).isTrue();
            assertThat(one.send(get("/a")).reply().status()).isEqualTo(200);
            assertThat(two.send(get("/a")).reply().status()).isEqualTo(200);
            assertThat(three.send(get("/a")).reply().status()).isEqualTo(200);
        }
    }

    private Wire.Reply reply(String request) throws IOException {
        try (Wire wire = front.connect()) {
            return wire.send(request).reply();
        }
    }
}
