package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.NimbusToken.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The older server: what it takes, and what it answers. */
class CentralEndpointTest {
    private static final String PATH = "/InContactAuthorizationServer/Token";
    private static final String APP = "report@example";
    private static final String SECRET = "n0t-a-secret";
    private static final String UNIT = String.valueOf(Tenant.DEFAULT.businessUnit());
    private static final String USER = TestRequest.PASSWORD;
    private static final String CLIENT = "grant_type=client_credentials";

    private final TestServer server = TestServer.speaking(Profiles.CENTRAL);

    @BeforeEach
    void register() {
        server.view()
                .clients()
                .register(Client.builder(APP)
                        .secret(SECRET)
                        .scopes("AdminApi", "RealTimeApi", "PatronApi", "user:read")
                        .build());
    }

    private static TestRequest token(String secret, String form) {
        return TestRequest.token(PATH).basic(APP, secret).body(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PATH,
                "/InContactAuthorizationServer/token",
                "/incontactauthorizationserver/token",
                "/INCONTACTAUTHORIZATIONSERVER/TOKEN"
            })
    void caseOfThePath_doesNotMatter(String path) {
        assertThat(server.exchange(token(UNIT, USER).at(path)).outcome()).isEqualTo(Outcome.ISSUED);
    }

    @Test
    void anotherPath_isNotFound() {
        Reply reply = server.server().reply(token(UNIT, USER).at(PATH + "/x").arrived());

        assertThat(reply).isInstanceOf(Reply.PassOn.class);
    }

    @Test
    void businessUnitOrSecret_isTakenForAUser() {
        assertThat(server.exchange(token(UNIT, USER)).note()).contains("business unit");
        assertThat(server.exchange(token(SECRET, USER)).outcome()).isEqualTo(Outcome.ISSUED);
        assertThat(server.exchange(token(UNIT, USER).inJson()).outcome()).isEqualTo(Outcome.ISSUED);
        assertThat(server.exchange(token(UNIT, USER + "&scope=").inJson()).outcome())
                .isEqualTo(Outcome.ISSUED);
    }

    @Test
    void schemeInLowerCase_isBasic() {
        TestRequest request = token(SECRET, CLIENT);
        String value = request.arrived().value("Authorization").orElseThrow();

        assertThat(server.exchange(request.header("Authorization", value.replace("Basic", "basic")))
                        .outcome())
                .isEqualTo(Outcome.ISSUED);
    }

    /** The business unit is no secret: it stands for none where no user proves anything. */
    @Test
    void businessUnit_isNotTakenForTheClientItself() {
        Answer answer = server.answer(token(UNIT, CLIENT));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo("{\"error\":\"invalid_client\",\"error_description\":"
                        + "\"Client application 'report@example' not authorized for user\"}");
        assertThat(server.view().exchanges().last().reason()).contains(Reason.SECRET_WRONG);
        assertThat(server.exchange(token("4594009", USER)).reason()).contains(Reason.SECRET_WRONG);
    }

    @Test
    void unknownApplication_isTold() {
        assertThat(server.answer(token(UNIT, USER).basic("other@example", UNIT)).body())
                .contains("'other@example' not authorized for user");
    }

    @Test
    void wrongPassword_isAnInvalidGrant() {
        Answer answer = server.answer(token(UNIT, USER + "X"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_grant\"}");
    }

    @Test
    void answerForAUser_tellsWhereTheApiIsAndWhoTheAgentIs() {
        Map<String, Object> members = NimbusToken.members(server.answer(token(UNIT, USER)));

        assertThat(members)
                .containsOnlyKeys(
                        "access_token",
                        "token_type",
                        "expires_in",
                        "refresh_token",
                        "scope",
                        "resource_server_base_uri",
                        "refresh_token_server_uri",
                        "agent_id",
                        "team_id",
                        "bus_no")
                .containsEntry("token_type", "bearer")
                .containsEntry("expires_in", 3600L)
                .containsEntry("scope", "AdminApi RealTimeApi PatronApi user:read")
                .containsEntry("resource_server_base_uri", TestServer.BASE + "/inContactAPI/")
                .containsEntry("refresh_token_server_uri", TestServer.BASE + PATH)
                .containsEntry("bus_no", Tenant.DEFAULT.businessUnit());
        assertThat(members).extractingByKey("agent_id").isInstanceOf(Long.class);
        assertThat(members).extractingByKey("team_id").isInstanceOf(Long.class);
        assertThat(text(members, "refresh_token")).asString().hasSize(24);
    }

    @Test
    void answerForTheClientItself_hasNothingToRenewItWith() {
        assertThat(NimbusToken.members(server.answer(token(SECRET, CLIENT + "&scope=PatronApi"))))
                .doesNotContainKeys("refresh_token", "refresh_token_server_uri", "agent_id", "team_id")
                .containsEntry("scope", "PatronApi")
                .containsEntry("resource_server_base_uri", TestServer.BASE + "/inContactAPI/")
                .containsEntry("bus_no", Tenant.DEFAULT.businessUnit());
    }

    @Test
    void accessToken_hasNumbersWhereTheUserHubHasTexts() {
        Map<String, String> issued = server.tokens(token(UNIT, USER));
        NimbusToken token = NimbusToken.of(text(issued, "access_token"), server);

        assertThat(token.header()).isEqualTo(Map.of("alg", "RS256", "typ", "JWT"));
        assertThat(token.claims())
                .containsOnlyKeys(
                        "icBUId",
                        "name",
                        "iss",
                        "sub",
                        "aud",
                        "exp",
                        "iat",
                        "icScope",
                        "icClusterId",
                        "icAgentId",
                        "icSPId",
                        "nbf",
                        "jti")
                .containsEntry("aud", APP)
                .containsEntry("icScope", "1,8,16")
                .containsEntry("sub", "user:" + text(issued, "agent_id"));
        assertThat(token.number("icAgentId")).hasToString(text(issued, "agent_id"));
        assertThat(token.number("icSPId")).isPositive();
        assertThat(token.number("icBUId")).isEqualTo(Tenant.DEFAULT.businessUnit());
        assertThat(token.number("iat") - token.number("nbf")).isEqualTo(1);
        assertThat(token.number("exp") - token.number("iat")).isEqualTo(3600);
    }

    /** With the same header as before: the business unit was once refused here. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refreshToken_isRenewedAtTheAddressInTheAnswer(boolean byUnit) {
        String secret = byUnit ? UNIT : SECRET;
        Map<String, String> first = server.tokens(token(secret, USER));
        TestRequest renewal = token(secret, "grant_type=refresh_token")
                .inJson()
                .member("refresh_token", '"' + text(first, "refresh_token") + '"')
                .at(URI.create(text(first, "refresh_token_server_uri")).getPath());

        Map<String, String> second = server.tokens(renewal);

        assertThat(second.keySet()).isEqualTo(first.keySet());
        assertThat(text(second, "refresh_token")).isNotEqualTo(text(first, "refresh_token"));
        assertThat(text(second, "agent_id")).isEqualTo(text(first, "agent_id"));
        assertThat(server.exchange(renewal).reason()).contains(Reason.REFRESH_TOKEN_USED);
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH + "/WhoAmI", "/InContactAuthorizationServer/token/whoami"})
    void whoAmI_tellsOfTheTokenAndHowLongItLives(String path) {
        Map<String, String> issued = server.tokens(token(UNIT, USER));
        server.view().clock().advance(Duration.ofSeconds(306));

        Map<String, Object> members = NimbusToken.members(server.answer(whoAmI(path, text(issued, "access_token"))));

        assertThat(members)
                .containsEntry("expires_in", 3294L)
                .containsEntry("agent_id", Long.valueOf(text(issued, "agent_id")))
                .containsEntry("team_id", Long.valueOf(text(issued, "team_id")))
                .containsEntry("bus_no", Tenant.DEFAULT.businessUnit())
                .containsEntry("sub", "user:" + text(issued, "agent_id"))
                .containsEntry("resource_server_base_uri", text(issued, "resource_server_base_uri"))
                .containsEntry("refresh_token_server_uri", text(issued, "refresh_token_server_uri"))
                .containsKey("iss");
    }

    @Test
    void whoAmI_namesNoAddressForATokenThatNobodyCanRenew() {
        String ofKey = text(
                server.tokens(TestRequest.json("/InContactAuthorizationServer/token/access-key", TestRequest.KEY)),
                "access_token");
        String ofClient = text(server.tokens(token(SECRET, CLIENT)), "access_token");

        for (String token : List.of(ofKey, ofClient)) {
            assertThat(NimbusToken.members(server.answer(whoAmI(PATH + "/WhoAmI", token))))
                    .containsKey("resource_server_base_uri")
                    .doesNotContainKey("refresh_token_server_uri");
        }
    }

    @Test
    void whoAmI_knowsNoTokenOfAnotherProduct() {
        server.view().clients().register(Client.builder("cloud").secret(SECRET).build());
        String opaque = text(server.tokens(TestRequest.token(Profiles.GENESYS, "cloud", SECRET)), "access_token");

        Exchange refused = server.exchange(whoAmI(PATH + "/WhoAmI", opaque));

        assertThat(refused.reason()).contains(Reason.TOKEN_MALFORMED);
        assertThat(refused.explanation().orElseThrow().seen())
                .isEqualTo("an opaque token that profile GENESYS issued, not a JWT");
    }

    @Test
    void whoAmI_refusesWhatOpensNothing() {
        String token = text(server.tokens(token(UNIT, USER)), "access_token");
        assertThat(server.exchange(whoAmI(PATH + "/WhoAmI", token + "x")).reason())
                .contains(Reason.TOKEN_TAMPERED);
        assertThat(server.exchange(whoAmI(PATH + "/WhoAmI", "undefined")).reason())
                .contains(Reason.TOKEN_MALFORMED);

        server.view().clock().advance(Duration.ofHours(1));
        Answer expired = server.answer(whoAmI(PATH + "/WhoAmI", token));

        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.body()).contains("\"invalid_token\"");
        assertThat(server.view().exchanges().last().reason()).contains(Reason.TOKEN_EXPIRED);
    }

    @Test
    void accessKey_isAllThatItsOwnEndpointAsksFor() {
        Map<String, String> issued =
                server.tokens(TestRequest.json("/InContactAuthorizationServer/token/access-key", TestRequest.KEY));

        assertThat(text(issued, "token_type")).isEqualTo("bearer");
        assertThat(api("/inContactAPI/users/me", text(issued, "access_token")).outcome())
                .isEqualTo(Outcome.ADMITTED);
    }

    /** It once had one that no client could renew: it was nobody's, and the address asks for a client. */
    @Test
    void accessKeysAnswer_hasNoRefreshTokenThatNobodyCanRenew() {
        assertThat(server.tokens(TestRequest.json("/InContactAuthorizationServer/token/access-key", TestRequest.KEY)))
                .doesNotContainKeys("refresh_token", "refresh_token_server_uri");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/inContactAPI/users/me", "/InContactAPI/users/me", "/incontactapi/users/me", "/users/me"})
    void resources_areUnderTheAddressInTheAnswer(String path) {
        String token = text(server.tokens(token(UNIT, USER)), "access_token");

        assertThat(api(path, token).outcome()).isEqualTo(Outcome.ADMITTED);
        assertThat(server.answer(get(path, token)).body()).isEqualTo("{\"id\":\"42\"}");
    }

    @Test
    void withoutAccept_nothingIsRendered() {
        String token = text(server.tokens(token(UNIT, USER)), "access_token");

        Answer answer = server.answer(get("/inContactAPI/users/me", token).without("Accept"));

        assertThat(answer.body()).isEqualTo("No known way to render data");
        assertThat(Wire.values(answer, "Content-Type")).containsExactly("application/html");
    }

    @Test
    void scopeThatIsNotGranted_isRefused() {
        assertThat(server.exchange(token(SECRET, USER + "&scope=AgentApi")).reason())
                .contains(Reason.SCOPE_NOT_GRANTED);
    }

    private Exchange api(String path, String token) {
        return server.exchange(get(path, token));
    }

    private static TestRequest get(String path, String token) {
        return TestRequest.get(path).bearer(token).with("Accept", "application/json");
    }

    private static TestRequest whoAmI(String path, String token) {
        return TestRequest.json(path, "{\"token\":\"" + token + "\"}");
    }
}
