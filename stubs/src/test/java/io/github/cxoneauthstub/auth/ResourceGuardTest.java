package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.ID;
import static io.github.cxoneauthstub.auth.TestServer.NOW;
import static io.github.cxoneauthstub.auth.TestServer.RFC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.TestServer.PathMatcher;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let through to a resource, and how the others are turned away. */
class ResourceGuardTest {
    private final TestServer server = TestServer.inBothDialects();

    @Test
    void refusedToken_isAnsweredAndRecordedInTheDialectThatIssuedIt() {
        String token = server.answer(TestRequest.token(TestServer.RFC))
                .body()
                .replaceAll(".*\"access_token\":\"([^\"]*)\".*", "$1");
        server.view().tokens().revokeAll();

        assertThat(server.exchange(TestRequest.get("/users/me").bearer(token)).profile())
                .isEqualTo("RFC6749");
        assertThat(server.exchange(TestRequest.get("/users/me")).profile()).isEqualTo("OAUTH_TOKEN");
    }

    @Test
    void validToken_opensTheResource() {
        Answer answer = server.answer(ask().bearer(token().value()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"id\":\"42\"}");
        assertThat(Wire.values(answer, "Content-Type")).containsExactly("application/json");
    }

    @Test
    void admission_isRecordedWithClientAndScopes() {
        Exchange exchange = server.exchange(ask().bearer(token().value()));

        assertThat(exchange.kind()).isEqualTo(Kind.RESOURCE);
        assertThat(exchange.outcome()).isEqualTo(Outcome.ADMITTED);
        assertThat(exchange.clientId()).contains(ID);
        assertThat(exchange.scopes()).contains(Scopes.of("user:read", "admin:api"));
        assertThat(exchange.note()).isEqualTo("for reporting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "Bearer   ", "Bearer\t"})
    void scheme_isTakenInAnyCase(String scheme) {
        assertThat(server.exchange(ask().header("Authorization", scheme + token().value()))
                        .outcome())
                .isEqualTo(Outcome.ADMITTED);
    }

    @ParameterizedTest
    @CsvSource({
        "'', BEARER_MISSING, an empty Authorization header",
        "Basic eDp5, BEARER_SCHEME_WRONG, the scheme was Basic",
        "eyJhbGciOiJSUzI1NiJ9.e30.x, BEARER_SCHEME_WRONG, 'a single word of 26 characters, without a scheme'",
        "Bearer, TOKEN_MALFORMED, nothing follows the word Bearer",
        "Bearer Bearer x.y.z, BEARER_DOUBLED, the token begins with the word Bearer itself",
        "Bearer bearer x.y.z, BEARER_DOUBLED, the token begins with the word Bearer itself",
        "Bearer undefined, TOKEN_MALFORMED, it is the word undefined: the variable had no value",
        "Bearer \"x.y.z\", TOKEN_MALFORMED, it begins with a quotation mark"
    })
    void wrongHeader_isToldWhy(String value, Reason reason, String seen) {
        Exchange exchange = server.exchange(ask().header("Authorization", value));

        assertThat(exchange.reason()).contains(reason);
        assertThat(seen(exchange)).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({
        "eyJhbGciOiJub25lIn0.e30., TOKEN_ALGORITHM_WRONG, its header says alg 'none'",
        "eyJhbGciOiJIUzI1NiJ9.e30.AAAA, TOKEN_ALGORITHM_WRONG, its header says alg 'HS256'",
        "eyJhbGciOiJSUzI1NiIsImtpZCI6IngifQ.e30.AAAA, TOKEN_KEY_UNKNOWN, its header names a key that is not in /auth/jwks",
        "eyJhbGciOiJSUzI1NiJ9.e30.AAAA, TOKEN_TAMPERED, a signature that does not fit the header and the claims"
    })
    void forgedToken_isToldHow(String token, Reason reason, String seen) {
        Exchange exchange = server.exchange(ask().bearer(token));

        assertThat(exchange.reason()).contains(reason);
        assertThat(seen(exchange)).isEqualTo(seen);
        assertThat(exchange.clientId()).isEmpty();
    }

    @Test
    void requestWithoutToken_isChallengedWithoutErrorCode() {
        Answer answer = server.answer(ask());

        assertThat(Wire.print(answer)).isEqualTo("""
                401
                WWW-Authenticate: Bearer realm="cxone"
                Cache-Control: no-store
                Pragma: no-cache

                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"undefined", "x.y.z", "e30.e30.e30"})
    void badToken_isChallengedWithInvalidToken(String token) {
        Answer answer = server.answer(ask().bearer(token));

        assertThat(Wire.print(answer)).isEqualTo("""
                401
                Content-Type: application/json
                WWW-Authenticate: Bearer realm="cxone", error="invalid_token"
                Cache-Control: no-store
                Pragma: no-cache

                {"error":"invalid_token"}""");
    }

    @Test
    void twoHeaders_areAnInvalidRequest() {
        Answer answer = server.answer(ask().bearer(token().value()).with("authorization", "Bearer " + token().value()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Wire.values(answer, "WWW-Authenticate"))
                .containsExactly("Bearer realm=\"cxone\", error=\"invalid_request\"");
        assertThat(last().reason()).contains(Reason.BEARER_REPEATED);
    }

    @Test
    void missingScope_isForbiddenAndNamedInTheChallenge() {
        AccessToken narrow = server.view().tokens().issue(Mint.forClient(ID).scopes("admin:api"));

        Answer answer = server.answer(ask().bearer(narrow.value()));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(Wire.values(answer, "WWW-Authenticate"))
                .containsExactly("Bearer realm=\"cxone\", error=\"insufficient_scope\", scope=\"user:read\"");
        assertThat(last().reason()).contains(Reason.SCOPE_INSUFFICIENT);
        assertThat(seen(last())).isEqualTo("required is user:read; the token of reporting has admin:api");
        assertThat(last().clientId()).contains(ID);
    }

    @Test
    void descriptionOfTheProfile_isInTheChallengeToo() {
        TestServer own = TestServer.speaking(Profiles.OAUTH_TOKEN.toBuilder("OWN")
                .realm("r")
                .answer(Reason.TOKEN_MALFORMED, 401, "invalid_token", "no good")
                .build());

        Answer answer = own.answer(ask().bearer("x"));

        assertThat(Wire.values(answer, "WWW-Authenticate"))
                .containsExactly("Bearer realm=\"r\", error=\"invalid_token\", error_description=\"no good\"");
    }

    @Test
    void resourceWithoutScope_opensForAnyToken() {
        server.view().add(new Resource(new PathMatcher("GET", "/any"), Optional.empty(), served("1")));
        AccessToken bare = server.view().tokens().issue(Mint.forClient(ID).scopes(new String[0]));

        assertThat(server.answer(TestRequest.get("/any").bearer(bare.value())).body())
                .isEqualTo("1");
        assertThat(server.exchange(ask().bearer(bare.value())).reason()).contains(Reason.SCOPE_INSUFFICIENT);
        assertThat(seen(last())).isEqualTo("required is user:read; the token of reporting has no scope");
    }

    @Test
    void token_isRefusedFromTheVerySecondOfItsExp() {
        AccessToken token = token();

        server.view().clock().set(token.expiresAt().minusNanos(1));
        assertThat(server.exchange(ask().bearer(token.value())).outcome()).isEqualTo(Outcome.ADMITTED);
        server.view().clock().set(token.expiresAt());
        assertThat(server.exchange(ask().bearer(token.value())).reason()).contains(Reason.TOKEN_EXPIRED);
    }

    @Test
    void expiredToken_isToldSinceWhen() {
        AccessToken token = token();
        server.view().clock().set(token.expiresAt().plusSeconds(7));

        assertThat(seen(server.exchange(ask().bearer(token.value()))))
                .isEqualTo("a token of reporting that expired 7 s ago, at 2026-11-22T10:15:30Z");
    }

    @Test
    void revokedToken_isToldByWhat() {
        AccessToken token = token();
        server.view().tokens().revokeAll();

        Exchange exchange = server.exchange(ask().bearer(token.value()));

        assertThat(exchange.reason()).contains(Reason.TOKEN_REVOKED);
        assertThat(exchange.clientId()).contains(ID);
        assertThat(exchange.scopes()).contains(token.scopes());
        assertThat(seen(exchange)).isEqualTo("a token of reporting; it was revoked by the test");
    }

    @Test
    void revokedTokenThatExpiresToo_isRevoked() {
        AccessToken token = token();
        server.view().tokens().revokeAll();
        server.view().clock().advance(Duration.ofDays(2));

        assertThat(server.exchange(ask().bearer(token.value())).reason()).contains(Reason.TOKEN_REVOKED);
    }

    @Test
    void refusedToken_isAnsweredInTheDialectThatIssuedIt() {
        TestServer two = TestServer.with(Configuration.builder()
                .client(TestServer.REPORTING)
                .mount(Profiles.RFC6749.toBuilder("OTHER")
                        .paths(RFC)
                        .realm("other")
                        .answer(Reason.TOKEN_REVOKED, 401, "gone")
                        .build())
                .build());
        String token = two.answer(TestRequest.token(RFC)).body().split("\"", -1)[3];
        two.view().tokens().revokeAll();

        Answer answer = two.answer(ask().bearer(token));

        assertThat(answer.body()).isEqualTo("{\"error\":\"gone\"}");
        assertThat(Wire.values(answer, "WWW-Authenticate")).containsExactly("Bearer realm=\"other\", error=\"gone\"");
    }

    @Test
    void mostSpecificResource_answersAndOfEqualOnesTheLater() {
        server.view().add(new Resource(new PathMatcher("GET", "/twice"), Optional.empty(), served("1")));
        server.view().add(new Resource(new PathMatcher("GET", "/twice"), Optional.empty(), served("2")));

        assertThat(server.answer(TestRequest.get("/twice").bearer(token().value()))
                        .body())
                .isEqualTo("2");
    }

    @Test
    void moreSpecificResource_answersWheneverItWasAdded() {
        Resource general = new Resource(new Everything(), Optional.empty(), served("general"));
        Resource special = new Resource(new PathMatcher("GET", "/special"), Optional.empty(), served("special"));
        server.view().add(special);
        server.view().add(general);
        TestServer other = TestServer.inBothDialects();
        other.view().add(general);
        other.view().add(special);
        TestRequest request = TestRequest.get("/special");

        assertThat(server.answer(request.bearer(token().value())).body()).isEqualTo("special");
        assertThat(other.answer(request.bearer(other.view().tokens().issue(ID).value()))
                        .body())
                .isEqualTo("special");
    }

    /** Fits every request. */
    private record Everything() implements RequestMatcher {
        @Override
        public boolean matchesUrl(ArrivedRequest request) {
            return true;
        }

        @Override
        public boolean matchesMethod(ArrivedRequest request) {
            return true;
        }

        @Override
        public int specificity() {
            return 0;
        }

        @Override
        public String describe() {
            return "everything";
        }
    }

    @Test
    void guardBeforeStubs_passesOnAndRecordsWhatTheStubAnswered() {
        server.view().add(new Resource(new PathMatcher("GET", "/stub"), Optional.empty(), Optional.empty()));

        Reply reply = server.server()
                .reply(TestRequest.get("/stub").bearer(token().value()).arrived());
        assertThat(server.view().exchanges().all()).isEmpty();
        ((Reply.PassOn) reply).passage().answered(201, true);

        assertThat(last().status()).isEqualTo(201);
        assertThat(last().outcome()).isEqualTo(Outcome.ADMITTED);
        assertThat(last().at()).isEqualTo(NOW);
    }

    @Test
    void guardBeforeStubs_refusesAsAnyOther() {
        server.view().add(new Resource(new PathMatcher("GET", "/stub"), Optional.of("a:b"), Optional.empty()));

        assertThat(server.answer(TestRequest.get("/stub")).status()).isEqualTo(401);
        assertThat(server.answer(TestRequest.get("/stub").bearer(token().value()))
                        .status())
                .isEqualTo(403);
    }

    private static Optional<Resource.Served> served(String json) {
        return Optional.of(new Resource.Served(200, json));
    }

    private static TestRequest ask() {
        return TestRequest.get("/users/me");
    }

    private AccessToken token() {
        return server.view().tokens().issue(ID);
    }

    private Exchange last() {
        return server.view().exchanges().last();
    }

    private static String seen(Exchange exchange) {
        return exchange.explanation().map(Explanation::seen).orElse("");
    }
}
