package io.github.cxoneauthstub.front;

import static io.github.cxoneauthstub.front.TestRequests.chunked;
import static io.github.cxoneauthstub.front.TestRequests.get;
import static io.github.cxoneauthstub.front.TestRequests.head;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is said on one connection: kept alive or not, one request upon the other, invitations, answers without a body.
 */
class ConversationTest {

    private final TestFront front = new TestFront();

    @AfterEach
    void stop() {
        front.close();
    }

    @Test
    void threeRequestsAtOnce_areAnsweredInTurn() throws IOException {
        front.server.stubFor(WireMock.get("/stub/1").willReturn(WireMock.ok("one")));
        front.server.stubFor(WireMock.get("/stub/3").willReturn(WireMock.ok("three")));
        try (Wire wire = front.connect()) {
            wire.send(get("/stub/1") + chunked("1\r\na\r\n0\r\n\r\n") + get("/stub/3"));

            assertThat(wire.reply().body()).isEqualTo("one");
            assertThat(wire.reply().body()).isEqualTo("handled");
            assertThat(wire.reply().body()).isEqualTo("three");
        }
    }

    @Test
    void goodRequestBeforeABrokenOne_isAnswered() throws IOException {
        try (Wire wire = front.connect()) {
            wire.send(get("/a") + "junk\r\n\r\n" + get("/b"));

            assertThat(wire.reply().status()).isEqualTo(200);
            assertThat(wire.reply().status()).isEqualTo(400);
            assertThat(wire.isAtEnd()).isTrue();
            assertThat(front.requests).hasSize(1);
        }
    }

    @Test
    void refusalAfterAGoodRequest_isNotToldWithItsTarget() throws IOException {
        try (Wire wire = front.connect()) {
            wire.send(get("/a")).reply();

            assertThat(wire.send("\u0016\u0003\u0001").reply().status()).isEqualTo(400);
            assertThat(front.refusals.element().target()).isEmpty();
        }
    }

    @Test
    void connectionIsClosed_whenTheClientAsksForIt() throws IOException {
        try (Wire wire = front.connect()) {
            Wire.Reply reply = wire.send(head("GET /a", "Connection: x, Close")).reply();

            assertThat(reply.has("Connection: close")).isTrue();
            assertThat(wire.isAtEnd()).isTrue();
        }
    }

    @Test
    void connectionIsClosed_whenTheStubAsksForIt() throws IOException {
        front.server.stubFor(WireMock.get("/stub").willReturn(WireMock.ok().withHeader("Connection", "close")));
        try (Wire wire = front.connect()) {
            assertThat(wire.send(get("/stub")).reply().has("Connection: close")).isTrue();
            assertThat(wire.isAtEnd()).isTrue();
        }
    }

    @Test
    void http10_isClosedAfterItsAnswer() throws IOException {
        try (Wire wire = front.connect()) {
            Wire.Reply reply = wire.send("GET /a HTTP/1.0\r\n\r\n").reply();

            assertThat(reply.body()).isEqualTo("handled");
            assertThat(wire.isAtEnd()).isTrue();
        }
    }

    @Test
    void http10_isKeptWhenItAsksForIt() throws IOException {
        String request = "GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
        try (Wire wire = front.connect()) {
            assertThat(wire.send(request).reply().has("Connection: keep-alive")).isTrue();
            assertThat(wire.send(request).reply().body()).isEqualTo("handled");
        }
    }

    @Test
    void wholeRequest_isAnsweredToAClientThatSendsNoMore() throws IOException {
        try (Wire wire = front.connect()) {
            assertThat(wire.send(get("/a")).halfClose().reply().body()).isEqualTo("handled");
            assertThat(wire.isAtEnd()).isTrue();
        }
    }

    @Test
    void head_hasTheLengthButNoBody() throws IOException {
        try (Wire wire = front.connect()) {
            assertThat(wire.send(head("HEAD /a")).reply("HEAD").has("Content-Length: 7"))
                    .isTrue();
            assertThat(wire.send(get("/a")).reply().body()).isEqualTo("handled");
        }
    }

    @Test
    void head_mayDeclareTheLengthThatGetWouldHave() throws IOException {
        front.server.stubFor(WireMock.head(WireMock.urlEqualTo("/stub"))
                .willReturn(WireMock.ok().withHeader("Content-Length", "99")));
        try (Wire wire = front.connect()) {
            assertThat(wire.send(head("HEAD /stub")).reply("HEAD").has("Content-Length: 99"))
                    .isTrue();
        }
    }

    @Test
    void head_isRefusedWithoutABody() throws IOException {
        try (Wire wire = front.connect()) {
            assertThat(wire.send("HEAD /a HTTP/1.1\r\n\r\n").reply("HEAD").status())
                    .isEqualTo(400);
            assertThat(wire.isAtEnd()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void statusWithoutBody_hasNoLengthAndNoBody(int status) throws IOException {
        front.server.stubFor(
                WireMock.get("/stub").willReturn(WireMock.status(status).withBody("never sent")));
        try (Wire wire = front.connect()) {
            Wire.Reply reply = wire.send(get("/stub")).reply();

            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.hasName("Content-Length") || reply.hasName("Transfer-Encoding"))
                    .isFalse();
            assertThat(wire.send(get("/a")).reply().body()).isEqualTo("handled");
        }
    }

    @Test
    void expectingClient_isInvited() throws IOException {
        try (Wire wire = front.connect()) {
            wire.send(head("POST /a", "Content-Length: 3", "Expect: 100-Continue"));
            assertThat(wire.reply().status()).isEqualTo(100);

            assertThat(wire.send("abc").reply().body()).isEqualTo("handled");
            assertThat(front.requests.element().body()).hasSize(3);
        }
    }

    @Test
    void expectingClient_isNotInvited_whenItsBodyIsHere() throws IOException {
        try (Wire wire = front.connect()) {
            wire.send(head("POST /a", "Content-Length: 3", "Expect: 100-continue") + "abc");

            assertThat(wire.reply().status()).isEqualTo(200);
        }
    }

    @Test
    void expectingClient_isNotInvited_withoutABody() throws IOException {
        try (Wire wire = front.connect()) {
            assertThat(wire.send(head("GET /a", "Expect: 100-continue")).reply().status())
                    .isEqualTo(200);
        }
    }

    @Test
    void expectingClient_isRefused_whenItsBodyWillBeTooLong() throws IOException {
        try (Wire wire = front.connect()) {
            wire.send(head("POST /a", "Content-Length: 209715200", "Expect: 100-continue"));

            assertThat(wire.reply().status()).isEqualTo(413);
            assertThat(wire.isAtEnd()).isTrue();
        }
    }

    @Test
    void expectingClient_isRefused_whenItsHeadIsBroken() throws IOException {
        try (Wire wire = front.connect()) {
            wire.send(head("POST /a", "Content-Length: 3, 3", "Expect: 100-continue"));

            assertThat(wire.reply().status()).isEqualTo(400);
        }
    }
}
