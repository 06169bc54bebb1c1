package io.github.cxoneauthstub.front;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.github.cxoneauthstub.front.TestRequests.head;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.notmatched.NotMatchedRenderer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What WireMock can do with its Jetty it can do with the front: journal, templates, admin, proxying. */
class WireMockFeaturesTest {

    private final TestFront front = new TestFront(FrontLimits.DEFAULT, options -> options.globalTemplating(true));

    @AfterEach
    void stop() {
        front.close();
    }

    @Test
    void templatesSeeTheRequest() throws IOException {
        front.server.stubFor(get(urlPathEqualTo("/stub"))
                .willReturn(ok("{{request.method}} {{request.path}} {{request.query.q}} {{request.headers.X-A}}")
                        .withHeader("X-Twice", "{{request.query.q}}", "b")));

        Wire.Reply reply = exchange(head("GET /stub?q=1", "X-A: 2"));

        assertThat(reply.body()).isEqualTo("GET /stub 1 2");
        assertThat(reply.headers()).contains("X-Twice: 1", "X-Twice: b");
    }

    @Test
    void lineBreakOfATemplate_beginsNoOtherHeader() throws IOException {
        front.server.stubFor(any(anyUrl()).willReturn(ok().withHeader("X", "{{request.query.q}}")));

        Wire.Reply reply = exchange(TestRequests.get("/stub?q=a%0D%0AInjected:%20b"));

        assertThat(reply.headers()).contains("X: a Injected: b");
    }

    @Test
    void journalKnowsWhatCame() throws IOException {
        front.server.stubFor(get("/stub").willReturn(ok()));

        exchange(TestRequests.get("/stub"));
        exchange(TestRequests.get("/by-filter?x"));

        front.server.verify(1, getRequestedFor(urlEqualTo("/stub")));
        front.server.verify(1, getRequestedFor(urlEqualTo("/by-filter?x")));
        assertThat(front.server.getAllServeEvents()).allMatch(ServeEvent::getWasMatched);
    }

    @Test
    void adminApiIsServed_andNotTold() {
        WireMock remote =
                WireMock.create().host("127.0.0.1").port(front.server.port()).build();

        remote.register(get("/stub/remote").willReturn(jsonResponse("{}", 201)));

        assertThat(remote.allStubMappings().getMappings()).hasSize(1);
        assertThat(remote.find(getRequestedFor(anyUrl()))).isEmpty();
        assertThat(front.server.getStubMappings()).hasSize(1);
        assertThat(front.answers).isEmpty();
    }

    @Test
    void brokenEscapeInAnAdminUrl_isNoServerError() throws IOException {
        assertThat(front.get("/__admin/mappings?limit=%zz").status()).isBetween(200, 499);
        assertThat(front.answers).isEmpty();
        assertThat(front.get("/__administrator").status()).isEqualTo(404);
        assertThat(front.answers).containsExactly(404);
    }

    @Test
    void otherServersAreProxied() throws IOException {
        try (TestFront origin = new TestFront()) {
            origin.server.stubFor(post("/stub").willReturn(ok("from afar").withHeader("X-Origin", "yes")));
            front.server.stubFor(
                    any(anyUrl()).willReturn(ok().proxiedFrom("http://127.0.0.1:" + origin.server.port())));

            Wire.Reply reply = exchange(posted("Content-Type: text/plain", "abc"));

            assertThat(reply.body()).isEqualTo("from afar");
            assertThat(reply.has("X-Origin: yes")).isTrue();
            assertThat(origin.requests.element().body()).hasSize(3);
        }
    }

    @Test
    void requestWithoutAStub_getsTheNearMissReport() throws IOException {
        front.server.stubFor(get("/stub/near").willReturn(ok()));

        Wire.Reply reply = exchange(TestRequests.get("/stub/nearly"));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.has("Content-Type: text/plain; charset=utf-8")).isTrue();
        assertThat(reply.body()).contains("Request was not matched", "/stub/near");
        assertThat(front.answers).containsExactly(404);
    }

    @Test
    void requestWithoutAStub_getsWhatAnOwnRendererMakes() throws IOException {
        try (TestFront own = new TestFront(
                FrontLimits.DEFAULT, options -> options.notMatchedRendererFactory(extensions -> new OwnRenderer()))) {
            Wire.Reply reply = own.get("/stub/nothing");

            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.has("Content-Type: application/json")).isTrue();
            assertThat(reply.body()).isEqualTo("{}");
            assertThat(own.answers).containsExactly(403);
        }
    }

    @Test
    void statusMessageAndOwnDateAreSent() throws IOException {
        String date = "Thu, 01 Jan 1970 00:00:00 GMT";
        front.server.stubFor(get("/stub")
                .willReturn(ok().withStatus(299).withStatusMessage("Odd").withHeader("Date", date)));

        Wire.Reply reply = exchange(TestRequests.get("/stub"));

        assertThat(reply.statusLine()).isEqualTo("HTTP/1.1 299 Odd");
        assertThat(reply.headers()).containsOnlyOnce("Date: " + date);
    }

    @Test
    void answersAreChunked_whenThePolicySaysSo() throws IOException {
        try (TestFront chunky = new TestFront(
                FrontLimits.DEFAULT, options -> options.useChunkedTransferEncoding(ChunkedEncodingPolicy.ALWAYS))) {
            Wire.Reply reply = chunky.get("/a");

            assertThat(reply.has("Transfer-Encoding: chunked")).isTrue();
            assertThat(reply.hasName("Content-Length")).isFalse();
            assertThat(reply.body()).isEqualTo("handled");
        }
    }

    @Test
    void clientThatOffersHttp2_isAnsweredInHttp11() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + front.server.port() + "/a"))
                .POST(BodyPublishers.ofByteArray(new byte[100_000]))
                .expectContinue(true)
                .build();

        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(response.body()).isEqualTo("handled");
        assertThat(front.requests.element().body()).hasSize(100_000);
    }

    private Wire.Reply exchange(String request) throws IOException {
        try (Wire wire = front.connect()) {
            return wire.send(request).reply();
        }
    }

    private static String posted(String header, String body) {
        return head("POST /stub", header, "Content-Length: " + body.length()) + body;
    }

    private static final class OwnRenderer extends NotMatchedRenderer {
        @Override
        protected ResponseDefinition render(Admin admin, ServeEvent event) {
            return jsonResponse("{}", 403).build();
        }
    }
}
