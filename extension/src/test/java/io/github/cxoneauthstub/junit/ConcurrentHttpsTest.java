package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import java.io.IOException;
import javax.net.ssl.HttpsURLConnection;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests at the same time have a server each, and one authority. */
@CxoneAuthStub
@Execution(ExecutionMode.CONCURRENT)
class ConcurrentHttpsTest {
    @RepeatedTest(4)
    void test_isTrusted(CxoneAuth auth) throws IOException {
        HttpsURLConnection connection =
                (HttpsURLConnection) auth.https().jwksUri().toURL().openConnection();
        connection.setSSLSocketFactory(auth.https().trust().sslContext().getSocketFactory());

        assertThat(connection.getResponseCode()).isEqualTo(200);
        assertThat(auth.exchanges().all()).hasSize(1);
    }
}
