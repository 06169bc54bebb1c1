package io.github.cxoneauthstub.front;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.github.cxoneauthstub.front.TestRequests.head;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** WireMock's matchers see what a request says, also when parts of it are broken. */
class WireMockMatchingTest {

    private final TestFront front = new TestFront();

    @AfterEach
    void stop() {
        front.close();
    }

    @Test
    void formParametersMatch() throws IOException {
        stub(post("/stub").withFormParam("grant_type", equalTo("a b")).withFormParam("no", absent()));

        assertMatched(form("grant_type=a+b&broken=%zz"));
        assertNotMatched(form("grant_type=a+c"));
    }

    @Test
    void queryParametersMatch() throws IOException {
        stub(get(urlPathEqualTo("/stub")).withQueryParam("q", equalTo("%zz")).withQueryParam("r", equalTo("\u00e9")));

        assertMatched(TestRequests.get("/stub?q=%zz&r=%C3%A9"));
        assertNotMatched(TestRequests.get("/stub?q=%25&r=%C3%A9"));
    }

    @Test
    void cookiesMatch() throws IOException {
        stub(get("/stub").withCookie("b", equalTo("2")));

        assertMatched(head("GET /stub", "Cookie: a=1; b=2"));
        assertNotMatched(head("GET /stub", "Cookie: a=2; junk"));
    }

    @Test
    void basicAuthenticationMatches() throws IOException {
        stub(get("/stub").withBasicAuth("u", "p"));

        assertMatched(head("GET /stub", "Authorization: Basic dTpw"));
        assertNotMatched(head("GET /stub"));
    }

    @Test
    void multipartBodyMatches() throws IOException {
        stub(post("/stub").withMultipartRequestBody(aMultipart("one").withBody(equalTo("1"))));
        String type = "Content-Type: multipart/form-data; boundary=x";

        assertMatched(posted(type, "--x\r\nContent-Disposition: form-data; name=\"one\"\r\n\r\n1\r\n--x--\r\n"));
        assertNotMatched(posted(type, "--x\r\nContent-Disposition: form-data; name=\"one\"\r\n\r\n2\r\n--x--\r\n"));
        assertNotMatched(posted("Content-Type: multipart/form-data", "1"));
    }

    @Test
    void jsonBodyMatches() throws IOException {
        stub(post("/stub").withRequestBody(matchingJsonPath("$.a", containing("\u00e9"))));

        assertMatched(posted("Content-Type: application/json", "{\"a\":\"\u00c3\u00a9\"}"));
        assertNotMatched(posted("Content-Type: application/json", "{\"a\":"));
    }

    private void stub(MappingBuilder mapping) {
        front.server.stubFor(mapping.willReturn(ok("matched")));
    }

    private void assertMatched(String request) throws IOException {
        assertThat(exchange(request).body()).isEqualTo("matched");
    }

    private void assertNotMatched(String request) throws IOException {
        assertThat(exchange(request).status()).isEqualTo(404);
    }

    private Wire.Reply exchange(String request) throws IOException {
        try (Wire wire = front.connect()) {
            return wire.send(request).reply();
        }
    }

    private static String form(String body) {
        return posted("Content-Type: application/x-www-form-urlencoded", body);
    }

    private static String posted(String header, String body) {
        return head("POST /stub", header, "Content-Length: " + body.length()) + body;
    }
}
