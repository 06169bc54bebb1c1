package io.github.cxoneauthstub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.cxoneauthstub.auth.Exchanges;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.tls.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same server over HTTPS, as clients that trust it and clients that do not see it. */
class HttpsTest {
    private final CxoneAuth auth = CxoneAuth.start();
    private final HttpsClients clients = new HttpsClients(auth);

    @AfterEach
    void close() {
        auth.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void clientThatTrusts_getsATokenAndItsResource(String host) throws IOException, InterruptedException {
        auth.api().get("/api/v2/users/me").answers("{}");
        HttpClient client = clients.trusting();

        HttpResponse<String> token =
                client.send(clients.tokenRequest(auth.https().named(host).tokenUri()), BodyHandlers.ofString());
        HttpResponse<String> resource = client.send(
                HttpRequest.newBuilder(auth.https().apiUri().resolve("/api/v2/users/me"))
                        .header("Authorization", "Bearer " + Wire.accessToken(token.body()))
                        .build(),
                BodyHandlers.ofString());

        assertThat(token.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(token.statusCode()).isEqualTo(200);
        assertThat(resource.statusCode()).isEqualTo(200);
        assertThat(auth.exchanges().all())
                .extracting(Exchange::outcome)
                .containsExactly(Outcome.ISSUED, Outcome.ADMITTED);
    }

    @Test
    void plainHttp_goesOn() {
        auth.https();

        assertThat(Wire.status(Wire.send(auth.baseUri(), Wire.get("/.well-known/jwks.json"))))
                .isNotZero();
        assertThat(auth.https().baseUri().getPort())
                .isNotEqualTo(auth.baseUri().getPort())
                .isEqualTo(auth.https().jwksUri().getPort());
    }

    @Test
    void clientThatTrustsOthers_isToldOf() {
        Exchanges kept = auth.exchanges();
        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> HttpsClients.client(SSLContext.getDefault())
                        .send(clients.tokenRequest(auth.https().tokenUri()), BodyHandlers.discarding()));

        Exchange exchange = kept.last();
        assertThat(exchange).hasToString("#1 TLS handshake -> no answer");
        assertThat(exchange.reason()).contains(Reason.TLS_NOT_AGREED);
        assertThat(auth.exchanges().timeline())
                .contains("TLS handshake  -> no answer")
                .contains("not trust the certificate")
                .contains("auth.https().trust().sslContext()");
    }

    @Test
    void plainHttpAtThePortOfTls_isToldOf() {
        URI plain = URI.create("http://127.0.0.1:" + auth.https().baseUri().getPort());

        assertThat(Wire.send(plain, Wire.get("/?client_secret=hidden")))
                .startsWith("HTTP/1.1 400 ")
                .endsWith("this port speaks TLS, but the client began with something else: use https://\n");
        assertThat(auth.exchanges().last().reason()).contains(Reason.HTTP_UNREADABLE);
        assertThat(auth.exchanges().timeline()).doesNotContain("hidden");
    }

    @Test
    void tlsAtThePortOfPlainHttp_isToldOf() {
        URI wrong = URI.create("https://127.0.0.1:" + auth.baseUri().getPort());

        assertThatExceptionOfType(SSLException.class)
                .isThrownBy(() -> clients.trusting().send(clients.tokenRequest(wrong), BodyHandlers.discarding()));
        assertThat(auth.exchanges().last().explanation())
                .hasValueSatisfying(why -> assertThat(why.seen()).contains("speaks plain HTTP"));
    }

    /** A probe of the port says nothing, and is nobody's mistake. */
    @Test
    void clientThatOnlyConnects_isNotTold() throws IOException {
        URI base = auth.https().baseUri();
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), base.getPort()));
        }
        Exchanges exchanges = auth.exchanges();
        auth.close();

        assertThat(exchanges.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"h2;http/1.1, http/1.1", "http/1.1, http/1.1"})
    void alpn_offersHttp11(String offered, String chosen) throws IOException {
        try (SSLSocket socket = clients.handshake("localhost", offered.split(";"))) {
            assertThat(socket.getApplicationProtocol()).isEqualTo(chosen);
        }
    }

    @Test
    void alpnOfHttp2Alone_isDeclined() {
        assertThatExceptionOfType(SSLException.class)
                .isThrownBy(() -> clients.handshake("localhost", "h2").close())
                .withMessageContaining("no_application_protocol");
        assertThat(auth.exchanges().last().explanation()).hasValueSatisfying(why -> {
            assertThat(why.seen()).contains("speaks no HTTP/1.1");
            assertThat(why.advice()).contains("offer http/1.1 by ALPN");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"login.localtest", "api.cxone.test", "na1.localhost", "LOCALHOST"})
    void chosenName_hasACertificate(String name) throws IOException, GeneralSecurityException {
        assertThat(auth.https().named(name).tokenUri().getHost()).isEqualTo(name);

        try (SSLSocket socket = clients.handshake(name)) {
            X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            assertThat(shown.getSubjectAlternativeNames())
                    .contains(List.of(2, name.toLowerCase(java.util.Locale.ROOT)), List.of(7, "127.0.0.1"))
                    .hasSizeBetween(3, 4);
            assertThat(shown.getNotAfter().toInstant()).hasToString("2099-12-31T23:59:59Z");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cxone.niceincontact.com", "localtest.me", "test.", "a b.test", "", "10.0.0.1", "xtest"})
    void nameThatSomebodyMayOwn_isRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> auth.https().named(name))
                .withMessage("no certificate is made for '" + name + "', which somebody may own: use a name below"
                        + " localhost, localtest, test, as login.localtest");
    }

    @Test
    void trust_isInEveryForm() throws IOException, GeneralSecurityException {
        Trust trust = auth.https().trust();
        KeyStore store = KeyStore.getInstance(trust.trustStore().toFile(), Trust.TRUST_STORE_PASSWORD.toCharArray());

        try (InputStream pem = Files.newInputStream(trust.pemFile())) {
            assertThat(CertificateFactory.getInstance("X.509").generateCertificate(pem))
                    .isEqualTo(trust.authority());
        }
        assertThat(store.getCertificate(store.aliases().nextElement())).isEqualTo(trust.authority());
        assertThat(trust.trustManager().getAcceptedIssuers()).containsExactly(trust.authority());
        assertThat(trust.pemFile())
                .isEqualTo(auth.https().trust().pemFile())
                .content()
                .doesNotContain("PRIVATE");
    }

    @Test
    void twoThreads_openOnePort() throws Exception {
        ExecutorService threads = Wire.threads(8);
        CyclicBarrier together = new CyclicBarrier(8);
        List<Future<URI>> ports = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ports.add(threads.submit(() -> {
                together.await(10, TimeUnit.SECONDS);
                return auth.https().baseUri();
            }));
        }
        threads.shutdown();

        for (Future<URI> port : ports) {
            assertThat(port.get(30, TimeUnit.SECONDS)).isEqualTo(auth.https().baseUri());
        }
    }

    @Test
    void closing_isTheEndOfBothPorts() {
        URI secure = auth.https().baseUri();

        auth.close();

        assertThat(Wire.fallsSilent(secure)).isTrue();
        assertThatIllegalStateException().isThrownBy(auth::https);
    }
}
