package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A login without a page: the code, where it is sent, and who gets a token for it. */
class AuthorizationCodeTest {
    private final TestServer server = TestServer.speaking(Profiles.GLOBAL);

    @Test
    void whoeverComes_isSentBackAtOnceWithCodeAndState() {
        Answer answer = server.answer(Logins.authorization(server, Logins.QUERY));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.body()).isEmpty();
        assertThat(location(answer)).startsWith(Logins.BACK + "&code=");
        assertThat(Logins.sentBack(answer)).containsEntry("state", "af fe").containsEntry("x", "1");
        Exchange exchange = server.view().exchanges().last();
        assertThat(exchange.note()).isEqualTo("a code for agent@example.com, sent back to desktop-app");
    }

    @Test
    void code_isRedeemedForTheTokensOfTheUser() {
        Map<String, String> answer = server.tokens(Logins.begin(server).redemption());

        assertThat(answer).containsKeys("access_token", "id_token", "refresh_token");
        assertThat(server.answer(TestRequest.get("/users/me").bearer(answer.getOrDefault("access_token", "")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void withoutState_noneIsSentBack() {
        assertThat(Logins.sentBack(
                        server.answer(Logins.authorization(server, Logins.QUERY.replace("&state=af%20fe", "")))))
                .containsOnlyKeys("x", "code");
    }

    @ParameterizedTest
    @CsvSource({"=code&, =token&, unsupported_response_type", "S256, plain, invalid_request"})
    void mistake_isSentBackWithTheState(String part, String other, String error) {
        Answer answer = server.answer(Logins.authorization(server, Logins.QUERY.replace(part, other)));

        assertThat(Logins.sentBack(answer))
                .containsEntry("error", error)
                .containsEntry("state", "af fe")
                .doesNotContainKey("code");
    }

    /** It was once told like a tenant without a user. */
    @Test
    void unknownTenant_isToldAsOne() {
        Exchange exchange = server.exchange(Logins.authorization(server, Logins.QUERY + "&tenantId=nope"));

        assertThat(exchange.reason()).contains(Reason.USER_MISSING);
        assertThat(exchange.explanation().orElseThrow().seen())
                .startsWith("a tenantId that is no tenant's, of 4 characters; there are [");
    }

    @Test
    void grantThatIsNotEnabled_isSentBack() {
        server.view()
                .clients()
                .register(Logins.client(Logins.APP).toBuilder()
                        .grants(GrantType.REFRESH_TOKEN)
                        .build());

        assertThat(Logins.sentBack(server.answer(Logins.authorization(server, Logins.QUERY))))
                .containsEntry("error", "unauthorized_client");
    }

    /** An address that nobody registered gets nothing, whatever else is wrong (RFC 6749 section 4.1.2.1). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example.com/callback?x=1",
                "https://app.example.com/callback?x=1/",
                "https://app.example.com/callback",
                "https://evil.example.com/callback?x=1",
                "javascript:alert(1)",
                "not a uri"
            })
    void otherAddress_isNeverRedirectedTo(String address) {
        Answer answer = server.answer(Logins.authorization(
                server, Logins.QUERY.replace(FormEncoding.encode(Logins.BACK), FormEncoding.encode(address))));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).noneMatch(header -> header.name().equals("Location"));
        assertThat(server.view().exchanges().last().reason()).contains(Reason.REDIRECT_URI_UNREGISTERED);
    }

    @Test
    void unknownClient_isToldSoItself() {
        Answer answer = server.answer(TestRequest.get("/auth/authorize").query(Logins.QUERY));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(server.view().exchanges().last().reason()).contains(Reason.CLIENT_UNKNOWN);
    }

    @Test
    void secretClient_needsNoChallengeButNoVerifierEither() {
        server.view()
                .clients()
                .register(Client.builder("web")
                        .secret("abc")
                        .redirectUris(Logins.BACK)
                        .build());
        String code = Logins.sentBack(server.answer(TestRequest.get("/auth/authorize")
                        .query("response_type=code&client_id=web&redirect_uri=" + FormEncoding.encode(Logins.BACK))))
                .getOrDefault("code", "");
        TestRequest redemption = TestRequest.token(Profiles.GLOBAL, "web", "abc")
                .body("grant_type=authorization_code&code=" + code + "&redirect_uri="
                        + FormEncoding.encode(Logins.BACK));

        assertThat(server.exchange(redemption.plus("code_verifier=" + Logins.VERIFIER))
                        .reason())
                .contains(Reason.VERIFIER_WRONG);
        assertThat(server.answer(redemption).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "has+blank+and+is+long+enough+to+be+a+verifier+of+the+rfc"})
    void verifierThatIsNone_isRefused(String verifier) {
        assertThat(server.exchange(Logins.begin(server)
                                .redemption()
                                .replaced("code_verifier=" + Logins.VERIFIER, "code_verifier=" + verifier))
                        .reason())
                .contains(Reason.VERIFIER_WRONG);
    }

    @Test
    void code_livesAMinute() {
        Logins.Login login = Logins.begin(server);
        server.view().clock().advance(Duration.ofSeconds(59));
        assertThat(server.answer(login.redemption()).status()).isEqualTo(200);

        Logins.Login late = Logins.begin(server);
        server.view().clock().advance(Duration.ofSeconds(60));
        assertThat(server.exchange(late.redemption()).reason()).contains(Reason.CODE_EXPIRED);
    }

    /** What was refused for another reason has not used the code up. */
    @Test
    void refusedRedemption_leavesTheCode() {
        Logins.Login login = Logins.begin(server);
        server.answer(login.redemption().replaced("code_verifier=", "code_verifier=X"));

        assertThat(server.answer(login.redemption()).status()).isEqualTo(200);
    }

    @Test
    void codeFromManyThreads_isRedeemedOnce() throws Exception {
        Logins.Login login = Logins.begin(server);

        assertThat(together(8, () -> server.answer(login.redemption()).status()))
                .containsExactlyInAnyOrder(200, 401, 401, 401, 401, 401, 401, 401);
    }

    @Test
    void refreshTokenFromManyThreads_isUsedOnce() throws Exception {
        Map<String, String> answer = server.tokens(TestRequest.global());
        TestRequest renewing =
                TestRequest.global().body("grant_type=refresh_token&refresh_token=" + answer.get("refresh_token"));

        assertThat(together(8, () -> server.answer(renewing).status()))
                .containsExactlyInAnyOrder(200, 401, 401, 401, 401, 401, 401, 401);
        assertThat(server.view().exchanges().all().stream().flatMap(exchange -> exchange.reason().stream()))
                .hasSize(7)
                .containsOnly(Reason.REFRESH_TOKEN_USED);
    }

    /** It once gave a token that opened everything. */
    @Test
    void codeOfADeactivatedKey_isWorthNothing() {
        Logins.Login login = Logins.begin(server);
        server.view().accessKeys().deactivate(Configuration.DEFAULT_ACCESS_KEY.id());

        assertThat(server.exchange(login.redemption()).reason()).contains(Reason.ACCESS_KEY_INACTIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "&client_id=conf, PARAMETER_REPEATED",
        "&redirect_uri=https%3A%2F%2Fevil.example.com, PARAMETER_REPEATED",
        "&x=%zz, FORM_UNREADABLE",
        "&client_secret=hush, SECRET_IN_QUERY"
    })
    void queryThatIsWrongInItself_isNotSentAnywhere(String more, Reason reason) {
        Answer answer = server.answer(Logins.authorization(server, Logins.QUERY + more));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(server.view().exchanges().last().reason()).contains(reason);
    }

    @Test
    void challengeThatIsNoHash_isRefused() {
        String challenge = CodeRules.challenge(Logins.VERIFIER);

        assertThat(Logins.sentBack(
                        server.answer(Logins.authorization(server, Logins.QUERY.replace(challenge, "short")))))
                .containsEntry("error", "invalid_request");
    }

    @Test
    void tenantOfTheQuery_choosesTheUser() {
        assertThat(Logins.sentBack(server.answer(
                        Logins.authorization(server, Logins.QUERY + "&tenantId=" + Tenant.DEFAULT.tenantId()))))
                .containsKey("code");
        assertThat(Logins.sentBack(server.answer(Logins.authorization(
                        server, Logins.QUERY + "&tenantId=" + TestServer.OTHER_TENANT.tenantId()))))
                .containsEntry("error", "access_denied");
    }

    @Test
    void otherMethod_isNotServed() {
        assertThat(server.answer(Logins.authorization(server, Logins.QUERY).method("PUT"))
                        .status())
                .isEqualTo(405);
    }

    /** OpenID Connect Core 1.0 section 3.1.2.1. */
    @Test
    void form_isTakenAsAQueryIs() {
        TestRequest form = Logins.authorization(server, "x=1")
                .at("/auth/authorize")
                .method("POST")
                .with("Content-Type", TestRequest.FORM)
                .body(Logins.QUERY);

        assertThat(Logins.sentBack(server.answer(form))).containsKey("code").containsEntry("state", "af fe");
    }

    /** OpenID Connect Core 1.0 section 3.1.3.7: a client refuses an id_token without the nonce that it sent. */
    @Test
    void nonce_isInTheIdToken() {
        Answer answer = server.answer(Logins.authorization(server, Logins.QUERY + "&nonce=n-0S6"));
        String code = Logins.sentBack(answer).getOrDefault("code", "");

        assertThat(claims(server.tokens(new Logins.Login(code).redemption()).getOrDefault("id_token", "")))
                .contains("\"nonce\":\"n-0S6\"");
        assertThat(claims(server.tokens(Logins.begin(server).redemption()).getOrDefault("id_token", "")))
                .doesNotContain("nonce");
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8);
    }

    /** As its refresh tokens are. */
    @Test
    void codeOfAClientOrAKeyThatWasChanged_isGoodNoMore() {
        Logins.Login ofKey = Logins.begin(server);
        String key = server.view().accessKeys().all().get(0).id();
        server.view().accessKeys().deactivate(key);
        server.view().accessKeys().activate(key);
        Logins.Login ofClient = Logins.begin(server);
        server.view().clients().disable(Logins.APP);
        server.view().clients().enable(Logins.APP);

        assertThat(server.exchange(ofKey.redemption()).reason()).contains(Reason.CODE_UNKNOWN);
        assertThat(server.exchange(ofClient.redemption()).reason()).contains(Reason.CODE_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            post_logout_redirect_uri=https%3A%2F%2Fapp.example.com%2Fcallback%3Fx%3D1 | 302
            post_logout_redirect_uri=https%3A%2F%2Fapp.example.com%2Fcallback%3Fx%3D1&state=a%20b | 302
            post_logout_redirect_uri=https%3A%2F%2Fevil.example.com%2F | 204
            x=1 | 204
            """)
    void logout_sendsBackToRegisteredAddressesOnly(String query, int status) {
        server.view().clients().register(Logins.client(Logins.APP));

        assertThat(server.answer(TestRequest.get("/auth/authorize/logout").query(query))
                        .status())
                .isEqualTo(status);
    }

    /** OpenID Connect RP-Initiated Logout 1.0 sections 2 and 3. */
    @Test
    void logoutByAForm_sendsTheStateBack() {
        server.view().clients().register(Logins.client(Logins.APP));
        TestRequest form = TestRequest.get("/auth/authorize/logout")
                .method("POST")
                .with("Content-Type", TestRequest.FORM)
                .body("post_logout_redirect_uri=https%3A%2F%2Fapp.example.com%2Fcallback%3Fx%3D1&state=a%20b");

        assertThat(location(server.answer(form))).isEqualTo(Logins.BACK + "&state=a+b");
    }

    private static String location(Answer answer) {
        return answer.headers().stream()
                .filter(header -> header.name().equals("Location"))
                .map(header -> header.value())
                .findFirst()
                .orElse("");
    }

    private static <T> List<T> together(int threads, Callable<T> call) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            Stream<Callable<T>> calls = IntStream.range(0, threads).mapToObj(i -> () -> {
                start.await();
                return call.call();
            });
            List<T> results = new ArrayList<>();
            for (Future<T> each : pool.invokeAll(calls.toList())) {
                results.add(each.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
