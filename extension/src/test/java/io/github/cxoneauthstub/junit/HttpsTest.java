package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.WrongCertificate;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** HTTPS in the life of a test class: what a client was given before the tests is good in each of them. */
@CxoneAuthStub
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class HttpsTest {
    private final Set<URI> ports = ConcurrentHashMap.newKeySet();
    private SSLContext trusting;

    HttpsTest(CxoneAuth auth) {
        trusting = auth.https().trust().sslContext();
    }

    @BeforeAll
    void trust(CxoneAuth auth) {
        ports.add(auth.https().baseUri());
        auth.next().withdraw();
    }

    @AfterAll
    void onePort() {
        assertThat(ports).hasSize(1);
    }

    /** Each leaves a wrong certificate behind, which no other test is to see. */
    @RepeatedTest(2)
    void test_beginsWithTheRightCertificate(CxoneAuth auth) throws IOException {
        check(auth);
        auth.next().times(3).wrongCertificate(WrongCertificate.EXPIRED);
    }

    private void check(CxoneAuth auth) throws IOException {
        ports.add(auth.https().baseUri());
        assertThat(status(auth.https().jwksUri())).isEqualTo(200);
        assertThat(auth.exchanges().all()).extracting(Exchange::path).containsExactly("/auth/jwks");
    }

    private int status(URI uri) throws IOException {
        HttpsURLConnection connection = (HttpsURLConnection) uri.toURL().openConnection();
        connection.setSSLSocketFactory(trusting.getSocketFactory());
        return connection.getResponseCode();
    }

    @Nested
    class Inner {
        @Test
        void nestedTest_hasTheSamePort(CxoneAuth auth) throws IOException {
            check(auth);
        }
    }
}
