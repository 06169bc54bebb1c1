package io.github.cxoneauthstub.front;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.cxoneauthstub.auth.WrongCertificate;
import io.github.cxoneauthstub.tls.TestTls;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The port of TLS, and what else than TLS comes there. */
class TlsTest {
    private static final TestTls TLS = new TestTls(new SecureRandom());
    private static final Duration AT_ONCE = Duration.ofMillis(700);
    private static final String GET = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n";

    /** The head of a record that is a client's hello of 512 bytes. */
    private static final String HELLO = "\u0016\u0003\u0001\u0002\u0000";

    private final FrontLimits limits =
            new FrontLimits(16 << 10, 48 << 10, 4 << 20, 1000, Duration.ofMillis(500), FrontLimits.DEFAULT.idle());
    private final TestFront front = new TestFront(limits, options -> options);
    private final AtomicInteger asked = new AtomicInteger();
    private final int port = front.front.secure(0, this::counted);
    private volatile Supplier<Securing> securing = () -> new Securing(TLS.server(), false, this::brokenOff);

    private Securing counted() {
        asked.incrementAndGet();
        return securing.get();
    }

    @AfterEach
    void stop() {
        front.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                GET,
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\u0016garbage",
                "\u0016\u0003\u0001\u00ff\u00ff",
                "\0\0\0\0\0\0",
                "?"
            })
    void whatIsNoTls_isRefusedInPlainHttp(String bytes) throws IOException {
        try (Wire wire = new Wire(port)) {
            Wire.Reply reply = wire.send(bytes).halfClose().reply();

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body())
                    .isEqualTo("this port speaks TLS, but the client began with something else: use https://\n");
            assertThat(wire.isAtEnd()).isTrue();
        }
        assertThat(front.refusals)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(400));
        assertThat(asked).hasValue(0);
    }

    @Test
    void helloThatDrips_isWaitedForNoLongerThanARequest() throws IOException {
        long before = System.nanoTime();
        try (Wire wire = new Wire(port)) {
            wire.send(HELLO);
            dripUntilClosed(wire);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        assertThat(front.refusals)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason())
                        .isEqualTo("the handshake of TLS was not at its end within 500 ms"));
        assertThat(asked).hasValue(0);
    }

    private static void dripUntilClosed(Wire wire) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
            for (int i = 0; i < 500; i++) {
                wire.send("\u0000");
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        });
    }

    @Test
    void helloThatIsBrokenOff_isToldOf() throws Exception {
        try (Wire wire = new Wire(port)) {
            wire.send(HELLO + "\u0001").halfClose();
            wire.rest();
        }
        assertThat(told()).contains("left in the middle of the handshake");
    }

    @Test
    void silentClient_isNotToldAndCostsNoCertificate() throws IOException {
        try (Wire silent = new Wire(port);
                Wire leaving = new Wire(port)) {
            leaving.halfClose();
            assertThat(leaving.isAtEnd()).isTrue();
            front.front.disconnectClients();
            assertThat(silent.isAtEnd()).isTrue();
        }
        assertThat(front.refusals).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    void clientThatIsCutOffByUsInTheHandshake_isNotTold() throws IOException {
        try (Wire wire = new Wire(port);
                SSLSocket next = client()) {
            // clients are taken in one after the other
            answerTo(next, GET);
            wire.send(HELLO + "\u0001");
            assertThat(time(front.front::disconnectClients)).isLessThan(AT_ONCE);
            wire.rest();
        }
        assertThat(front.refusals).isEmpty();
    }

    @Test
    void slowClient_holdsUpNoOther() throws IOException {
        try (Wire half = new Wire(port);
                Wire silent = new Wire(port);
                SSLSocket client = client()) {
            half.send(HELLO);
            assertThat(answerTo(client, GET)).startsWith("HTTP/1.1 200");
            assertThat(silent.hasNothingYet()).isTrue();
        }
    }

    /** As a client does that throws the connection away as soon as it dislikes the certificate. */
    @Test
    void handshakeThatIsReset_isToldOf() throws Exception {
        try (Socket tcp = new Socket(InetAddress.getLoopbackAddress(), port)) {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Resetting(tcp)}, null);
            SSLSocket client = (SSLSocket) context.getSocketFactory().createSocket(tcp, "localhost", port, true);

            assertThatExceptionOfType(IOException.class).isThrownBy(client::startHandshake);
        }
        assertThat(told()).contains("left in the middle of the handshake");
    }

    private record Resetting(Socket tcp) implements X509TrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            try {
                tcp.setSoLinger(true, 0);
                tcp.close();
            } catch (IOException e) {
                throw new CertificateException(e);
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** OpenSSL says so in plain text where TLS 1.3 has a sealed record; it was told as a disagreement about TLS. */
    @Test
    void alertInPlainText_isThatOfAClientThatDoesNotTrust() throws Exception {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine();
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(new String[] {"TLSv1.3"});
        ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), hello);
        try (Socket tcp = new Socket(InetAddress.getLoopbackAddress(), port)) {
            tcp.getOutputStream().write(hello.array(), 0, hello.position());
            assertThat(tcp.getInputStream().read(new byte[4096])).isPositive();

            // a fatal alert, unknown_ca: RFC 8446 section 6
            tcp.getOutputStream().write(new byte[] {21, 3, 3, 0, 2, 2, 48});
            assertThat(told()).isEqualTo("the client does not trust the certificate");
        }
    }

    @Test
    void failureOfOurs_endsOneConnectionOnly() throws IOException {
        securing = () -> {
            throw new IllegalStateException("no entropy");
        };
        assertThatThrownBy(() -> client().startHandshake()).isInstanceOf(IOException.class);
        securing = () -> new Securing(TLS.server(), false, this::brokenOff);

        try (SSLSocket client = client()) {
            assertThat(answerTo(client, GET)).startsWith("HTTP/1.1 200");
        }
        assertThat(front.log).anySatisfy(line -> assertThat(line).contains("a client could not be served"));
    }

    /** Closing TLS waits for a write that is under way, and that one waits for the client. */
    @Test
    void clientThatReadsNothing_delaysNoEnd() throws Exception {
        front.server.stubFor(get("/stub").willReturn(ok("x".repeat(30 << 20))));
        try (SSLSocket client = client()) {
            client.getOutputStream().write(TestRequests.get("/stub").getBytes(ISO_8859_1));
            front.awaitAnswer();
            assertThat(client.getInputStream().read()).isEqualTo('H');

            assertThat(time(front.front::disconnectClients)).isLessThan(AT_ONCE);
        }
    }

    @Test
    void idleAndDelayedClients_endWithTheServer() throws Exception {
        front.server.stubFor(get("/stub").willReturn(ok().withFixedDelay(60_000)));
        try (SSLSocket idle = client();
                SSLSocket delayed = client()) {
            assertThat(answerTo(idle, GET)).startsWith("HTTP/1.1 200");
            front.awaitAnswer();
            delayed.getOutputStream().write(TestRequests.get("/stub").getBytes(ISO_8859_1));
            front.awaitAnswer();

            assertThat(time(front.server::stop)).isLessThan(AT_ONCE);

            assertThat(isAtEnd(idle)).isTrue();
            assertThat(isAtEnd(delayed)).isTrue();
        }
        assertThat(front.refusals).isEmpty();
    }

    @Test
    void resetFault_isAReset() throws IOException {
        front.server.stubFor(get("/stub").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        try (SSLSocket client = client()) {
            client.getOutputStream().write(TestRequests.get("/stub").getBytes(ISO_8859_1));

            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void emptyResponse_isAnOrderlyEnd() throws IOException {
        front.server.stubFor(get("/stub").willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        try (SSLSocket client = client()) {
            client.getOutputStream().write(TestRequests.get("/stub").getBytes(ISO_8859_1));

            assertThat(client.getInputStream().read()).isNegative();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void refusedRequest_hasItsAnswerAndAnOrderlyEnd(String version) throws IOException {
        try (SSLSocket client = client()) {
            client.setEnabledProtocols(new String[] {version});
            client.getOutputStream().write("NONSENSE\r\n\r\n".getBytes(ISO_8859_1));

            assertThat(new String(client.getInputStream().readAllBytes(), ISO_8859_1))
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void severalRequests_comeByOneHandshake() throws IOException {
        try (SSLSocket client = client()) {
            assertThat(answerTo(client, GET)).startsWith("HTTP/1.1 200");
            assertThat(answerTo(client, GET)).startsWith("HTTP/1.1 200");
        }
        assertThat(asked).hasValue(1);
        assertThat(front.requests)
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.getAbsoluteUrl()).isEqualTo("https://h/a"));
    }

    /** Also by a client that has a session of before, which would spare it the certificate. */
    @ParameterizedTest
    @EnumSource(WrongCertificate.class)
    void wrongCertificate_isShownToAClientWithASession(WrongCertificate wrong) throws IOException {
        for (int i = 0; i < 2; i++) {
            try (SSLSocket client = client()) {
                assertThat(answerTo(client, GET)).startsWith("HTTP/1.1 200");
            }
        }
        securing = () -> new Securing(TLS.server(wrong), true, this::brokenOff);

        try (SSLSocket client = client()) {
            assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(client::startHandshake);
        }
        assertThat(front.refusals).isEmpty();
    }

    /** At a chosen name they were for the wrong host, too, and so a client that trusts everybody broke off as well. */
    @ParameterizedTest
    @EnumSource(WrongCertificate.class)
    void wrongCertificateAtAChosenName_hasThatFaultOnly(WrongCertificate wrong) throws Exception {
        securing = () -> new Securing(TLS.server(wrong), true, this::brokenOff);
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {new TrustingEverybody()}, null);
        try (Socket tcp = new Socket(InetAddress.getLoopbackAddress(), port);
                SSLSocket client =
                        (SSLSocket) trusting.getSocketFactory().createSocket(tcp, "login.localtest", port, true)) {
            javax.net.ssl.SSLParameters checking = client.getSSLParameters();
            checking.setEndpointIdentificationAlgorithm("HTTPS");
            client.setSSLParameters(checking);

            if (wrong == WrongCertificate.WRONG_HOST) {
                assertThatThrownBy(client::startHandshake).isInstanceOf(SSLHandshakeException.class);
            } else {
                assertThatCode(client::startHandshake).doesNotThrowAnyException();
            }
        }
    }

    private record TrustingEverybody() implements X509TrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private SSLSocket client() throws IOException {
        SSLSocket client =
                (SSLSocket) TLS.trust().sslContext().getSocketFactory().createSocket("localhost", port);
        client.setSoTimeout(20_000);
        javax.net.ssl.SSLParameters checking = client.getSSLParameters();
        checking.setEndpointIdentificationAlgorithm("HTTPS");
        client.setSSLParameters(checking);
        return client;
    }

    private static String answerTo(SSLSocket client, String request) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(request.getBytes(ISO_8859_1));
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith("handled")) {
            int next = client.getInputStream().read();
            if (next < 0) {
                return answer + "(cut off)";
            }
            answer.append((char) next);
        }
        return answer.toString();
    }

    /** A connection that was cut is an end too: TLS tells it from an orderly one. */
    private static boolean isAtEnd(SSLSocket client) {
        try {
            return client.getInputStream().read() < 0;
        } catch (IOException cut) {
            return true;
        }
    }

    private void brokenOff(String reason) {
        front.refusals.add(new TestFront.Refusal("", "", 0, reason));
    }

    private String told() throws InterruptedException {
        for (int i = 0; i < 2000 && front.refusals.isEmpty(); i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
        return front.refusals.isEmpty() ? "" : front.refusals.element().reason();
    }

    private static Duration time(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - before);
    }
}
