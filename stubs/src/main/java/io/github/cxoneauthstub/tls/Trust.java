package io.github.cxoneauthstub.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * What a client needs to trust the test authority, in each form that clients take. The files are made in the directory
 * for temporary files when they are first asked for, and anew when somebody has swept them away; they hold no key, are
 * readable by the user only where files have owners, and are deleted when the process ends, unless it is killed. Safe
 * for use by several threads.
 *
 * @since 0.1.0
 */
public final class Trust {
    /** Of {@link #trustStore()}; PKCS12 readers want one. */
    public static final String TRUST_STORE_PASSWORD = "changeit";

    private static final String ALIAS = "cxone-auth-stubs-test-ca";

    private final X509Certificate authority;
    private final KeyStore store;
    private final X509TrustManager trustManager;
    private final SSLContext sslContext;
    private @Nullable Path pemFile;
    private @Nullable Path trustStoreFile;

    Trust(X509Certificate authority) {
        this.authority = authority;
        try {
            this.store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(ALIAS, authority);
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            this.trustManager = Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
            this.sslContext = SSLContext.getInstance("TLS");
            sslContext.init(null, factory.getTrustManagers(), null);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this JVM cannot be made to trust a certificate", e);
        }
    }

    /** The certificate of the test authority. */
    public X509Certificate authority() {
        return authority;
    }

    /** Trusts the test authority and nobody else, and checks the host. */
    public SSLContext sslContext() {
        return sslContext;
    }

    /** Trusts the test authority and nobody else. */
    public X509TrustManager trustManager() {
        return trustManager;
    }

    /** The certificate in PEM, as curl, Python and Node read it. */
    public synchronized Path pemFile() {
        if (pemFile == null || Files.notExists(pemFile)) {
            pemFile = written(".pem", out -> out.write(pem().getBytes(US_ASCII)));
        }
        return pemFile;
    }

    /**
     * A trust store in PKCS12, as {@code -Djavax.net.ssl.trustStore} takes it; its password is
     * {@value #TRUST_STORE_PASSWORD}.
     */
    public synchronized Path trustStore() {
        if (trustStoreFile == null || Files.notExists(trustStoreFile)) {
            trustStoreFile = written(".p12", out -> {
                try {
                    store.store(out, TRUST_STORE_PASSWORD.toCharArray());
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException("this JVM writes no PKCS12", e);
                }
            });
        }
        return trustStoreFile;
    }

    private String pem() {
        try {
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(authority.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate of ours cannot be written", e);
        }
    }

    /** Writes what a file has. */
    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static Path written(String ending, Content content) {
        try {
            Path file = Files.createTempFile("cxone-auth-ca-", ending);
            file.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(file)) {
                content.writeTo(out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate of the test authority cannot be written to a file", e);
        }
    }
}
