package io.github.cxoneauthstub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.Tenant;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Profiles;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The way from the issuer to the API that NICE documents, gone by a client that knows nothing but the issuer. */
@TestInstance(Lifecycle.PER_CLASS)
class DiscoveryChainTest {
    private static final Tenant FIRST = Tenant.DEFAULT;
    private static final Tenant SECOND = new Tenant("11eb0000-0000-0000-0000-0242ac110003", "eu1", 4594002);
    private static final AccessKey KEY_OF_SECOND = AccessKey.builder("SECONDKEYID2345====")
            .secret("SECONDKEYSECRET2345====")
            .user("second@example.com")
            .tenantId(SECOND.tenantId())
            .build();

    private final CxoneAuth auth = CxoneAuth.start(Configuration.builder()
            .profile("GLOBAL")
            .client(Client.of("reporting", "s3cret+/="))
            .tenant(FIRST)
            .tenant(SECOND)
            .accessKey(Configuration.DEFAULT_ACCESS_KEY)
            .accessKey(KEY_OF_SECOND)
            .build());

    private final HttpClient plain = HttpClient.newHttpClient();
    private final HttpClient secure = HttpClient.newBuilder()
            .sslContext(auth.https().trust().sslContext())
            .build();

    DiscoveryChainTest() {
        auth.api().get("/incontactapi/services/v27.0/agents").answers("{\"agents\":[]}");
    }

    @AfterAll
    void stop() {
        auth.close();
    }

    @Test
    void clientThatKnowsTheIssuer_reachesTheApi() throws Exception {
        Journey journey = new Journey(plain, auth.baseUri(), Configuration.DEFAULT_ACCESS_KEY);

        assertThat(journey.api()).hasToString(auth.baseUri() + "/tenants/" + FIRST.tenantId());
        assertThat(journey.call().statusCode()).isEqualTo(200);
        assertThat(journey.call().body()).isEqualTo("{\"agents\":[]}");
    }

    /** Every address in the documents is one of the way that the client came. */
    @Test
    void clientOverHttps_staysThere() throws Exception {
        Journey journey = new Journey(secure, auth.https().baseUri(), KEY_OF_SECOND);

        assertThat(journey.api()).hasToString(auth.https().baseUri() + "/tenants/" + SECOND.tenantId());
        assertThat(journey.documents())
                .isNotEmpty()
                .allSatisfy(
                        uri -> assertThat(uri).startsWith(auth.https().baseUri().toString()));
        assertThat(journey.idToken().getJWTClaimsSet().getIssuer())
                .isEqualTo(auth.https().baseUri().toString());
        assertThat(journey.call().statusCode()).isEqualTo(200);
    }

    @Test
    void tokenOfOneTenant_isRefusedAtTheOther() throws Exception {
        Journey first = new Journey(plain, auth.baseUri(), Configuration.DEFAULT_ACCESS_KEY);
        Journey second = new Journey(plain, auth.baseUri(), KEY_OF_SECOND);

        assertThat(second.callAt(first.api()).statusCode()).isEqualTo(401);
        assertThat(second.call().statusCode()).isEqualTo(200);
    }

    @Test
    void everyMemberOfTheDocument_isServed() throws Exception {
        Journey journey = new Journey(plain, auth.baseUri(), Configuration.DEFAULT_ACCESS_KEY);

        assertThat(journey.discovery())
                .containsOnlyKeys(
                        "issuer",
                        "authorization_endpoint",
                        "token_endpoint",
                        "userinfo_endpoint",
                        "jwks_uri",
                        "end_session_endpoint",
                        "token_endpoint_auth_methods_supported",
                        "token_endpoint_auth_signing_alg_values_supported",
                        "scopes_supported",
                        "response_types_supported",
                        "subject_types_supported",
                        "id_token_signing_alg_values_supported",
                        "request_object_signing_alg_values_supported",
                        "display_values_supported",
                        "claim_types_supported",
                        "code_challenge_methods_supported");
        for (String uri : journey.documents()) {
            assertThat(journey.get(URI.create(uri)).statusCode()).as(uri).isNotEqualTo(404);
        }
        assertThat(Profiles.GLOBAL.furtherPaths().values())
                .contains("/auth/userinfo", "/auth/authorize", "/auth/authorize/logout");
    }

    /** One client on its way, which takes every address from the answer before. */
    private static final class Journey {
        private final HttpClient http;
        private final Map<String, Object> discovery;
        private final Map<String, Object> tokens;
        private final SignedJWT idToken;
        private final Map<String, Object> tenant;

        Journey(HttpClient http, URI issuer, AccessKey key)
                throws IOException, InterruptedException, ParseException, JOSEException {
            this.http = http;
            this.discovery = json(get(URI.create(issuer + "/.well-known/openid-configuration")));
            this.tokens = json(http.send(
                    HttpRequest.newBuilder(URI.create((String) discovery.get("token_endpoint")))
                            .header("Authorization", "Basic " + base64("reporting:s3cret+/="))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("grant_type=password&username=" + encoded(key.id())
                                    + "&password=" + encoded(key.secret())))
                            .build(),
                    BodyHandlers.ofString()));
            this.idToken = SignedJWT.parse((String) tokens.get("id_token"));
            JWKSet keys = JWKSet.parse(
                    get(URI.create((String) discovery.get("jwks_uri"))).body());
            assertThat(idToken.verify(new RSASSAVerifier(
                            keys.getKeyByKeyId(idToken.getHeader().getKeyID()).toRSAKey())))
                    .isTrue();
            assertThat(idToken.getJWTClaimsSet().getIssuer()).isEqualTo(discovery.get("issuer"));
            this.tenant = json(get(URI.create(discovery.get("issuer") + "/.well-known/cxone-configuration?tenantId="
                    + idToken.getJWTClaimsSet().getStringClaim("tenantId"))));
        }

        Map<String, Object> discovery() {
            return discovery;
        }

        /** Every address that the discovery document and that of the tenant name. */
        List<String> documents() {
            return Stream.of(discovery, tenant)
                    .flatMap(document -> document.values().stream())
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .filter(text -> text.startsWith("http"))
                    .filter(text -> !text.equals(discovery.get("issuer")) && !text.equals(tenant.get("api_endpoint")))
                    .toList();
        }

        SignedJWT idToken() {
            return idToken;
        }

        URI api() {
            return URI.create((String) tenant.get("api_endpoint"));
        }

        HttpResponse<String> call() throws IOException, InterruptedException {
            return callAt(api());
        }

        HttpResponse<String> callAt(URI api) throws IOException, InterruptedException {
            return http.send(
                    HttpRequest.newBuilder(URI.create(api + "/incontactapi/services/v27.0/agents"))
                            .header("Authorization", "Bearer " + tokens.get("access_token"))
                            .build(),
                    BodyHandlers.ofString());
        }

        HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }

        private static Map<String, Object> json(HttpResponse<String> response) throws ParseException {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return JSONObjectUtils.parse(response.body());
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, UTF_8);
        }

        private static String base64(String text) {
            return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
        }
    }
}
