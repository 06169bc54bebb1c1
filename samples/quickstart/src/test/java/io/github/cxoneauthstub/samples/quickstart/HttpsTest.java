package io.github.cxoneauthstub.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.Https;
import io.github.cxoneauthstub.auth.WrongCertificate;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** A client that trusts the test authority, and a certificate that it must not accept. */
// region https
@CxoneAuthStub
class HttpsTest {

    @Test
    void expired_certificate_is_not_accepted(CxoneAuth auth) throws Exception {
        Https https = auth.https();
        HttpClient client =
                HttpClient.newBuilder().sslContext(https.trust().sslContext()).build();
        HttpRequest keys = HttpRequest.newBuilder(https.jwksUri()).build();

        auth.next().wrongCertificate(WrongCertificate.EXPIRED);
        assertThatThrownBy(() -> client.send(keys, BodyHandlers.ofString())).isInstanceOf(SSLHandshakeException.class);

        assertThat(client.send(keys, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
}
// endregion
