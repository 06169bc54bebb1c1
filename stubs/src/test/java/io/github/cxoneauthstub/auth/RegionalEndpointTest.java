package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.NimbusToken.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token for another one, to a client that says who it is and proves nothing. */
class RegionalEndpointTest {
    private static final String PATH = "/public/authentication/v1/token";
    private static final String REFRESH = "/public/authentication/v1/refresh";

    private final TestServer server = TestServer.speaking(Profiles.REGIONAL);
    private final String ofUser = text(
            server.tokens(TestRequest.json("/authentication/v1/token/access-key", TestRequest.KEY)), "access_token");

    @Test
    void exchange_answersUnderNamesOfItsOwn() {
        Answer answer = server.answer(exchange(ofUser));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .matches("\\{\"accessToken\":\"[\\w.-]+\",\"accessTokenExpiry\":3600,\"refreshToken\":\"[\\w+/]{22}=="
                        + "\"}");
    }

    @Test
    void newToken_isOfTheSameUserAndOfTheClient() {
        NimbusToken before = NimbusToken.of(ofUser, server);
        NimbusToken after = NimbusToken.of(text(server.tokens(exchange(ofUser)), "accessToken"), server);

        assertThat(after.header()).isEqualTo(Map.of("alg", "RS256", "typ", "JWT"));
        assertThat(after.claims())
                .containsEntry("sub", before.claims().get("sub"))
                .containsEntry("icAgentId", before.claims().get("icAgentId"))
                .containsEntry("aud", TestServer.ID)
                .doesNotContainEntry("jti", before.claims().get("jti"));
        assertThat(after.number("icBUId")).isEqualTo(Tenant.DEFAULT.businessUnit());
        assertThat(opens(text(server.tokens(exchange(ofUser)), "accessToken")).outcome())
                .isEqualTo(Outcome.ADMITTED);
    }

    @Test
    void refresh_answersUnderStillOtherNames() {
        String old = text(server.tokens(exchange(ofUser)), "refreshToken");

        Map<String, Object> members = NimbusToken.members(server.answer(renewal(old)));

        assertThat(members)
                .containsOnlyKeys("token", "tokenExpirationTimeSec", "refreshToken")
                .containsEntry("tokenExpirationTimeSec", 3600L);
        assertThat(server.exchange(renewal(old)).reason()).contains(Reason.REFRESH_TOKEN_USED);
        assertThat(opens(text(members, "token")).outcome()).isEqualTo(Outcome.ADMITTED);
        assertThat(server.exchange(renewal(text(members, "refreshToken"))).outcome())
                .isEqualTo(Outcome.ISSUED);
    }

    /** The request names no grant, but there is one that it asks for. */
    @Test
    void clientWithoutTheGrant_getsNoToken() {
        String old = text(server.tokens(exchange(ofUser)), "refreshToken");
        server.view().clients().withdrawGrant(TestServer.ID, GrantType.REFRESH_TOKEN);

        assertThat(server.exchange(renewal(old)).reason()).contains(Reason.GRANT_NOT_ENABLED);
        assertThat(server.exchange(exchange(ofUser)).outcome()).isEqualTo(Outcome.ISSUED);

        server.view().clients().withdrawGrant(TestServer.ID, GrantType.TOKEN_EXCHANGE);
        assertThat(server.answer(exchange(ofUser)).body()).isEqualTo("{\"error\":\"unauthorized_client\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reporting", "reporting@cxone:", "reporting:s3cret+/=", "@cxone", "reporting@CXONE", ""})
    void anythingElseInBasic_isNoApplication(String plain) {
        assertThat(server.exchange(exchange(ofUser).basicOf(plain)).reason()).contains(Reason.BASIC_NOT_APPLICATION);
    }

    @Test
    void whatIsNoBase64_isNoApplication() {
        TestRequest request = exchange(ofUser).header("Authorization", "Basic reporting@cxone");

        assertThat(server.exchange(request).reason()).contains(Reason.BASIC_NOT_APPLICATION);
    }

    @Test
    void schemeInLowerCase_isBasic() {
        String name = Base64.getEncoder().encodeToString("reporting@cxone".getBytes(UTF_8));

        assertThat(server.exchange(exchange(ofUser).header("Authorization", "basic " + name))
                        .outcome())
                .isEqualTo(Outcome.ISSUED);
    }

    @Test
    void onlyALiveAccessToken_isExchanged() {
        Map<String, String> first =
                server.tokens(TestRequest.json("/authentication/v1/token/access-key", TestRequest.KEY));
        assertInvalid(text(first, "id_token"), "the id_token");
        assertInvalid(text(first, "refresh_token"), "");
        assertInvalid("undefined", "");
        assertInvalid(text(server.tokens(TestRequest.global()), "refresh_token"), "a refresh token");

        server.view().tokens().revoke(text(first, "access_token"));
        assertInvalid(text(first, "access_token"), "revoked");

        server.view().clock().advance(Duration.ofHours(1));
        assertInvalid(ofUser, "expired");
    }

    /** They once were asked about by rules that this dialect has no answer for. */
    @ParameterizedTest
    @ValueSource(strings = {"scope", "grant_type", "subject_token_type", "client_secret", "client_id"})
    void parametersOfOtherEndpoints_areNotLookedAt(String name) {
        TestRequest exchange = exchange(ofUser).member(name, "\"  x  \"");

        assertThat(server.exchange(exchange).outcome()).isEqualTo(Outcome.ISSUED);
        String refresh = text(server.tokens(exchange(ofUser)), "refreshToken");
        assertThat(server.exchange(renewal(refresh).member(name, "\"  x  \"")).outcome())
                .isEqualTo(Outcome.ISSUED);
    }

    private void assertInvalid(String token, String seen) {
        Exchange exchange = server.exchange(exchange(token));

        assertThat(exchange.reason()).contains(Reason.SUBJECT_TOKEN_INVALID);
        assertThat(exchange.status()).isEqualTo(401);
        assertThat(exchange.explanation().orElseThrow().seen()).contains(seen);
    }

    private Exchange opens(String token) {
        return server.exchange(TestRequest.get("/users/me").bearer(token));
    }

    private static TestRequest exchange(String token) {
        return TestRequest.json(PATH, "{\"accessToken\":\"" + token + "\"}").basicOf("reporting@cxone");
    }

    private static TestRequest renewal(String token) {
        return TestRequest.json(REFRESH, "{\"token\":\"" + token + "\"}").basicOf("reporting@cxone");
    }
}
