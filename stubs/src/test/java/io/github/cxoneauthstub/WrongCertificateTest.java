package io.github.cxoneauthstub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.WrongCertificate;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A certificate that is wrong on purpose, and what clients make of it. */
class WrongCertificateTest {
    private final CxoneAuth auth = CxoneAuth.start();
    private final HttpsClients clients = new HttpsClients(auth);

    @AfterEach
    void close() {
        auth.close();
    }

    @ParameterizedTest
    @EnumSource(WrongCertificate.class)
    void wrongCertificate_isShownOnce(WrongCertificate wrong) throws IOException, InterruptedException {
        HttpRequest request = clients.tokenRequest(auth.https().tokenUri());
        clients.trusting().send(request, BodyHandlers.discarding());
        auth.next().wrongCertificate(wrong);

        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> clients.trusting().send(request, BodyHandlers.discarding()));
        assertThat(clients.trusting().send(request, BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);

        assertThat(auth.exchanges().all())
                .extracting(Exchange::outcome)
                .containsExactly(Outcome.ISSUED, Outcome.DISRUPTED, Outcome.ISSUED);
        assertThat(auth.exchanges().timeline())
                .contains("TLS handshake  -> no answer the certificate " + wrong.fault() + ", as the test asked");
    }

    @Test
    void wrongCertificate_isForNoRequest() {
        assertThatIllegalStateException()
                .isThrownBy(() -> auth.next().atResources().wrongCertificate(WrongCertificate.EXPIRED))
                .withMessageContaining("use auth.next().wrongCertificate(...), without atTokenEndpoints()");
        auth.next().times(3).wrongCertificate(WrongCertificate.EXPIRED);
        auth.next().withdraw();
        assertThat(auth.https().baseUri())
                .satisfies(base -> clients.handshake("localhost").close());
    }

    @Test
    void wrongCertificates_areForAsManyConnections_whoeverComes() throws Exception {
        HttpRequest request = clients.tokenRequest(auth.https().tokenUri());
        auth.next().times(3).wrongCertificate(WrongCertificate.UNKNOWN_CA);
        ExecutorService threads = Wire.threads(10);
        List<Future<Boolean>> served = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            served.add(threads.submit(() -> isServed(request)));
        }
        threads.shutdown();

        int refused = 0;
        for (Future<Boolean> each : served) {
            refused += each.get(60, TimeUnit.SECONDS) ? 0 : 1;
        }
        assertThat(refused).isEqualTo(3);
        assertThat(auth.exchanges().all())
                .extracting(Exchange::outcome)
                .hasSize(10)
                .filteredOn(Outcome.DISRUPTED::equals)
                .hasSize(3);
    }

    private boolean isServed(HttpRequest request) throws IOException, InterruptedException {
        try {
            return clients.trusting().send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (SSLHandshakeException refused) {
            return false;
        }
    }

    /** Neither who only looks whether somebody listens, nor who speaks something else, has any use for it. */
    @Test
    void wrongCertificate_waitsForAHandshake() throws IOException {
        URI base = auth.https().baseUri();
        auth.next().wrongCertificate(WrongCertificate.EXPIRED);
        assertThat(Wire.listens(base)).isTrue();
        Wire.send(URI.create("http://127.0.0.1:" + base.getPort()), Wire.get("/"));

        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> clients.handshake("localhost").close());
        assertThat(auth.exchanges().last().outcome()).isEqualTo(Outcome.DISRUPTED);
    }

    @Test
    void reset_withdrawsWrongCertificates() {
        auth.https();
        auth.next().times(2).wrongCertificate(WrongCertificate.EXPIRED);
        auth.reset();

        assertThatCode(() -> clients.handshake("localhost").close()).doesNotThrowAnyException();
    }

    @Test
    void givingBack_closesConnectionsAndForgetsWrongCertificates_butKeepsThePort() throws Exception {
        try (CxoneAuthPool pool = new CxoneAuthPool()) {
            Lease lease = pool.lease(Configuration.defaults());
            URI port = lease.auth().https().baseUri();
            try (SSLSocket socket = clients.handshakeAt(port, "localhost")) {
                lease.auth().next().times(2).wrongCertificate(WrongCertificate.EXPIRED);
                lease.close();
                assertThat(isAtEnd(socket)).isTrue();
            }
            CxoneAuth next = pool.lease(Configuration.defaults()).auth();

            assertThat(next.https().baseUri()).isEqualTo(port);
            clients.handshakeAt(port, "localhost").close();
            assertThat(next.exchanges().all()).isEmpty();
        }
    }

    private static boolean isAtEnd(SSLSocket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException cut) {
            return true;
        }
    }

    /** A client that takes every certificate is what the certificate was wrong for. */
    @ParameterizedTest
    @EnumSource(WrongCertificate.class)
    void clientThatTakesAWrongCertificate_isToldOf(WrongCertificate wrong) throws Exception {
        HttpRequest request = clients.tokenRequest(auth.https().tokenUri());
        auth.next().wrongCertificate(wrong);

        assertThat(HttpsClients.client(trustingEverybody())
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);

        assertThat(auth.exchanges().all())
                .extracting(Exchange::outcome)
                .containsExactly(Outcome.DISRUPTED, Outcome.REJECTED, Outcome.ISSUED);
        Exchange taken = auth.exchanges().rejected().get(0);
        assertThat(taken.reason()).contains(Reason.CERTIFICATE_NOT_CHECKED);
        assertThat(taken.explanation()).hasValueSatisfying(why -> {
            assertThat(why.rule())
                    .isEqualTo("certificate-checked: a client breaks off at a certificate that " + wrong.fault());
            assertThat(why.advice()).contains("no verify=False");
        });
    }

    /** It never saw the certificate, so that it did not refuse it. */
    @Test
    void clientThatSpeaksHttp2Alone_isToldOfThat() {
        auth.next().wrongCertificate(WrongCertificate.EXPIRED);

        assertThatExceptionOfType(SSLException.class)
                .isThrownBy(() -> clients.handshake("localhost", "h2").close());

        assertThat(auth.exchanges().last().reason()).contains(Reason.TLS_NOT_AGREED);
    }

    /** The suite is for another kind of key than the server's; older ones a JDK itself does not speak any more. */
    @Test
    void clientThatHasNoCipherSuiteInCommon_isToldOfThat() throws IOException {
        auth.next().wrongCertificate(WrongCertificate.EXPIRED);
        try (SSLSocket socket = (SSLSocket) auth.https()
                .trust()
                .sslContext()
                .getSocketFactory()
                .createSocket("localhost", auth.https().baseUri().getPort())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.setEnabledCipherSuites(new String[] {"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"});

            assertThatExceptionOfType(SSLException.class).isThrownBy(socket::startHandshake);
        }
        assertThat(auth.exchanges().last().reason()).contains(Reason.TLS_NOT_AGREED);
    }

    private static SSLContext trustingEverybody() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustingEverybody()}, null);
        return context;
    }

    /** Extended, so that the JDK adds no check of its own. */
    private static final class TrustingEverybody extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
