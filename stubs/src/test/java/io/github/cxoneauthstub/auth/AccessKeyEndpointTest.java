package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.NimbusToken.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An access key alone gets a token, and a refresh token renews it under other names. */
class AccessKeyEndpointTest {
    private static final String PATH = "/authentication/v1/token/access-key";
    private static final String REFRESH = "/public/user/refresh";

    private final TestServer server = TestServer.speaking(Profiles.ACCESS_KEY);

    @Test
    void answer_hasTheDocumentedMembers() {
        Answer answer = server.answer(TestRequest.json(PATH, TestRequest.KEY));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .matches("\\{\"access_token\":\"[\\w.-]+\",\"token_type\":\"Bearer\",\"expires_in\":3600,"
                        + "\"refresh_token\":\"[\\w+/]{22}==\",\"id_token\":\"[\\w.-]+\"}");
        assertThat(Wire.values(answer, "Content-Type")).containsExactly("application/json");
        assertThat(Wire.values(answer, "Cache-Control")).containsExactly("no-store");
    }

    /** As in a form, where it would be right. */
    @Test
    void percentEncodedSecret_isToldThatNobodyDecodesItInJson() {
        String secret = Configuration.DEFAULT_ACCESS_KEY.secret();
        Exchange refused =
                server.exchange(TestRequest.json(PATH, TestRequest.KEY.replace(secret, secret.replace("=", "%3D"))));

        assertThat(refused.reason()).contains(Reason.ACCESS_KEY_WRONG);
        assertThat(refused.explanation().orElseThrow().seen())
                .endsWith(", its secret, which was percent-encoded, which nobody takes off in JSON");
        assertThat(refused.explanation().orElseThrow().advice())
                .isEqualTo("send the access key's secret, not the client's; in JSON send it as it is, its = and +"
                        + " included");
    }

    /** A client in the wild renews its token where it got it. */
    @Test
    void renewalAtTheAddressOfAccessKeys_isShownTheOther() {
        String old = text(issued(), "refresh_token");
        String renewal = "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"" + old + "\"}";

        Explanation why =
                server.exchange(TestRequest.json(PATH, renewal)).explanation().orElseThrow();

        assertThat(why.reason()).isEqualTo(Reason.ACCESS_KEY_MISSING);
        assertThat(why.seen())
                .isEqualTo("a JSON object with grant_type, refresh_token, where an access key is expected:"
                        + " this renews no token");
        assertThat(why.advice())
                .isEqualTo("renew a token by POST /public/user/refresh with a JSON object that has it as token");
        assertThat(server.exchange(TestRequest.json("/InContactAuthorizationServer/token/access-key", renewal))
                        .explanation()
                        .orElseThrow()
                        .advice())
                .isEqualTo("renew a token by POST /InContactAuthorizationServer/Token with grant_type=refresh_token and"
                        + " it as refresh_token");
    }

    @Test
    void refreshTokenOfAnotherDialect_isSentWhereItBelongs() {
        String global = server.tokens(TestRequest.global()).getOrDefault("refresh_token", "");
        String hub = text(issued(), "refresh_token");

        assertThat(server.exchange(TestRequest.json(REFRESH, "{\"token\":\"" + global + "\"}"))
                        .explanation()
                        .orElseThrow()
                        .advice())
                .isEqualTo("renew it where it was issued: POST /auth/token with grant_type=refresh_token and it as"
                        + " refresh_token");
        assertThat(server.exchange(TestRequest.global()
                                .body("grant_type=refresh_token&refresh_token=" + FormEncoding.encode(hub)))
                        .explanation()
                        .orElseThrow()
                        .advice())
                .startsWith("renew it where it was issued: POST /public/user/refresh ");
    }

    @Test
    void accessToken_hasTheClaimsOfTheUserHub() {
        NimbusToken token = NimbusToken.of(text(issued(), "access_token"), server);

        assertThat(token.header()).isEqualTo(Map.of("alg", "RS256", "typ", "JWT"));
        assertThat(token.claims())
                .containsOnlyKeys(
                        "role",
                        "icAgentId",
                        "icSPId",
                        "sub",
                        "iss",
                        "aud",
                        "icBUId",
                        "name",
                        "tenantId",
                        "tenant",
                        "area",
                        "icClusterId",
                        "iat",
                        "exp",
                        "jti")
                .containsEntry("icBUId", Tenant.DEFAULT.businessUnit())
                .containsEntry("tenantId", Tenant.DEFAULT.tenantId())
                .containsEntry("area", Tenant.DEFAULT.area())
                .containsEntry("name", Configuration.DEFAULT_ACCESS_KEY.user())
                .containsEntry("iss", TestServer.BASE + "/auth");
        assertThat(token.claims().get("sub")).asString().matches("user:[0-9a-f-]{36}");
        assertThat(token.claims().get("icAgentId")).isInstanceOf(String.class);
        assertThat(token.claims().get("icSPId")).isInstanceOf(String.class);
        assertThat(token.claims().get("aud")).isInstanceOf(String.class);
        assertThat(token.claims().get("role")).isInstanceOf(Map.class);
        assertThat(token.number("exp") - token.number("iat")).isEqualTo(3600);
    }

    @Test
    void idToken_namesItsKeyAndAnotherIssuer() {
        NimbusToken token = NimbusToken.of(text(issued(), "id_token"), server);

        assertThat(token.header()).containsKey("kid");
        assertThat(token.claims())
                .containsEntry("iss", TestServer.BASE.toString())
                .containsKeys("sub", "userId", "tenantId", "icBUId");
    }

    @Test
    void refreshToken_renewsUnderOtherNames() {
        String old = text(issued(), "refresh_token");

        Answer answer = server.answer(renewal(old));
        Map<String, Object> members = NimbusToken.members(answer);

        assertThat(members)
                .containsOnlyKeys("token", "refreshToken", "tokenExpirationTimeSec", "refreshTokenExpirationTimeSec")
                .containsEntry("tokenExpirationTimeSec", 3600L)
                .containsEntry("refreshTokenExpirationTimeSec", 7200L);
        assertThat(Base64.getDecoder().decode(text(members, "refreshToken"))).hasSize(16);
        assertThat(text(members, "refreshToken")).isNotEqualTo(old);
        assertThat(server.exchange(renewal(old)).reason()).contains(Reason.REFRESH_TOKEN_USED);
        assertThat(opens(text(members, "token")).outcome()).isEqualTo(Outcome.ADMITTED);
        assertThat(server.exchange(renewal(text(members, "refreshToken"))).outcome())
                .isEqualTo(Outcome.ISSUED);
    }

    @Test
    void accessTokenOrAnotherEndpointsRefreshToken_isNoRefreshTokenHere() {
        assertThat(server.exchange(renewal(text(issued(), "access_token"))).reason())
                .contains(Reason.REFRESH_TOKEN_UNKNOWN);

        String global = text(server.tokens(TestRequest.global()), "refresh_token");
        Exchange exchange = server.exchange(renewal(global));

        assertThat(exchange.reason()).contains(Reason.REFRESH_TOKEN_UNKNOWN);
        assertThat(exchange.explanation().orElseThrow().seen()).contains("GLOBAL", "ACCESS_KEY");
    }

    /** Some clients send them, too; nobody asks for them here. */
    @Test
    void clientInTheObject_isNotLookedAt() {
        TestRequest request = TestRequest.json(PATH, TestRequest.KEY)
                .member("client_id", "\"stranger\"")
                .member("client_secret", "\"wrong\"")
                .member("grant_type", "\"refresh_token\"")
                .member("scope", "\"  \"");

        assertThat(server.exchange(request).outcome()).isEqualTo(Outcome.ISSUED);
    }

    @Test
    void labelWithCharset_isOfJson() {
        TestRequest request = TestRequest.json(PATH, TestRequest.KEY)
                .header("Content-Type", "Application/JSON; charset=utf-8")
                .header("Authorization", "Bearer of-an-interceptor");

        assertThat(server.exchange(request).outcome()).isEqualTo(Outcome.ISSUED);
    }

    @Test
    void deactivation_endsAccessTokenAndRefreshToken() {
        Map<String, String> issued = issued();

        server.view().accessKeys().deactivate(Configuration.DEFAULT_ACCESS_KEY.id());

        assertThat(opens(text(issued, "access_token")).reason()).contains(Reason.TOKEN_REVOKED);
        assertThat(server.exchange(renewal(text(issued, "refresh_token"))).reason())
                .contains(Reason.REFRESH_TOKEN_REVOKED);
    }

    @Test
    void tokenIsOfTheTenantAndTheScopesOfTheKey() {
        server.view()
                .accessKeys()
                .change(
                        Configuration.DEFAULT_ACCESS_KEY.id(),
                        key -> key.toBuilder()
                                .tenantId(TestServer.OTHER_TENANT.tenantId())
                                .scopes(Scopes.of("admin:api"))
                                .build());

        String token = text(issued(), "access_token");

        assertThat(NimbusToken.of(token, server).claims())
                .containsEntry("tenantId", TestServer.OTHER_TENANT.tenantId())
                .containsEntry("icBUId", TestServer.OTHER_TENANT.businessUnit());
        assertThat(opens(token).reason()).contains(Reason.SCOPE_INSUFFICIENT);
    }

    private Map<String, String> issued() {
        return server.tokens(TestRequest.json(PATH, TestRequest.KEY));
    }

    private static TestRequest renewal(String token) {
        return TestRequest.json(REFRESH, "{\"token\":\"" + token + "\"}");
    }

    private Exchange opens(String token) {
        return server.exchange(TestRequest.get("/users/me").bearer(token));
    }
}
