package io.github.cxoneauthstub.front;

import static io.github.cxoneauthstub.front.TestRequests.chunked;
import static io.github.cxoneauthstub.front.TestRequests.form;
import static io.github.cxoneauthstub.front.TestRequests.get;
import static io.github.cxoneauthstub.front.TestRequests.head;
import static io.github.cxoneauthstub.front.TestRequests.post;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Odd requests, byte for byte, that reach the engine as they were sent. Those that are turned away are in
 * {@link WireRefusalsTest}, what a connection does beyond one request is in {@link ConversationTest}.
 */
class WireTableTest {

    private final TestFront front = new TestFront();

    @AfterEach
    void stop() {
        front.close();
    }

    static Stream<Arguments> oddTargets() {
        return Stream.of(
                        "/a?client_secret=100%zz",
                        "/a?lone=%",
                        "/a%zz/%",
                        "/caf\u00c3\u00a9",
                        // a byte that regular expressions take for the end of a line; it was once refused
                        "/\u00c3\u0085ngstr\u00c3\u00b6m",
                        "http://other/\u0085",
                        "/a?q={}|\"<>^`\\[]",
                        "/a#b",
                        "http://other:81/a?b",
                        "HTTP://other",
                        "http://other?a",
                        "https://other/a",
                        "/a/../b/./c",
                        "//x/y",
                        "/a//b/%2F",
                        "/" + "a".repeat(8 << 10))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource
    void oddTargets(String target) throws IOException {
        assertHandedOn(get(target), target);
    }

    @Test
    void asteriskForm() throws IOException {
        assertHandedOn("OPTIONS * HTTP/1.1\r\nHost: localhost:8080\r\n\r\n", "*");

        assertThat(front.requests.element().getUrl()).isEqualTo("/*");
    }

    static Stream<Arguments> oddHeads() {
        return Stream.of(
                arguments("Host of junk", "GET /a HTTP/1.1\r\nHost: <&%zz>\r\n\r\n"),
                arguments("Host with a port too high", "GET /a HTTP/1.1\r\nHost: h:70000\r\n\r\n"),
                arguments("Host with a port of junk", "GET /a HTTP/1.1\r\nHost: h:x\r\n\r\n"),
                arguments("Host of a broken address", "GET /a HTTP/1.1\r\nHost: [::1::2]:80\r\n\r\n"),
                arguments("Host without a name", "GET /a HTTP/1.1\r\nHost:\r\n\r\n"),
                arguments("line feeds alone", "GET /a HTTP/1.1\nHost: h\n\n"),
                arguments("empty lines before", "\r\n\r\n" + get("/a")),
                arguments("header line of 8 KB", head("GET /a", "X: " + "x".repeat(8 << 10))),
                arguments("header line of 12 KB", head("GET /a", "X: " + "x".repeat(12 << 10))),
                arguments("500 headers", "GET /a HTTP/1.1\r\nHost: h\r\n" + "X: y\r\n".repeat(500) + "\r\n"),
                arguments("control character in a header", head("GET /a", "X: \u0001\u007f")),
                arguments("lower-case method", head("get /a")),
                arguments("unknown method", head("BREW /a")),
                arguments("TRACE", head("TRACE /a")),
                arguments("h2c upgrade", head("GET /a", "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void oddHeads(String name, String request) throws IOException {
        assertHandedOn(request, "/a");
    }

    static Stream<Arguments> oddBodies() {
        return Stream.of(
                arguments("form with a broken escape", form("client_secret=100%zz")),
                arguments("form with a lone percent sign", form("client_secret=%")),
                arguments("form of broken UTF-8", form("a=\u00ff\u00fe&b=%ff")),
                arguments("chunks with extension and trailer", chunked("3;ext=\"1\"\r\nabc\r\n0\r\nTrail: er\r\n\r\n")),
                arguments("chunk size with zeros and blanks", chunked("0003 \r\nabc\r\n00\r\n\r\n")),
                arguments("says gzip, is not", post("Content-Encoding: gzip", "plain")),
                arguments("unknown charset", post("Content-Type: application/json; charset=klingon", "{}")),
                arguments("multipart without boundary", post("Content-Type: multipart/form-data", "--x")),
                arguments("multipart cut short", post("Content-Type: multipart/form-data; boundary=x", "--x\r\nfoo")),
                arguments("2 MB", post("X: y", "x".repeat(2 << 20))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void oddBodies(String name, String request) throws IOException {
        assertHandedOn(request, "/a");
    }

    private void assertHandedOn(String request, String target) throws IOException {
        try (Wire wire = front.connect()) {
            Wire.Reply reply = wire.send(request).reply();

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo("handled");
            assertThat(reply.hasName("Date") || reply.hasName("Server")).isFalse();
            assertThat(front.requests)
                    .singleElement()
                    .extracting(WireRequest::target)
                    .isEqualTo(target);
            assertThat(front.answers).containsExactly(200);
            assertThat(front.refusals).isEmpty();
            assertThat(front.log).isEmpty();
            assertThat(wire.send(get("/next")).reply().status()).isEqualTo(200);
        }
    }

    @Test
    void headersKeepCaseOrderAndDuplicates() throws IOException {
        assertHandedOn(head("GET /a", "x-B: 1", "X-a:2 ", "X-b: ", "x-B:\t3, 4"), "/a");

        assertThat(lines()).containsExactly("Host=localhost", "x-B=1", "X-a=2", "X-b=", "x-B=3, 4");
        assertThat(front.requests.element().header("X-B").values()).containsExactly("1", "", "3, 4");
    }

    /** The codec joins the parts with one blank, as RFC 9112 section 5.2 allows. */
    @Test
    void foldedHeader_isJoined() throws IOException {
        assertHandedOn(head("GET /a", "X: one\r\n \t two", "Y: z"), "/a");

        assertThat(lines()).containsExactly("Host=localhost", "X=one two", "Y=z");
    }

    @Test
    void methodAndBodyAreAsSent() throws IOException {
        assertHandedOn(head("post /a", "Content-Length: 5") + "\u00ff\u0000%\r\n", "/a");

        WireRequest request = front.requests.element();
        assertThat(request.getMethod().getName()).isEqualTo("post");
        assertThat(new String(request.body(), ISO_8859_1)).isEqualTo("\u00ff\u0000%\r\n");
    }

    @Test
    void chunksArePutTogether() throws IOException {
        assertHandedOn(chunked("3\r\na\u00ffb\r\n1;x\r\n\n\r\n0\r\n\r\n"), "/a");

        assertThat(new String(front.requests.element().body(), ISO_8859_1)).isEqualTo("a\u00ffb\n");
    }

    @Test
    void wireMockIsShownARepairedUrl() throws IOException {
        String target = "/a%zz?b=%zz&c=d+%C3%A9";
        assertHandedOn("GET " + target + " HTTP/1.1\r\nHost: a b\r\n\r\n", target);

        WireRequest request = front.requests.element();
        assertThat(request.getUrl()).isEqualTo("/a%25zz?b=%25zz&c=d+%C3%A9");
        assertThat(request.getAbsoluteUrl())
                .startsWith(front.server.baseUrl().replace("localhost", "127.0.0.1") + "/a");
        assertThat(request.queryParameter("b").firstValue()).isEqualTo("%zz");
        assertThat(request.queryParameter("c").firstValue()).isEqualTo("d \u00e9");
    }

    @Test
    void formParametersAreDecodedAsFarAsTheyCanBe() throws IOException {
        assertHandedOn(form("a=100%zz&b=x+y&b=%C3%A9&lone=%&c"), "/a");

        WireRequest request = front.requests.element();
        assertThat(request.formParameter("a").values()).containsExactly("100%zz");
        assertThat(request.formParameter("b").values()).containsExactly("x y", "\u00e9");
        assertThat(request.formParameter("lone").values()).containsExactly("%");
        assertThat(request.formParameter("c").values()).containsExactly("");
    }

    private List<String> lines() {
        return front.requests.element().lines().stream()
                .map(WireTableTest::shown)
                .toList();
    }

    private static String shown(HttpHeader line) {
        return line.key() + "=" + line.firstValue();
    }
}
