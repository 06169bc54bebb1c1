package io.github.cxoneauthstub.front;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.cxoneauthstub.auth.WrongCertificate;
import io.github.cxoneauthstub.tls.TestTls;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A front with a port of TLS, and what its listeners hear of handshakes. */
final class TlsFront implements AutoCloseable {
    static final String GET = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n";

    /** The head of a record that is a client's hello of 512 bytes. */
    static final String HELLO = "\u0016\u0003\u0001\u0002\u0000";

    private static final TestTls TLS = new TestTls(new SecureRandom());
    private static final FrontLimits LIMITS =
            new FrontLimits(16 << 10, 48 << 10, 4 << 20, 1000, Duration.ofMillis(500), FrontLimits.DEFAULT.idle());

    final TestFront plain = new TestFront(LIMITS, options -> options);

    /** How many clients it was asked for. */
    final AtomicInteger asked = new AtomicInteger();

    /** What became of those that it was asked for: "accepted", or why not. */
    final Queue<String> outcomes = new ConcurrentLinkedQueue<>();

    final int port = plain.front.secure(0, this::counted);

    /** What is answered for the next client. */
    volatile Supplier<Securing> securing = this::usual;

    private Securing counted() {
        asked.incrementAndGet();
        return securing.get();
    }

    Securing usual() {
        return new Securing(TLS.server(), new Kept());
    }

    Securing wrong(WrongCertificate certificate) {
        return new Securing(TLS.server(certificate), new Kept());
    }

    private final class Kept implements HandshakeListener {
        @Override
        public void accepted() {
            outcomes.add("accepted");
        }

        @Override
        public void brokenOff(Disagreement why) {
            outcomes.add(why.sentence());
        }
    }

    /** One that trusts the certificates and checks the name. */
    SSLSocket client() throws IOException {
        SSLSocket client =
                (SSLSocket) TLS.trust().sslContext().getSocketFactory().createSocket("localhost", port);
        client.setSoTimeout(20_000);
        return checking(client);
    }

    /** One that trusts every certificate, but checks the name, over a connection that is there. */
    static SSLSocket trustingEverybody(Socket tcp, String name) throws IOException, GeneralSecurityException {
        return checking(over(tcp, name, new TrustingEverybody()));
    }

    static SSLSocket over(Socket tcp, String name, TrustManager trust) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {trust}, null);
        return (SSLSocket) context.getSocketFactory().createSocket(tcp, name, tcp.getPort(), true);
    }

    private static SSLSocket checking(SSLSocket client) {
        SSLParameters checking = client.getSSLParameters();
        checking.setEndpointIdentificationAlgorithm("HTTPS");
        client.setSSLParameters(checking);
        return client;
    }

    static class TrustingEverybody implements X509TrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    static final class TrustingNobody extends TrustingEverybody {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("nobody is trusted");
        }
    }

    static String answerTo(SSLSocket client, String request) throws IOException {
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

    static Duration time(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - before);
    }

    @Override
    public void close() {
        plain.close();
    }
}
