package io.github.cxoneauthstub.front;

import static io.github.cxoneauthstub.front.TestRequests.CANARY;
import static io.github.cxoneauthstub.front.TestRequests.chunked;
import static io.github.cxoneauthstub.front.TestRequests.get;
import static io.github.cxoneauthstub.front.TestRequests.head;
import static io.github.cxoneauthstub.front.TestRequests.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken requests, byte for byte, each turned away at once with a reason that quotes nothing of what was sent. */
class WireRefusalsTest {

    private static final String FIRST_LINE = "the first line is not 'METHOD target HTTP/1.1'";
    private static final String VERSION = "only HTTP/1.1 and HTTP/1.0 are spoken here";
    private static final String TARGET = "the request target is neither a path nor a URL";
    private static final String HEADER = "a header is not 'name: value'";
    private static final String HEADER_1 = "header 1 is not 'name: value'";
    private static final String HEADER_2 = "header 2 is not 'name: value'";
    private static final String TWO_LENGTHS = "the length of the body is given more than once";
    private static final String CODING = "the only Transfer-Encoding understood is 'chunked', in HTTP/1.1";
    private static final String LENGTH = "Content-Length is not a number of bytes";
    private static final String SIZE = "a chunk is longer than its size, or its size is no hexadecimal number";
    private static final String CHUNKS = "the chunks of the body are broken";
    private static final String FRAME = "a line that frames chunks is longer than 16384 bytes";
    private static final String FRAMES = "the lines that frame chunks are longer than 16384 bytes";

    private final TestFront front = new TestFront();

    @AfterEach
    void stop() {
        front.close();
    }

    static Stream<Arguments> brokenFirstLine() {
        return Stream.of(
                arguments("target without slash", get(CANARY), TARGET),
                arguments("asterisk form of GET", get("*"), TARGET),
                arguments("absolute form of ftp", get("ftp://h/" + CANARY), TARGET),
                arguments("absolute form without a host", get("http:///a"), TARGET),
                arguments("no method", " /" + CANARY + " HTTP/1.1\r\n\r\n", FIRST_LINE),
                arguments("method of junk", "G(T /" + CANARY + " HTTP/1.1\r\n\r\n", FIRST_LINE),
                arguments("two blanks", "GET  /a HTTP/1.1\r\n\r\n", FIRST_LINE),
                arguments("blank in the target", get("/a " + CANARY), FIRST_LINE),
                arguments("carriage return in the target", get("/a\r/b"), FIRST_LINE),
                arguments("NUL in the target", get("/\u0000" + CANARY), FIRST_LINE),
                arguments("binary junk", CANARY + "\u0001\u0002\u00ff\u0000\r\n\r\n", FIRST_LINE),
                arguments("only empty lines", "\r\n".repeat(9), FIRST_LINE),
                arguments(
                        "TLS hello",
                        "\u0016\u0003\u0001\u0002\u0000\u0001",
                        "this port speaks plain HTTP, but the client began with TLS"),
                arguments("HTTP/0.9", "GET /" + CANARY + "\r\n", FIRST_LINE),
                arguments("HTTP/-1.1", "GET /a HTTP/-1.1\r\n\r\n", FIRST_LINE),
                arguments("HTTP/1", "GET /a HTTP/1\r\n\r\n", FIRST_LINE),
                arguments("HTTP/1.2", "GET /a HTTP/1.2\r\n\r\n", VERSION),
                arguments("HTTP/2.0", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", VERSION),
                arguments("HTTP/3.7", "GET /a HTTP/3.7\r\n\r\n", VERSION));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void brokenFirstLine(String name, String request, String reason) throws IOException {
        assertRefused(request, 400, reason);
    }

    static Stream<Arguments> brokenHeaders() {
        return Stream.of(
                arguments("no Host", "GET /a HTTP/1.1\r\n\r\n", "the request has 0 Host headers instead of one"),
                arguments("two Hosts", head("GET /a", "host: b"), "the request has 2 Host headers instead of one"),
                arguments("header without colon", head("GET /a", "Authorization " + CANARY), HEADER),
                arguments("blank before the colon", head("GET /a", "Authorization : " + CANARY), HEADER),
                arguments("no name", head("GET /a", ": " + CANARY), HEADER),
                arguments("blank in the name", head("GET /a", "Author ization: " + CANARY), HEADER_2),
                arguments("name of other letters", head("GET /a", "\u00e9: " + CANARY), HEADER_2),
                arguments("folding before the first", "GET /a HTTP/1.1\r\n Host: h\r\n\r\n", HEADER_1),
                arguments("NUL in the value", head("GET /a", "X: \u0000" + CANARY), HEADER_2),
                arguments("carriage return in the value", head("GET /a", "X: a\rY: " + CANARY), HEADER_2),
                arguments("carriage return at the end", head("GET /a", "X: a\r"), HEADER_2),
                arguments("two equal lengths", post("Content-Length: 2", "{}"), TWO_LENGTHS),
                arguments("length and coding", post("Transfer-Encoding: chunked", "0\r\n\r\n"), TWO_LENGTHS),
                arguments("coding twice", chunked("").strip() + "\r\nTransfer-Encoding: x\r\n\r\n", TWO_LENGTHS),
                arguments("coding gzip, chunked", head("POST /a", "Transfer-Encoding: gzip, chunked"), CODING),
                arguments("coding identity", head("POST /a", "Transfer-Encoding: identity"), CODING),
                arguments("coding in HTTP/1.0", "POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", CODING),
                arguments("length of a list", head("POST /a", "Content-Length: 2, 2") + "{}", LENGTH),
                arguments("length negative", head("POST /a", "Content-Length: -5"), LENGTH),
                arguments("length with a sign", head("POST /a", "Content-Length: +5") + "abcde", LENGTH),
                arguments("length empty", head("POST /a", "Content-Length:"), LENGTH),
                arguments("length of 20 digits", head("POST /a", "Content-Length: 18446744073709551616"), LENGTH));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void brokenHeaders(String name, String request, String reason) throws IOException {
        assertRefused(request, 400, reason);
    }

    static Stream<Arguments> brokenChunks() {
        return Stream.of(
                arguments("size of junk", CANARY + "\r\nabc\r\n0\r\n\r\n", SIZE),
                arguments("size with a plus", "+3\r\nabc\r\n0\r\n\r\n", SIZE),
                arguments("size negative", "-3\r\nabc\r\n0\r\n\r\n", SIZE),
                arguments("size 0x3", "0x3\r\nabc\r\n0\r\n\r\n", SIZE),
                arguments("size after a blank", " 3\r\nabc\r\n0\r\n\r\n", SIZE),
                arguments("size of 17 digits", "f".repeat(17) + "\r\n", SIZE),
                arguments("second size of junk", "3\r\nabc\r\n-3\r\nabc\r\n0\r\n\r\n", SIZE),
                arguments("size empty", "\r\nabc\r\n0\r\n\r\n", CHUNKS),
                arguments("chunk longer than its size", "3\r\nabcd" + CANARY + "\r\n0\r\n\r\n", SIZE),
                arguments("chunk longer by a digit", "3\r\nabcd\r\n0\r\n\r\n", CHUNKS),
                arguments("trailer of junk", "0\r\n" + CANARY + "\r\n\r\n", CHUNKS),
                arguments("extension of 64 KB", "3;" + "x".repeat(64 << 10) + "\r\n", FRAME),
                arguments("trailers of 64 KB", "0\r\n" + "X: y\r\n".repeat(11 << 10), FRAMES));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void brokenChunks(String name, String framed, String reason) throws IOException {
        assertRefused(chunked(framed), 400, reason);
    }

    static Stream<Arguments> cutShort() {
        return Stream.of(
                        "GET /" + CANARY,
                        "GET /a HTTP/1.1\r\nHost: h\r\n",
                        "GET /a HTTP/1.1\r\nHost: h\r\nX: " + CANARY,
                        head("POST /a", "Content-Length: 10") + CANARY,
                        head("POST /a", "Content-Length: 99999") + "x".repeat(70_000),
                        chunked("a\r\n" + CANARY),
                        chunked("3\r\nabc\r\n"),
                        chunked("3\r\nabc\r\n0\r\nX: y\r\n"))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource
    void cutShort(String request) throws IOException {
        try (Wire wire = front.connect()) {
            assertRefusal(wire.send(request).halfClose(), 400, "the request ended too early");
        }
    }

    @Test
    void connect_isAnsweredWithWhatIsAllowed() throws IOException {
        Wire.Reply reply = assertRefused("CONNECT h:443 HTTP/1.1\r\nHost: h\r\n\r\n", 405, "this server is no tunnel");

        assertThat(reply.has("Allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, TRACE"))
                .isTrue();
    }

    @Test
    void listenerHearsMethodAndTarget_onceTheFirstLineIsUnderstood() throws IOException {
        assertRefused("POST /a?b HTTP/1.1\r\n\r\n", 400, "the request has 0 Host headers instead of one");

        assertThat(front.refusals.element().method()).isEqualTo("POST");
        assertThat(front.refusals.element().target()).isEqualTo("/a?b");
    }

    @Test
    void listenerHearsNoMethod_whenTheFirstLineIsNotUnderstood() throws IOException {
        assertRefused("POST /a?b\r\n\r\n", 400, FIRST_LINE);

        assertThat(front.refusals.element().method()).isEmpty();
        assertThat(front.refusals.element().target()).isEmpty();
    }

    private Wire.Reply assertRefused(String request, int status, String reason) throws IOException {
        try (Wire wire = front.connect()) {
            return assertRefusal(wire.send(request), status, reason);
        }
    }

    private Wire.Reply assertRefusal(Wire wire, int status, String reason) throws IOException {
        Wire.Reply reply = wire.reply();

        front.assertPlainRefusal(reply, status, reason);
        assertThat(wire.isAtEnd()).isTrue();
        assertThat(front.get("/next").status()).isEqualTo(200);
        return reply;
    }
}
