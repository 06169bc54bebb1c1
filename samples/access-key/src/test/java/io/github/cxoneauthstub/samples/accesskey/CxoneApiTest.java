package io.github.cxoneauthstub.samples.accesskey;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way that NICE documents, and where it can break. */
@CxoneAuthStub(profile = "GLOBAL")
class CxoneApiTest {
    private static final String AGENTS = "/incontactapi/services/v27.0/agents";

    @BeforeEach
    void serve(CxoneAuth auth) {
        auth.api().get(AGENTS).answers("{\"agents\":[]}");
    }

    private static CxoneApi api(CxoneAuth auth, HttpClient http, URI issuer) {
        AccessKey key = auth.accessKeys().all().get(0);
        Credentials credentials =
                new Credentials(auth.client().id(), auth.client().secret(), key.id(), key.secret());
        return new CxoneApi(http, issuer, credentials, auth.clock());
    }

    private static CxoneApi api(CxoneAuth auth) {
        return api(auth, HttpClient.newHttpClient(), auth.baseUri());
    }

    // tag::test[]
    @Test
    void clientThatKnowsTheIssuer_reachesTheApi(CxoneAuth auth) {
        CxoneApi api = api(auth);

        IntStream.range(0, 10).forEach(i -> assertThat(api.get(AGENTS)).isEqualTo("{\"agents\":[]}"));

        assertThat(auth).issuedTokens(1).rejectedNothing();
    }

    @Test
    void tokenThatEnds_isRenewedBeforeByItsRefreshToken(CxoneAuth auth) {
        CxoneApi api = api(auth);
        api.get(AGENTS);

        auth.clock().advance(Duration.ofMinutes(56));
        api.get(AGENTS);

        assertThat(auth).issuedTokens(2).rejectedNothing();
    }

    @Test
    void refreshTokenThatIsOver_leavesTheAccessKey(CxoneAuth auth) {
        CxoneApi api = api(auth);
        api.get(AGENTS);

        auth.clock().advance(Duration.ofHours(3));
        api.get(AGENTS);

        assertThat(auth).issuedTokens(2).rejectedOnce(Reason.REFRESH_TOKEN_EXPIRED);
    }

    @Test
    void revokedToken_costsOneRetry(CxoneAuth auth) {
        CxoneApi api = api(auth);
        api.get(AGENTS);

        auth.tokens().revokeAll();
        api.get(AGENTS);

        assertThat(auth).issuedTokens(2).rejectedOnce(Reason.TOKEN_REVOKED);
    }

    // end::test[]

    @Test
    void accessKeyThatIsDeactivated_isTheEnd(CxoneAuth auth) {
        CxoneApi api = api(auth);
        api.get(AGENTS);

        auth.accessKeys().deactivate(auth.accessKeys().all().get(0).id());

        assertThatExceptionOfType(CxoneException.class)
                .isThrownBy(() -> api.get(AGENTS))
                .withMessage("/auth/token answered 401 invalid_grant");
        assertThat(auth.exchanges().all())
                .extracting(Exchange::reason)
                .flatExtracting(reason -> reason.stream().toList())
                .containsExactly(Reason.TOKEN_REVOKED, Reason.REFRESH_TOKEN_REVOKED, Reason.ACCESS_KEY_INACTIVE);
    }

    @Test
    void overHttps_everyAddressIsHttps(CxoneAuth auth) {
        HttpClient http = HttpClient.newBuilder()
                .sslContext(auth.https().trust().sslContext())
                .build();

        assertThat(api(auth, http, auth.https().baseUri()).get(AGENTS)).isEqualTo("{\"agents\":[]}");
    }

    @Test
    void credentials_areNeverShown(CxoneAuth auth) {
        AccessKey key = auth.accessKeys().all().get(0);

        assertThat(new Credentials("id", auth.client().secret(), key.id(), key.secret()).toString())
                .doesNotContain(auth.client().secret(), key.secret());
    }
}
