package io.github.cxoneauthstub.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.cxoneauthstub.auth.WrongCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of clients that begin a handshake, and who hears of it. */
class HandshakeTest {
    private static final Duration AT_ONCE = Duration.ofMillis(700);
    private static final String DISTRUST = "the client does not trust the certificate";
    private static final String LEFT = "the client left in the middle of the handshake";

    private final TlsFront tls = new TlsFront();

    @AfterEach
    void stop() {
        tls.close();
    }

    @Test
    void helloThatDrips_isWaitedForNoLongerThanARequest() throws IOException {
        long before = System.nanoTime();
        try (Wire wire = new Wire(tls.port)) {
            wire.send(TlsFront.HELLO);
            dripUntilClosed(wire);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        assertThat(tls.plain.refusals)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason())
                        .isEqualTo("the handshake of TLS was not at its end within 500 ms"));
        assertThat(tls.asked).hasValue(0);
    }

    private static void dripUntilClosed(Wire wire) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
            for (int i = 0; i < 500; i++) {
                wire.send("\u0000");
                LockSupport.parkNanos(20_000_000);
            }
        });
    }

    @Test
    void helloThatIsBrokenOff_isToldOf() throws Exception {
        try (Wire wire = new Wire(tls.port)) {
            wire.send(TlsFront.HELLO + "\u0001").halfClose();
            wire.rest();
            tls.plain.front.awaitHandshakes();
        }
        assertThat(tls.outcomes).singleElement().asString().startsWith(LEFT);
    }

    @Test
    void silentClient_isNotToldAndCostsNoCertificate() throws IOException {
        try (Wire silent = new Wire(tls.port);
                Wire leaving = new Wire(tls.port)) {
            leaving.halfClose();
            assertThat(leaving.isAtEnd()).isTrue();
            assertThat(TlsFront.time(tls.plain.front::awaitHandshakes)).isLessThan(AT_ONCE);
            tls.plain.front.disconnectClients();
            assertThat(silent.isAtEnd()).isTrue();
        }
        assertThat(tls.plain.refusals).isEmpty();
        assertThat(tls.asked).hasValue(0);
    }

    @Test
    void clientThatIsCutOffByUsInTheHandshake_isNotTold() throws IOException {
        try (Wire wire = new Wire(tls.port);
                SSLSocket next = tls.client()) {
            // clients are taken in one after the other
            TlsFront.answerTo(next, TlsFront.GET);
            wire.send(TlsFront.HELLO + "\u0001");
            assertThat(TlsFront.time(tls.plain.front::disconnectClients)).isLessThan(AT_ONCE);
            wire.rest();
        }
        assertThat(tls.plain.refusals).isEmpty();
    }

    /** As a client does that throws the connection away as soon as it dislikes the certificate. */
    @Test
    void handshakeThatIsReset_isToldOf() throws Exception {
        try (Socket tcp = new Socket(InetAddress.getLoopbackAddress(), tls.port)) {
            SSLSocket client = TlsFront.over(tcp, "localhost", new Resetting(tcp));

            assertThatExceptionOfType(IOException.class).isThrownBy(client::startHandshake);
        }
        tls.plain.front.awaitHandshakes();
        assertThat(tls.outcomes).singleElement().asString().startsWith(LEFT);
    }

    private static final class Resetting extends TlsFront.TrustingEverybody {
        private final Socket tcp;

        Resetting(Socket tcp) {
            this.tcp = tcp;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            try {
                tcp.setSoLinger(true, 0);
                tcp.close();
            } catch (IOException e) {
                throw new CertificateException(e);
            }
        }
    }

    /** OpenSSL says so in plain text where TLS 1.3 has a sealed record; it was told as a disagreement about TLS. */
    @Test
    void alertInPlainText_isThatOfAClientThatDoesNotTrust() throws Exception {
        try (Socket tcp = begun()) {
            // a fatal alert, unknown_ca: RFC 8446 section 6
            tcp.getOutputStream().write(new byte[] {21, 3, 3, 0, 2, 2, 48});

            tls.plain.front.awaitHandshakes();
            assertThat(tls.outcomes).containsExactly(DISTRUST);
        }
    }

    /** It holds nobody up for longer than the patience of the front. */
    @Test
    void clientThatFallsSilentInTheHandshake_isToldOf() throws Exception {
        try (Socket silent = begun()) {
            tls.plain.front.awaitHandshakes();

            assertThat(silent.isClosed()).isFalse();
            assertThat(tls.outcomes).containsExactly("the handshake of TLS was not at its end within 500 ms");
        }
    }

    /** A client that has seen the server's certificate, and has not answered. */
    private Socket begun() throws Exception {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine();
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(new String[] {"TLSv1.3"});
        ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), hello);
        Socket tcp = new Socket(InetAddress.getLoopbackAddress(), tls.port);
        tcp.getOutputStream().write(hello.array(), 0, hello.position());
        assertThat(tcp.getInputStream().read(new byte[4096])).isPositive();
        return tcp;
    }

    /** The client knows of its own failure first; whoever asks then finds it known to the listener, too. */
    @Test
    void handshakeUnderWay_isWaitedForUntilItsListenerKnows() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Securing usual = tls.usual();
        tls.securing = () -> new Securing(usual.context(), new HandshakeListener() {
            @Override
            public void accepted() {}

            @Override
            public void brokenOff(Disagreement why) {
                await(asked);
                usual.listener().brokenOff(why);
            }
        });
        try (SSLSocket client =
                TlsFront.over(new Socket("localhost", tls.port), "localhost", new TlsFront.TrustingNobody())) {
            assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(client::startHandshake);
        }
        asked.countDown();
        tls.plain.front.awaitHandshakes();

        assertThat(tls.outcomes).singleElement().satisfies(HandshakeTest::isDistrust);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Also by a client that has a session of before, which would spare it the certificate. */
    @ParameterizedTest
    @EnumSource(WrongCertificate.class)
    void wrongCertificate_isShownToAClientWithASession(WrongCertificate wrong) throws IOException {
        for (int i = 0; i < 2; i++) {
            try (SSLSocket client = tls.client()) {
                assertThat(TlsFront.answerTo(client, TlsFront.GET)).startsWith("HTTP/1.1 200");
            }
        }
        tls.securing = () -> tls.wrong(wrong);

        try (SSLSocket client = tls.client()) {
            assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(client::startHandshake);
        }
        tls.plain.front.awaitHandshakes();
        assertThat(tls.outcomes).hasSize(3).last().satisfies(HandshakeTest::isDistrust);
    }

    /** At a chosen name they were for the wrong host, too, and so a client that trusts everybody broke off as well. */
    @ParameterizedTest
    @EnumSource(WrongCertificate.class)
    void wrongCertificateAtAChosenName_hasThatFaultOnly(WrongCertificate wrong) throws Exception {
        tls.securing = () -> tls.wrong(wrong);
        try (Socket tcp = new Socket(InetAddress.getLoopbackAddress(), tls.port);
                SSLSocket client = TlsFront.trustingEverybody(tcp, "login.localtest")) {
            if (wrong == WrongCertificate.WRONG_HOST) {
                assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(client::startHandshake);
                tls.plain.front.awaitHandshakes();
            } else {
                assertThat(TlsFront.answerTo(client, TlsFront.GET)).startsWith("HTTP/1.1 200");
            }
        }
        if (wrong == WrongCertificate.WRONG_HOST) {
            assertThat(tls.outcomes).singleElement().satisfies(HandshakeTest::isDistrust);
        } else {
            assertThat(tls.outcomes).containsExactly("accepted");
        }
    }

    /** Some look at the certificate, or at the name in it, after the handshake: they were told to take every one. */
    @Test
    void clientThatLeavesBehindTheHandshake_hasNotTakenTheCertificate() throws Exception {
        tls.securing = () -> tls.wrong(WrongCertificate.WRONG_HOST);
        try (Socket tcp = new Socket(InetAddress.getLoopbackAddress(), tls.port);
                SSLSocket client = TlsFront.over(tcp, "localhost", new TlsFront.TrustingEverybody())) {
            client.startHandshake();
            tls.plain.front.awaitHandshakes();
        }
        tls.plain.front.disconnectClients();
        assertThat(tls.outcomes).isEmpty();
    }

    /** What the JDK's client says of it may be lost as it resets the connection behind it. */
    private static void isDistrust(String outcome) {
        assertThat(outcome).matches(DISTRUST + "|" + LEFT + ".*");
    }
}
