package io.github.cxoneauthstub.auth;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.profile.ErrorMember;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.profile.Refusal;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to the endpoint of NICE's documents: the access key, the claims, the switches. */
class GlobalTest {
    private static final String REFRESH = "grant_type=refresh_token&refresh_token=";

    private final TestServer server = TestServer.speaking(Profiles.GLOBAL);

    /** client_credentials is refused here. */
    @Test
    void missingGrantType_isShownOneThatIsServed() {
        assertThat(server.exchange(TestRequest.global().body("x=y"))
                        .explanation()
                        .orElseThrow()
                        .advice())
                .isEqualTo("put grant_type=password into the body; no endpoint that knows several grants implies one");
    }

    @Test
    void answer_hasTheMembersOfTheTranscriptInItsOrder() {
        Map<String, String> answer = server.tokens(TestRequest.global());

        assertThat(answer)
                .containsOnlyKeys(
                        "access_token", "token_type", "expires_in", "refresh_token", "id_token", "issued_token_type")
                .containsEntry("token_type", "Bearer")
                .containsEntry("expires_in", "3600")
                .containsEntry("issued_token_type", "urn:ietf:params:oauth:token-type:access_token");
        assertThat(server.view().exchanges().last().note())
                .startsWith("token issued to reporting for agent@example.com (by Basic");
    }

    @Test
    void accessToken_hasClaimsAndHeaderOfThePublishedOnes() throws ParseException {
        SignedJWT token = SignedJWT.parse(server.tokens(TestRequest.global()).get("access_token"));

        assertThat(token.getHeader().getKeyID()).isNull();
        Map<String, Object> claims = token.getJWTClaimsSet().toJSONObject();
        assertThat(claims.keySet())
                .containsExactlyInAnyOrder(
                        "role",
                        "icAgentId",
                        "icSPId",
                        "sub",
                        "iss",
                        "given_name",
                        "aud",
                        "icBUId",
                        "name",
                        "tenantId",
                        "tenant",
                        "area",
                        "family_name",
                        "icClusterId",
                        "iat",
                        "exp",
                        "jti");
        assertThat(claims.get("sub")).asString().matches("user:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(claims.get("icBUId")).isInstanceOf(Number.class).isEqualTo(4594001L);
        assertThat(claims.get("icAgentId")).isInstanceOf(String.class);
        assertThat(claims.get("aud")).isEqualTo("reporting");
        assertThat(claims).containsEntry("iss", "http://127.0.0.1:4711/auth").containsEntry("area", "na1");
        Map<String, Object> role = token.getJWTClaimsSet().getJSONObjectClaim("role");
        assertThat(role).containsKeys("legacyId", "id", "lastUpdateTime", "secondaryRoles");
        assertThat(role.get("lastUpdateTime")).isInstanceOf(Long.class);
    }

    @Test
    void idToken_namesItsKeyAndTheIssuerOfTheDocument() throws ParseException {
        SignedJWT token = SignedJWT.parse(server.tokens(TestRequest.global()).get("id_token"));

        assertThat(token.getHeader().getKeyID()).isEqualTo("default");
        assertThat(server.view().keys().ids()).containsExactly("default");
        assertThat(token.getJWTClaimsSet().toJSONObject())
                .containsEntry("iss", "http://127.0.0.1:4711")
                .containsEntry("name", "agent@example.com")
                .containsEntry("tenantId", Tenant.DEFAULT.tenantId())
                .containsKeys("userId", "icDomain", "area");
    }

    @Test
    void refreshToken_livesTwoHoursAndNamesItsSession() throws ParseException {
        Map<String, String> first = server.tokens(TestRequest.global());
        Map<String, String> second = server.tokens(renewing(first));

        SignedJWT token = SignedJWT.parse(first.get("refresh_token"));
        SignedJWT next = SignedJWT.parse(second.get("refresh_token"));
        assertThat(Duration.between(
                        token.getJWTClaimsSet().getIssueTime().toInstant(),
                        token.getJWTClaimsSet().getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(2));
        assertThat(token.getHeader().getKeyID()).isNull();
        assertThat(token.getJWTClaimsSet().getSubject()).isNull();
        assertThat(next.getJWTClaimsSet().getClaim("sessionId"))
                .isEqualTo(token.getJWTClaimsSet().getClaim("sessionId"));
        assertThat(next.getJWTClaimsSet().getClaim("id"))
                .isNotEqualTo(token.getJWTClaimsSet().getClaim("id"));
    }

    @Test
    void renewedToken_opensWhatTheFirstOneDid() {
        Map<String, String> answer = server.tokens(renewing(server.tokens(TestRequest.global())));

        assertThat(server.answer(TestRequest.get("/users/me").bearer(answer.getOrDefault("access_token", "")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void withoutRotation_theSameRefreshTokenIsGoodAgain() {
        TestServer lasting = TestServer.speaking(
                Profiles.GLOBAL.toBuilder("GLOBAL").rotatesRefreshTokens(false).build());
        Map<String, String> first = lasting.tokens(TestRequest.global());

        Map<String, String> second = lasting.tokens(renewing(first));
        Map<String, String> third = lasting.tokens(renewing(first));

        assertThat(second.get("refresh_token")).isEqualTo(first.get("refresh_token"));
        assertThat(third.get("access_token")).isNotEqualTo(second.get("access_token"));
    }

    /** The last renewal is due when the access token is long over: the refresh token lives twice as long. */
    @Test
    void refreshToken_outlivesItsAccessToken() {
        Map<String, String> answer = server.tokens(TestRequest.global());
        server.view().clock().advance(Duration.ofSeconds(7199));

        assertThat(server.answer(renewing(answer)).status()).isEqualTo(200);
    }

    @Test
    void keyThatIsNotEncoded_isUnknown() {
        String id = Configuration.DEFAULT_ACCESS_KEY.id();
        TestRequest twice = TestRequest.global().replaced("%3D%3D%3D%3D&password", "%253D%253D%253D%253D&password");

        assertThat(id).matches("[A-Z2-7]{52}====");
        assertThat(Configuration.DEFAULT_ACCESS_KEY.secret()).matches("[A-Z2-7]{52}====");
        assertThat(server.exchange(twice).reason()).contains(Reason.ACCESS_KEY_UNKNOWN);
        assertThat(server.view().exchanges().last().explanation().orElseThrow().seen())
                .contains("which was encoded twice");
    }

    @Test
    void secretThatIsEncodedTwice_isToldAsSuch() {
        String form = TestRequest.PASSWORD;
        String twice = form.substring(0, form.lastIndexOf("%3D%3D%3D%3D")) + "%253D%253D%253D%253D";

        Exchange refused = server.exchange(TestRequest.global().body(twice));

        assertThat(refused.reason()).contains(Reason.ACCESS_KEY_WRONG);
        assertThat(refused.explanation().orElseThrow().seen()).endsWith(", its secret, which was encoded twice");
        assertThat(refused.explanation().orElseThrow().advice()).endsWith("encode it once, its = as %3D, its + as %2B");
    }

    @Test
    void clientCredentials_areRefusedWithTheWayThatIsDocumented() {
        Exchange refused = server.exchange(TestRequest.global().body("grant_type=client_credentials"));

        assertThat(refused.reason()).contains(Reason.ACCESS_KEY_DEMANDED);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.explanation().orElseThrow().advice())
                .contains("grant_type=password with username=<access key id> and password=<access key secret>");
    }

    @Test
    void clientCredentials_canBeAllowed() {
        TestServer open = TestServer.speaking(Profiles.GLOBAL.toBuilder("GLOBAL")
                .off(Reason.ACCESS_KEY_DEMANDED)
                .build());

        Map<String, String> answer = open.tokens(TestRequest.global().body("grant_type=client_credentials"));

        assertThat(answer).containsOnlyKeys("access_token", "token_type", "expires_in", "issued_token_type");
    }

    @ParameterizedTest
    @CsvSource({"BASIC, BODY", "BODY, BASIC"})
    void registeredMethod_isTheOnlyOne(AuthMethod registered, AuthMethod other) {
        Client app = Client.builder("app").secret("abc").authMethod(registered).build();
        server.view().clients().register(app);

        assertThat(server.answer(by(registered)).status()).isEqualTo(200);
        assertThat(server.exchange(by(other)).reason()).contains(Reason.AUTH_METHOD_NOT_REGISTERED);
    }

    private static TestRequest by(AuthMethod method) {
        TestRequest request = TestRequest.token(Profiles.GLOBAL, "app", "abc");
        return method == AuthMethod.BASIC
                ? request
                : request.without("Authorization").plus("client_id=app&client_secret=abc");
    }

    @Test
    void publicClient_sendsItsIdAlone() {
        server.view().clients().register(Client.builder("app").publicClient().build());
        TestRequest request = TestRequest.global().without("Authorization").plus("client_id=app");

        assertThat(server.answer(request).status()).isEqualTo(200);
        assertThat(server.view().exchanges().last().note()).contains("(by its id alone)");
        assertThat(server.exchange(request.plus("client_secret=abc")).reason())
                .contains(Reason.AUTH_METHOD_NOT_REGISTERED);
        assertThat(server.exchange(TestRequest.global().without("Authorization").plus("client_id=reporting"))
                        .reason())
                .contains(Reason.CREDENTIALS_MISSING);
    }

    /** NICE's browser SDK sends no client_id when it renews a token. */
    @Test
    void publicClient_isKnownByItsRefreshToken() {
        server.view().clients().register(Client.builder("app").publicClient().build());
        Map<String, String> answer =
                server.tokens(TestRequest.global().without("Authorization").plus("client_id=app"));

        assertThat(server.answer(renewing(answer).without("Authorization").plus("scope=openid"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void secretClient_isNotKnownByItsRefreshToken() {
        Map<String, String> answer = server.tokens(TestRequest.global());

        assertThat(server.exchange(renewing(answer).without("Authorization")).reason())
                .contains(Reason.CREDENTIALS_MISSING);
    }

    /** NICE's browser SDK sends a form and calls it JSON. */
    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8"})
    void formLabelledJson_isRead(String label) {
        assertThat(server.answer(TestRequest.global().header("Content-Type", label))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json | {"grant_type":"password"}
            application/json |   {"grant_type":"password"}
            text/plain       | grant_type=password
            """)
    void otherBody_isNoForm(String label, String body) {
        assertThat(server.exchange(TestRequest.global()
                                .header("Content-Type", label)
                                .body(body))
                        .reason())
                .contains(Reason.BODY_NOT_FORM);
    }

    @Test
    void scope_isThatOfRoleAndClientWhateverIsAsked() {
        Configuration configuration = Configuration.builder()
                .profile(Profiles.GLOBAL)
                .client(Client.builder(TestServer.ID)
                        .secret(TestServer.SECRET)
                        .scopes("admin:api", "user:read")
                        .build())
                .accessKey(Configuration.DEFAULT_ACCESS_KEY.toBuilder()
                        .scopes(Scopes.of("user:read", "other"))
                        .build())
                .build();
        TestServer narrow = TestServer.with(configuration);

        assertThat(narrow.exchange(TestRequest.global().plus("scope=openid")).scopes())
                .contains(Scopes.of("user:read"));
    }

    @Test
    void clientWithoutTheRefreshGrant_getsNoRefreshToken() {
        server.view().clients().withdrawGrant(TestServer.ID, GrantType.REFRESH_TOKEN);

        assertThat(server.tokens(TestRequest.global())).doesNotContainKey("refresh_token");
    }

    @Test
    void statusOfAnError_isASwitch() {
        Profile by400 = Profiles.GLOBAL.toBuilder("GLOBAL")
                .errorStatus("invalid_grant", 400)
                .errorMembers(ErrorMember.ERROR, ErrorMember.ERROR_DESCRIPTION_CAMEL)
                .answer(Reason.ACCESS_KEY_WRONG, 400, "invalid_grant", "Wrong key")
                .build();
        TestServer other = TestServer.speaking(by400);

        assertThat(other.answer(TestRequest.global().replaced("&password=", "&password=X"))
                        .body())
                .isEqualTo("{\"error\":\"invalid_grant\",\"errorDescription\":\"Wrong key\"}");
        assertThat(by400.refusal(Reason.REFRESH_TOKEN_USED).orElseThrow().status())
                .isEqualTo(400);
        assertThat(by400.refusal(Reason.SECRET_WRONG).orElseThrow().status()).isEqualTo(401);
    }

    /** RS256 is deterministic: without an id of their own two tokens of one second are one token. */
    @Test
    void withoutTokenIds_equalTokensAreOne() {
        TestServer plain = TestServer.speaking(
                Profiles.GLOBAL.toBuilder("GLOBAL").tokenIds(false).build());
        String first = plain.tokens(TestRequest.global()).getOrDefault("access_token", "");
        String second = plain.tokens(TestRequest.global()).getOrDefault("access_token", "");
        plain.view().clock().advance(Duration.ofSeconds(1));
        String third = plain.tokens(TestRequest.global()).getOrDefault("access_token", "");

        assertThat(List.of(first, third)).doesNotHaveDuplicates();
        assertThat(second).isEqualTo(first);
        assertThat(plain.view().tokens().revoke(first)).isEqualTo(1);
        plain.tokens(TestRequest.global());
        assertThat(plain.answer(TestRequest.get("/users/me").bearer(second)).status())
                .isEqualTo(401);
        assertThat(plain.answer(TestRequest.get("/users/me").bearer(third)).status())
                .isEqualTo(200);
    }

    @Test
    void deactivatedKey_takesItsTokensWithIt() {
        Map<String, String> answer = server.tokens(TestRequest.global());
        server.view().accessKeys().deactivate(Configuration.DEFAULT_ACCESS_KEY.id());
        server.view().accessKeys().activate(Configuration.DEFAULT_ACCESS_KEY.id());

        assertThat(server.exchange(TestRequest.get("/users/me").bearer(answer.getOrDefault("access_token", "")))
                        .reason())
                .contains(Reason.TOKEN_REVOKED);
        assertThat(server.exchange(renewing(answer)).reason()).contains(Reason.REFRESH_TOKEN_REVOKED);
    }

    @Test
    void idToken_opensNothing() {
        Map<String, String> answer = server.tokens(TestRequest.global());

        Exchange refused = server.exchange(TestRequest.get("/users/me").bearer(answer.getOrDefault("id_token", "")));

        assertThat(refused.reason()).contains(Reason.TOKEN_NOT_ACCESS_TOKEN);
        assertThat(refused.explanation().orElseThrow().seen()).isEqualTo("the id_token of this server");
    }

    @Test
    void accessToken_isExchangedForAnother() {
        Map<String, String> first = server.tokens(TestRequest.global());

        Map<String, String> second = server.tokens(TestRequest.global()
                .body("grant_type=urn:ietf:params:oauth:grant-type:token-exchange&scope=openid&subject_token="
                        + first.get("access_token")
                        + "&subject_token_type=urn:ietf:params:oauth:token-type:access_token"));

        assertThat(second.get("access_token")).isNotEqualTo(first.get("access_token"));
        assertThat(second).containsKeys("id_token", "refresh_token");
        assertThat(server.view().exchanges().last().note())
                .startsWith("token issued to reporting for agent@example.com");
    }

    @Test
    void errors_areToldInTheWordsThatTheSwitchSays() {
        TestRequest wrong = TestRequest.global().basic("reporting", "wrong");
        String text = "Client authentication failed";

        assertThat(server.answer(wrong).body())
                .isEqualTo("{\"error\":\"invalid_client\",\"error_description\":\"" + text + "\"}");
        assertThat(TestServer.speaking(Profiles.GLOBAL.toBuilder("MINE")
                                .errorMembers(ErrorMember.ERROR, ErrorMember.ERROR_DESCRIPTION_CAMEL)
                                .build())
                        .answer(wrong)
                        .body())
                .isEqualTo("{\"error\":\"invalid_client\",\"errorDescription\":\"" + text + "\"}");
    }

    /** What a refusal tells is its error: a text for each reason would tell more. */
    @Test
    void sameError_hasTheSameText() {
        Map<String, Set<String>> texts = Profiles.GLOBAL
                .reasons()
                .flatMap(reason -> Profiles.GLOBAL.refusal(reason).stream())
                .collect(groupingBy(Refusal::error, mapping(Refusal::description, toSet())));

        assertThat(texts.values()).allSatisfy(each -> assertThat(each).hasSize(1));
    }

    @Test
    void shortNamesOfTheOpenApiFiles_areTakenToo() {
        Map<String, String> first = server.tokens(TestRequest.global());

        Map<String, String> second = server.tokens(TestRequest.global()
                .body("grant_type=token-exchange&subject_token=" + first.get("access_token")
                        + "&subject_token_type=access_token"));

        assertThat(second.get("access_token")).isNotEqualTo(first.get("access_token"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "associated-user",
                "role-impersonation",
                "user-impersonation",
                "impersonate-configure",
                "impersonate-support"
            })
    void impersonation_tellsWhereTheUserIsFrom(String which) throws ParseException {
        SignedJWT first = SignedJWT.parse(server.tokens(TestRequest.global()).get("access_token"));

        SignedJWT second = SignedJWT.parse(
                server.tokens(impersonating(which, first, "&audience=other")).get("access_token"));

        assertThat(first.getJWTClaimsSet().getClaims()).doesNotContainKey("impersonatingUserTenantId");
        assertThat(second.getJWTClaimsSet().getClaims())
                .containsEntry("impersonatingUserTenantId", Tenant.DEFAULT.tenantId())
                .containsEntry("sub", first.getJWTClaimsSet().getSubject());
    }

    @Test
    void tokenThatIsRenewed_impersonatesNobody() throws ParseException {
        SignedJWT first = SignedJWT.parse(server.tokens(TestRequest.global()).get("access_token"));
        Map<String, String> second = server.tokens(impersonating("user-impersonation", first, "&audience=other"));

        SignedJWT third = SignedJWT.parse(server.tokens(renewing(second)).get("access_token"));

        assertThat(third.getJWTClaimsSet().getClaims()).doesNotContainKey("impersonatingUserTenantId");
    }

    @Test
    void impersonationWithoutAudience_isRefused() throws ParseException {
        SignedJWT first = SignedJWT.parse(server.tokens(TestRequest.global()).get("access_token"));

        Exchange refused = server.exchange(impersonating("user-impersonation", first, ""));

        assertThat(refused.reason()).contains(Reason.AUDIENCE_MISSING);
        assertThat(refused.status()).isEqualTo(400);
    }

    private static TestRequest impersonating(String which, SignedJWT subject, String more) {
        return TestRequest.global()
                .body("grant_type=urn:ietf:params:oauth:grant-type:" + which + "-token-exchange&subject_token="
                        + subject.serialize() + more);
    }

    @Test
    void tokenOfAnotherTenant_isNotExchanged() {
        server.view()
                .clients()
                .register(Client.builder("elsewhere")
                        .secret("abc")
                        .tenantId(TestServer.OTHER_TENANT.tenantId())
                        .build());
        String subject = server.tokens(TestRequest.global()).getOrDefault("access_token", "");

        Exchange refused = server.exchange(TestRequest.token(Profiles.GLOBAL, "elsewhere", "abc")
                .body("grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token=" + subject
                        + "&subject_token_type=urn:ietf:params:oauth:token-type:access_token"));

        assertThat(refused.reason()).contains(Reason.SUBJECT_TOKEN_INVALID);
        assertThat(refused.explanation().orElseThrow().seen())
                .isEqualTo("a token of tenant " + Tenant.DEFAULT.tenantId() + "; client elsewhere is of "
                        + TestServer.OTHER_TENANT.tenantId());
        assertThat(refused.explanation().orElseThrow().advice())
                .isEqualTo("exchange a token of the client's own tenant, or as a client that is registered for all"
                        + " tenants");
    }

    @Test
    void tokenWithoutUser_isExchangedForOneThatIsNotRenewed() {
        String own = server.tokens(TestRequest.token("/oauth/token")).getOrDefault("access_token", "");

        Map<String, String> exchanged = server.tokens(exchanging(own));

        assertThat(exchanged).containsKey("access_token").doesNotContainKey("refresh_token");
    }

    @Test
    void tokenOfAnotherProduct_isNotExchanged() {
        String genesys = server.tokens(TestRequest.token("/login/oauth/token")).getOrDefault("access_token", "");

        Exchange refused = server.exchange(exchanging(genesys));

        assertThat(refused.reason()).contains(Reason.SUBJECT_TOKEN_INVALID);
        assertThat(refused.explanation().orElseThrow().seen())
                .isEqualTo("a token of profile GENESYS, another product's");
    }

    private static TestRequest exchanging(String subject) {
        return TestRequest.global()
                .body("grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token=" + subject
                        + "&subject_token_type=urn:ietf:params:oauth:token-type:access_token");
    }

    /** It once gave a token of the client instead of the user. */
    @Test
    void keyThatIsGone_leavesNothingToRenew() {
        Map<String, String> answer = server.tokens(TestRequest.global());
        TestServer without = server.fork(Configuration.builder()
                .profile(Profiles.GLOBAL)
                .client(TestServer.REPORTING)
                .withoutDefaultAccessKey()
                .build());

        Exchange refused = without.exchange(renewing(answer));

        assertThat(refused.reason()).contains(Reason.REFRESH_TOKEN_UNKNOWN);
        assertThat(refused.explanation().orElseThrow().seen())
                .isEqualTo("a refresh token for an access key that is no longer there");
    }

    @Test
    void tokensOfTwoUsers_areNoEarlyRenewal() {
        TestServer both = TestServer.diagnosing(Configuration.builder()
                .profile(Profiles.GLOBAL)
                .client(TestServer.REPORTING)
                .accessKey(Configuration.DEFAULT_ACCESS_KEY)
                .accessKey(AccessKey.builder("SECOND====")
                        .secret("SECONDSECRET====")
                        .build())
                .build());
        both.answer(TestRequest.global());
        both.answer(TestRequest.global()
                .body("grant_type=password&username=SECOND%3D%3D%3D%3D&password=SECONDSECRET%3D%3D%3D%3D"));
        both.answer(TestRequest.global());

        assertThat(both.view().exchanges().all())
                .extracting(exchange -> exchange.findings().size())
                .containsExactly(0, 0, 1);
    }

    /** Each product has its own tokens. */
    @Test
    void tokensOfTwoProducts_areNoEarlyRenewal() {
        TestServer all = TestServer.withDefaults().diagnosing();
        all.answer(TestRequest.token(Profiles.CENTRAL));
        all.answer(TestRequest.token(Profiles.GENESYS));
        all.answer(TestRequest.token(Profiles.GENESYS));

        assertThat(all.view().exchanges().all())
                .extracting(exchange -> exchange.findings().size())
                .containsExactly(0, 0, 1);
    }

    @Test
    void clientsSecretInPlaceOfTheKeys_isToldWhoseItIs() {
        Exchange refused = server.exchange(TestRequest.global()
                .body("grant_type=password&username="
                        + Configuration.DEFAULT_ACCESS_KEY.id().replace("=", "%3D") + "&password=s3cret%2B%2F%3D"));

        assertThat(refused.reason()).contains(Reason.ACCESS_KEY_WRONG);
        assertThat(refused.explanation().orElseThrow().seen())
                .isEqualTo("access key " + Configuration.DEFAULT_ACCESS_KEY.id()
                        + " of agent@example.com, but the secret of client reporting");
    }

    private static TestRequest renewing(Map<String, String> answer) {
        return TestRequest.global().body(REFRESH + answer.get("refresh_token"));
    }
}
