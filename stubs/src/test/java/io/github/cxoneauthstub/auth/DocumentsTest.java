package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.RFC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final String KEYS = "/auth/jwks";

    private final TestServer server = TestServer.inBothDialects();

    @Test
    void discovery_namesWhatIsServedOnTheOwnBaseUrl() {
        assertThat(server.answer(TestRequest.get(DISCOVERY)).body())
                .isEqualTo("{\"issuer\":\"http://127.0.0.1:4711\","
                        + "\"authorization_endpoint\":\"http://127.0.0.1:4711/auth/authorize\","
                        + "\"token_endpoint\":\"http://127.0.0.1:4711/oauth/token\","
                        + "\"userinfo_endpoint\":\"http://127.0.0.1:4711/auth/userinfo\","
                        + "\"jwks_uri\":\"http://127.0.0.1:4711/auth/jwks\","
                        + "\"end_session_endpoint\":\"http://127.0.0.1:4711/auth/authorize/logout\","
                        + "\"token_endpoint_auth_methods_supported\":[\"client_secret_basic\",\"client_secret_post\"],"
                        + "\"token_endpoint_auth_signing_alg_values_supported\":[\"RS256\"],"
                        + "\"scopes_supported\":[\"openid\"],\"response_types_supported\":[\"code\"],"
                        + "\"subject_types_supported\":[\"public\"],"
                        + "\"id_token_signing_alg_values_supported\":[\"RS256\"],"
                        + "\"request_object_signing_alg_values_supported\":[\"none\"],"
                        + "\"display_values_supported\":[\"page\",\"popup\"],"
                        + "\"claim_types_supported\":[\"normal\"],"
                        + "\"code_challenge_methods_supported\":[\"S256\"]}");
    }

    @ParameterizedTest
    @CsvSource({"BASIC, '[\"client_secret_basic\"]'", "BODY, '[\"client_secret_post\"]'"})
    void discovery_namesTheMethodsOfTheDefaultDialect(AuthMethod method, String methods) {
        TestServer own = TestServer.speaking(Profiles.RFC6749.toBuilder("OWN")
                .paths("/t")
                .credentials(method)
                .build());

        assertThat(own.answer(TestRequest.get(DISCOVERY)).body())
                .contains("\"token_endpoint\":\"http://127.0.0.1:4711/t\"")
                .contains("\"token_endpoint_auth_methods_supported\":" + methods);
    }

    @Test
    void keySet_verifiesAnIssuedToken() throws ParseException, JOSEException {
        String keys = server.answer(TestRequest.get(KEYS)).body();
        SignedJWT token =
                SignedJWT.parse(server.view().tokens().issue(TestServer.ID).value());

        assertThat(token.verify(new RSASSAVerifier(JWKSet.parse(keys)
                        .getKeyByKeyId(token.getHeader().getKeyID())
                        .toRSAKey())))
                .isTrue();
    }

    @Test
    void handle_namesThePathOfTheKeySetAndTheConfiguration() {
        Answer keys = server.answer(TestRequest.get(server.view().keySetPath()));

        assertThat(keys.body()).startsWith("{\"keys\":[");
        assertThat(server.view().configuration()).isSameAs(server.server().configuration());
    }

    @ParameterizedTest
    @CsvSource({DISCOVERY + ", discovery document", KEYS + ", key set"})
    void document_isServedWithoutATokenAndRecorded(String path, String note) {
        Exchange exchange = server.exchange(TestRequest.get(path));

        assertThat(exchange.kind()).isEqualTo(Kind.DOCUMENT);
        assertThat(exchange.outcome()).isEqualTo(Outcome.SERVED);
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.note()).isEqualTo(note);
    }

    @ParameterizedTest
    @ValueSource(strings = {DISCOVERY, KEYS})
    void document_isReadByGetAndHeadOnly(String path) {
        assertThat(server.answer(TestRequest.get(path).method("HEAD")).status()).isEqualTo(200);

        Answer answer = server.answer(TestRequest.get(path).method("POST"));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(Wire.values(answer, "Allow")).containsExactly("GET, HEAD");
        assertThat(server.view().exchanges().last().reason()).contains(Reason.PATH_UNKNOWN);
        assertThat(server.view().exchanges().rejected()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {DISCOVERY, KEYS, "/oauth/token"})
    void resourceAtAnEndpointsPath_isRefusedBecauseItWouldNeverBeAsked(String path) {
        Resource resource = new Resource(
                new TestServer.PathMatcher("POST", path),
                Optional.empty(),
                Optional.of(new Resource.Served(200, "{}")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.view().add(resource))
                .withMessage("POST " + path + " would never be asked: an endpoint of profile OAUTH_TOKEN is served at "
                        + path + "; give the resource another path");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {DISCOVERY, KEYS, "/.well-known/cxone-configuration", "/auth/authorize", "/auth/authorize/logout"
            })
    void mishapThatNamesADocument_meetsIt(String path) {
        server.view().next().at(path).tooManyRequests(Duration.ofSeconds(1));

        assertThat(server.answer(TestRequest.get(path)).status()).isEqualTo(429);
        assertThat(server.view().exchanges().last().outcome()).isEqualTo(Outcome.DISRUPTED);
        assertThat(server.answer(TestRequest.get(path)).status()).isNotEqualTo(429);
    }

    @Test
    void documentThatIsHeld_isServedLate() {
        server.view().next().at(KEYS).heldFor(Duration.ofSeconds(2));

        assertThat(server.answer(TestRequest.get(KEYS)).heldFor()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void document_isSparedFromMishaps() {
        server.view().next().tooManyRequests(Duration.ofSeconds(1));

        assertThat(server.answer(TestRequest.get(KEYS)).status()).isEqualTo(200);
        assertThat(server.answer(TestRequest.token(RFC)).status()).isEqualTo(429);
    }
}
