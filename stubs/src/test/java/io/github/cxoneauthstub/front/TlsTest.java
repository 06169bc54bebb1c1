package io.github.cxoneauthstub.front;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The port of TLS, and what else than TLS comes there. */
class TlsTest {
    private static final Duration AT_ONCE = Duration.ofMillis(700);

    private final TlsFront tls = new TlsFront();

    @AfterEach
    void stop() {
        tls.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TlsFront.GET,
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\u0016garbage",
                "\u0016\u0003\u0001\u00ff\u00ff",
                "\0\0\0\0\0\0",
                "?"
            })
    void whatIsNoTls_isRefusedInPlainHttp(String bytes) throws IOException {
        try (Wire wire = new Wire(tls.port)) {
            Wire.Reply reply = wire.send(bytes).halfClose().reply();

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body())
                    .isEqualTo("this port speaks TLS, but the client began with something else: use https://\n");
            assertThat(wire.isAtEnd()).isTrue();
        }
        assertThat(tls.plain.refusals)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(400));
        assertThat(tls.asked).hasValue(0);
    }

    @Test
    void slowClient_holdsUpNoOther() throws IOException {
        try (Wire half = new Wire(tls.port);
                Wire silent = new Wire(tls.port);
                SSLSocket client = tls.client()) {
            half.send(TlsFront.HELLO);
            assertThat(TlsFront.answerTo(client, TlsFront.GET)).startsWith("HTTP/1.1 200");
            assertThat(silent.hasNothingYet()).isTrue();
        }
    }

    @Test
    void failureOfOurs_endsOneConnectionOnly() throws IOException {
        tls.securing = () -> {
            throw new IllegalStateException("no entropy");
        };
        assertThatThrownBy(() -> tls.client().startHandshake()).isInstanceOf(IOException.class);
        tls.securing = tls::usual;

        try (SSLSocket client = tls.client()) {
            assertThat(TlsFront.answerTo(client, TlsFront.GET)).startsWith("HTTP/1.1 200");
        }
        assertThat(tls.plain.log).anySatisfy(line -> assertThat(line).contains("a client could not be served"));
    }

    /** Closing TLS waits for a write that is under way, and that one waits for the client. */
    @Test
    void clientThatReadsNothing_delaysNoEnd() throws Exception {
        tls.plain.server.stubFor(get("/stub").willReturn(ok("x".repeat(30 << 20))));
        try (SSLSocket client = tls.client()) {
            client.getOutputStream().write(TestRequests.get("/stub").getBytes(ISO_8859_1));
            tls.plain.awaitAnswer();
            assertThat(client.getInputStream().read()).isEqualTo('H');

            assertThat(TlsFront.time(tls.plain.front::disconnectClients)).isLessThan(AT_ONCE);
        }
    }

    @Test
    void idleAndDelayedClients_endWithTheServer() throws Exception {
        tls.plain.server.stubFor(get("/stub").willReturn(ok().withFixedDelay(60_000)));
        try (SSLSocket idle = tls.client();
                SSLSocket delayed = tls.client()) {
            assertThat(TlsFront.answerTo(idle, TlsFront.GET)).startsWith("HTTP/1.1 200");
            tls.plain.awaitAnswer();
            delayed.getOutputStream().write(TestRequests.get("/stub").getBytes(ISO_8859_1));
            tls.plain.awaitAnswer();

            assertThat(TlsFront.time(tls.plain.server::stop)).isLessThan(AT_ONCE);

            assertThat(isAtEnd(idle)).isTrue();
            assertThat(isAtEnd(delayed)).isTrue();
        }
        assertThat(tls.plain.refusals).isEmpty();
    }

    @Test
    void resetFault_isAReset() throws IOException {
        tls.plain.server.stubFor(get("/stub").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        try (SSLSocket client = tls.client()) {
            client.getOutputStream().write(TestRequests.get("/stub").getBytes(ISO_8859_1));

            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void emptyResponse_isAnOrderlyEnd() throws IOException {
        tls.plain.server.stubFor(get("/stub").willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        try (SSLSocket client = tls.client()) {
            client.getOutputStream().write(TestRequests.get("/stub").getBytes(ISO_8859_1));

            assertThat(client.getInputStream().read()).isNegative();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void refusedRequest_hasItsAnswerAndAnOrderlyEnd(String version) throws IOException {
        try (SSLSocket client = tls.client()) {
            client.setEnabledProtocols(new String[] {version});
            client.getOutputStream().write("NONSENSE\r\n\r\n".getBytes(ISO_8859_1));

            assertThat(new String(client.getInputStream().readAllBytes(), ISO_8859_1))
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void severalRequests_comeByOneHandshake() throws IOException {
        try (SSLSocket client = tls.client()) {
            assertThat(TlsFront.answerTo(client, TlsFront.GET)).startsWith("HTTP/1.1 200");
            assertThat(TlsFront.answerTo(client, TlsFront.GET)).startsWith("HTTP/1.1 200");
        }
        assertThat(tls.asked).hasValue(1);
        assertThat(tls.plain.requests)
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.getAbsoluteUrl()).isEqualTo("https://h/a"));
    }

    /** A connection that was cut is an end too: TLS tells it from an orderly one. */
    private static boolean isAtEnd(SSLSocket client) {
        try {
            return client.getInputStream().read() < 0;
        } catch (IOException cut) {
            return true;
        }
    }
}
