package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.Header;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Revocation (RFC 7009), introspection (RFC 7662), and the user of a token. */
class QuestionsTest {
    private final TestServer server = TestServer.speaking(Profiles.GLOBAL);
    private final Map<String, String> tokens = server.tokens(TestRequest.global());

    @BeforeEach
    void registerAnother() {
        server.view().clients().register(Client.of("another", "abc"));
    }

    @Test
    void revokedToken_opensNothing() {
        Answer answer = server.answer(ask("/auth/revoke", "access_token"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(server.exchange(TestRequest.get("/users/me").bearer(token("access_token")))
                        .reason())
                .contains(Reason.TOKEN_REVOKED);
        assertThat(server.view().exchanges().last().explanation().orElseThrow().seen())
                .endsWith("it was revoked by client reporting at the revocation endpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/revoke", "/auth/introspect"})
    void question_isThatOfItsClient(String path) {
        assertThat(server.exchange(ask(path, "access_token")).clientId()).contains("reporting");
    }

    @Test
    void revokedRefreshToken_takesItsSuccessorsWithIt() {
        Map<String, String> renewed = server.tokens(renewing(tokens));

        server.answer(ask("/auth/revoke", "refresh_token"));

        assertThat(server.exchange(renewing(renewed)).reason()).contains(Reason.REFRESH_TOKEN_REVOKED);
    }

    /** RFC 7009 section 2.1: what was issued by the same grant. */
    @Test
    void revokedRefreshToken_takesItsAccessTokensWithIt() {
        Map<String, String> renewed = server.tokens(renewing(tokens));

        server.answer(ask("/auth/revoke", "refresh_token"));

        assertThat(List.of(tokens, renewed)).allSatisfy(answer -> {
            assertThat(opens(answer)).isFalse();
            assertThat(server.view().exchanges().last().reason()).contains(Reason.TOKEN_REVOKED);
        });
    }

    @Test
    void revokedRefreshToken_leavesAnExpiredTokenExpired() {
        server.view().clock().advance(Duration.ofHours(1));

        server.answer(ask("/auth/revoke", "refresh_token"));

        assertThat(opens(tokens)).isFalse();
        assertThat(server.view().exchanges().last().reason()).contains(Reason.TOKEN_EXPIRED);
    }

    /** Without a jti, tokens of the same second are one token: what revokes one revokes the other. */
    @Test
    void tokenThatTwoLoginsShare_endsWithEither() {
        TestServer plain = TestServer.speaking(
                Profiles.GLOBAL.toBuilder("GLOBAL").tokenIds(false).build());
        Map<String, String> first = plain.tokens(TestRequest.global());
        Map<String, String> second = plain.tokens(TestRequest.global());

        plain.answer(TestRequest.global().at("/auth/revoke").body("token=" + second.get("refresh_token")));

        assertThat(second).containsEntry("access_token", first.getOrDefault("access_token", ""));
        assertThat(plain.exchange(TestRequest.get("/users/me").bearer(first.getOrDefault("access_token", "")))
                        .reason())
                .contains(Reason.TOKEN_REVOKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "refresh_token"})
    void revokedToken_leavesThoseOfAnotherLogin(String name) {
        Map<String, String> others = server.tokens(TestRequest.global());

        server.answer(ask("/auth/revoke", name));

        assertThat(server.view().exchanges().last().note()).isEqualTo("a token of reporting was revoked");
        assertThat(opens(others)).isTrue();
        assertThat(server.exchange(renewing(others)).outcome()).isEqualTo(Exchange.Outcome.ISSUED);
        server.answer(ask("/auth/revoke", name));
        assertThat(server.view().exchanges().last().note())
                .isEqualTo("nothing was revoked: it is no live token of reporting");
    }

    /** RFC 7009 section 2.1 lets the server choose. */
    @Test
    void revokedAccessToken_leavesItsRefreshToken() {
        server.answer(ask("/auth/revoke", "access_token"));

        assertThat(server.exchange(renewing(tokens)).outcome()).isEqualTo(Exchange.Outcome.ISSUED);
    }

    private boolean opens(Map<String, String> answer) {
        return server.answer(TestRequest.get("/users/me").bearer(answer.getOrDefault("access_token", "")))
                        .status()
                == 200;
    }

    @Test
    void refreshTokenOfAnotherClient_staysAsItIs() {
        Exchange exchange = server.exchange(ask("/auth/revoke", "refresh_token").basic("another", "abc"));

        assertThat(exchange.reason()).contains(Reason.TOKEN_OF_ANOTHER_CLIENT);
        assertThat(opens(tokens)).isTrue();
        assertThat(server.exchange(renewing(tokens)).outcome()).isEqualTo(Exchange.Outcome.ISSUED);
    }

    @Test
    void tokenOfAnotherClient_staysAsItIs() {
        TestRequest request = ask("/auth/revoke", "access_token").basic("another", "abc");

        assertThat(server.answer(request).body()).startsWith("{\"error\":\"invalid_grant\"");
        assertThat(server.view().exchanges().last().explanation().orElseThrow().seen())
                .isEqualTo("a token of reporting, sent by another");
        assertThat(server.answer(TestRequest.get("/users/me").bearer(token("access_token")))
                        .status())
                .isEqualTo(200);
    }

    /** Switched off, the rule leaves the client its 200, and the token to its owner. */
    @Test
    void tokenOfAnotherClient_staysAsItIsWithoutTheRule() {
        TestServer lenient = TestServer.speaking(Profiles.GLOBAL.toBuilder("GLOBAL")
                .off(Reason.TOKEN_OF_ANOTHER_CLIENT)
                .build());
        lenient.view().clients().register(Client.of("another", "abc"));
        Map<String, String> issued = lenient.tokens(TestRequest.global());
        TestRequest revoking = TestRequest.global()
                .basic("another", "abc")
                .at("/auth/revoke")
                .body("token=" + issued.get("access_token"));

        assertThat(lenient.answer(revoking).status()).isEqualTo(200);
        assertThat(lenient.view().exchanges().last().note())
                .isEqualTo("nothing was revoked: it is no live token of another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"undefined", "a.b.c", "%C3%A4"})
    void whateverIsNoToken_isAnsweredLikeOne(String value) {
        TestRequest revoking = TestRequest.global().at("/auth/revoke").body("token=" + value);
        TestRequest asking = TestRequest.global().at("/auth/introspect").body("token=" + value);

        assertThat(server.answer(revoking).status()).isEqualTo(200);
        assertThat(server.answer(asking).body()).isEqualTo("{\"active\":false}");
    }

    @Test
    void liveToken_isDescribed() {
        assertThat(server.answer(ask("/auth/introspect", "access_token")).body())
                .contains("\"active\":true", "\"client_id\":\"reporting\"", "\"token_type\":\"Bearer\"")
                .contains("\"scope\":\"admin:api user:read\"");
        long now = TestServer.NOW.getEpochSecond();
        assertThat(server.answer(ask("/auth/introspect", "refresh_token")).body())
                .isEqualTo("{\"active\":true,\"client_id\":\"reporting\",\"username\":\"agent@example.com\",\"exp\":"
                        + (now + 7200) + ",\"iat\":" + now + ",\"sub\":\"" + user() + "\"}");
    }

    /** RFC 7662 section 2.2; what it tells holds for the moment only. */
    @Test
    void descriptionOfAUsersToken_namesTheUserAndIsNotStored() {
        Answer answer = server.answer(ask("/auth/introspect", "access_token"));

        assertThat(answer.body()).contains("\"username\":\"agent@example.com\"", "\"sub\":\"" + user() + "\"");
        assertThat(answer.headers()).contains(new Header("Cache-Control", "no-store"));
    }

    private static String user() {
        return "user:" + new UserFacts("agent@example.com", Tenant.DEFAULT).uuid();
    }

    /** A resource server would look for a scope called {@code *}. */
    @Test
    void everyScope_isNotToldOf() {
        server.view().clients().register(Client.of("all", "abc"));

        assertThat(describe(server.view().tokens().issue("all").value()))
                .contains("\"client_id\":\"all\"")
                .doesNotContain("scope", "username", "sub");
    }

    @Test
    void tokenOfAnotherDialect_hasItsTypeAndSubject() {
        String genesys = server.tokens(TestRequest.token(Profiles.GENESYS)).getOrDefault("access_token", "");
        String central = server.tokens(TestRequest.token(Profiles.CENTRAL).body(TestRequest.PASSWORD))
                .getOrDefault("access_token", "");

        assertThat(describe(genesys)).contains("\"token_type\":\"bearer\"");
        assertThat(describe(central))
                .contains("\"sub\":\"user:" + new UserFacts("agent@example.com", Tenant.DEFAULT).agent() + "\"");
    }

    @Test
    void tokenOfAnotherTenant_isNotActive() {
        server.view()
                .clients()
                .register(Client.builder("elsewhere")
                        .secret("abc")
                        .tenantId(TestServer.OTHER_TENANT.tenantId())
                        .build());

        for (String name : List.of("access_token", "refresh_token")) {
            assertThat(server.answer(ask("/auth/introspect", name).basic("elsewhere", "abc"))
                            .body())
                    .isEqualTo("{\"active\":false}");
        }
    }

    private String describe(String token) {
        return server.answer(TestRequest.global().at("/auth/introspect").body("token=" + token))
                .body();
    }

    @Test
    void tokenThatOpensNothing_isNotActive() {
        server.view().clock().advance(Duration.ofHours(1));
        assertThat(server.answer(ask("/auth/introspect", "access_token")).body())
                .isEqualTo("{\"active\":false}");
        assertThat(server.answer(ask("/auth/introspect", "refresh_token")).body())
                .contains("\"active\":true");
        server.tokens(renewing(tokens));
        assertThat(server.answer(ask("/auth/introspect", "refresh_token")).body())
                .isEqualTo("{\"active\":false}");
    }

    /**
     * A resource server asks about the tokens of its callers; who proves nothing may not ask (RFC 7662 section 2.1).
     */
    @Test
    void tokenOfAnotherClient_isToldOfToThoseWithASecret() {
        server.view().clients().register(Client.builder("app").publicClient().build());
        TestRequest request = ask("/auth/introspect", "access_token");

        assertThat(server.answer(request.basic("another", "abc")).body()).contains("\"active\":true");
        Exchange exchange = server.exchange(request.without("Authorization").plus("client_id=app"));
        assertThat(exchange.status()).isEqualTo(401);
        assertThat(exchange.reason()).contains(Reason.CREDENTIALS_MISSING);
    }

    @Test
    void questions_areForClientsThatProveWhoTheyAre() {
        assertThat(server.exchange(ask("/auth/introspect", "access_token").basic("reporting", "wrong"))
                        .reason())
                .contains(Reason.SECRET_WRONG);
        assertThat(server.exchange(ask("/auth/revoke", "access_token").without("Authorization"))
                        .reason())
                .contains(Reason.CREDENTIALS_MISSING);
        assertThat(server.exchange(ask("/auth/revoke", "access_token").method("GET"))
                        .reason())
                .contains(Reason.METHOD_NOT_POST);
    }

    @Test
    void user_isToldToTheTokensHolder() {
        Answer answer = server.answer(TestRequest.get("/auth/userinfo").bearer(token("access_token")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"given_name\":\"Agent\"", "\"family_name\":\"Example\"", "\"sub\":\"user:")
                .contains("\"name\":\"agent@example.com\"", "\"tenantId\":\"" + Tenant.DEFAULT.tenantId() + "\"")
                .contains("\"icBUId\":4594001");
        assertThat(server.exchange(TestRequest.get("/auth/userinfo").bearer(token("id_token")))
                        .reason())
                .contains(Reason.TOKEN_NOT_ACCESS_TOKEN);
        assertThat(server.exchange(TestRequest.get("/auth/userinfo")).reason()).contains(Reason.BEARER_MISSING);
    }

    /** OpenID Connect Core 1.0 section 5.3.3 and RFC 6750 section 3.1. */
    @Test
    void refusalOfUserInfo_namesTheErrorToWhoBroughtAToken() {
        Answer withToken = server.answer(TestRequest.get("/auth/userinfo").bearer("x"));
        Answer without = server.answer(TestRequest.get("/auth/userinfo"));
        Answer other = server.answer(TestRequest.get("/auth/userinfo").method("DELETE"));

        assertThat(Wire.values(withToken, "WWW-Authenticate"))
                .containsExactly("Bearer realm=\"cxone\", error=\"invalid_token\"");
        assertThat(Wire.values(without, "WWW-Authenticate")).containsExactly("Bearer realm=\"cxone\"");
        assertThat(other.status()).isEqualTo(405);
        assertThat(Wire.values(other, "Allow")).containsExactly("GET, HEAD, POST");
    }

    private String token(String name) {
        return tokens.getOrDefault(name, "");
    }

    private TestRequest ask(String path, String name) {
        return TestRequest.global().at(path).body("token=" + token(name));
    }

    private static TestRequest renewing(Map<String, String> answer) {
        return TestRequest.global().body("grant_type=refresh_token&refresh_token=" + answer.get("refresh_token"));
    }
}
