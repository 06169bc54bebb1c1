package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.TestServer.PathMatcher;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the exchange of an unknown path says of the path that was probably meant. */
class PathHintTest {
    private final TestServer server = TestServer.inBothDialects().diagnosing();

    @Test
    void unknownPath_isRecordedAsRefused() {
        Exchange exchange = nobodyAnswers(TestRequest.get("/nowhere?a=b"));

        assertThat(exchange.kind()).isEqualTo(Kind.OTHER);
        assertThat(exchange.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(exchange.reason()).contains(Reason.PATH_UNKNOWN);
        assertThat(exchange.status()).isEqualTo(404);
        assertThat(exchange.path()).isEqualTo("/nowhere");
        assertThat(exchange.profile()).isEqualTo("OAUTH_TOKEN");
        assertThat(why(exchange).seen()).isEqualTo("GET /nowhere, which no endpoint, resource or stub answers");
        assertThat(why(exchange).evidence())
                .hasToString("ASSUMED: a gateway's 404; the forum threads name six different token paths");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth/token/", "/OAuth/Token", "//oauth//token", "/oauth%2Ftoken", "/%6Fauth/token"})
    void pathThatIsWrittenDifferently_isProbablyTheTokenEndpoint(String path) {
        assertThat(advice(TestRequest.token(path)))
                .isEqualTo("probably meant: /oauth/token; paths are compared exactly");
    }

    @Test
    void tailOfAPath_isProbablyThatPath() {
        assertThat(advice(TestRequest.token("/Token")))
                .isEqualTo("probably meant: /oauth/token; paths are compared exactly");
    }

    @Test
    void otherDialectsPath_isFoundToo() {
        assertThat(advice(TestRequest.token("/RFC/token")))
                .isEqualTo("probably meant: /rfc/token; paths are compared exactly");
    }

    @Test
    void sameWordsInFull_arePreferredToATail() {
        TestServer own = TestServer.speaking(Profiles.OAUTH_TOKEN.withPaths("/cxone/rfc/token", "/rfc/token"));

        assertThat(why(nobodyAnswers(own, TestRequest.token("/RFC/Token"))).advice())
                .isEqualTo("probably meant: /rfc/token; paths are compared exactly");
    }

    @Test
    void resourceThatIsWrittenDifferently_isNamedWithItsMethod() {
        assertThat(advice(TestRequest.get("/Users/me/")))
                .isEqualTo("probably meant: GET /users/me; paths are compared exactly");
        assertThat(advice(TestRequest.get("/me")))
                .isEqualTo("probably meant: GET /users/me; paths are compared exactly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/oauth", "/identity/oauth2/v1/token", "/oauth"})
    void pathOfAnotherProduct_isProbablyTheTokenEndpoint(String path) {
        assertThat(advice(TestRequest.token(path)))
                .isEqualTo("probably meant: the token endpoint of this profile, POST /oauth/token;"
                        + " another path is another product's or another profile's");
    }

    @Test
    void defaultDialectsPath_isTheOneThatIsHinted() {
        TestServer own = TestServer.speaking(Profiles.RFC6749.withPaths("/own"));

        assertThat(why(nobodyAnswers(own, TestRequest.token("/identity/token"))).advice())
                .startsWith("probably meant: the token endpoint of this profile, POST /own;");
    }

    /** RFC 8414 section 3.1, as clients ask that know OAuth 2.0 only. */
    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/oauth-authorization-server", "/.well-known/oauth-authorization-server/auth"})
    void metadataOfOauth_isProbablyTheDiscoveryDocument(String path) {
        assertThat(advice(TestRequest.get(path)))
                .isEqualTo("probably meant: /.well-known/openid-configuration; the metadata of RFC 8414 is not served,"
                        + " because no document of the vendor has it");
    }

    @Test
    void addressOfNoTenant_namesThoseThereAre() {
        Explanation nobody = why(nobodyAnswers(TestRequest.get("/tenants/nobody/users/me")));
        assertThat(nobody.reason()).isEqualTo(Reason.TENANT_UNKNOWN);
        assertThat(nobody.seen())
                .isEqualTo("GET below /tenants/, of a tenantId of 6 characters; there are [" + Tenant.DEFAULT.tenantId()
                        + "]");
        assertThat(why(nobodyAnswers(TestRequest.get("/tenants/" + Tenant.DEFAULT.tenantId() + "/nothing")))
                        .reason())
                .isEqualTo(Reason.PATH_UNKNOWN);
    }

    @Test
    void addressOfATenant_isToldHowItDiffers() {
        String upper = Tenant.DEFAULT.tenantId().toUpperCase(Locale.ROOT);

        assertThat(why(nobodyAnswers(TestRequest.get("/tenants/" + upper + "/users/me")))
                        .seen())
                .contains(
                        "36 characters, which differs from " + Tenant.DEFAULT.tenantId() + " in upper and lower case;");
        assertThat(why(nobodyAnswers(TestRequest.get("/tenants/" + Tenant.DEFAULT.tenantId() + "%20/users/me")))
                        .seen())
                .contains("37 characters, which has blanks around it;");
    }

    @Test
    void otherMethodOfAResource_isNamed() {
        assertThat(advice(TestRequest.get("/users/me").method("DELETE")))
                .isEqualTo("another method is served at this path: GET /users/me");
    }

    @Test
    void anythingElse_isToldWhatIsServed() {
        assertThat(advice(TestRequest.get("/nowhere")))
                .startsWith("served are /oauth/token, /oauth2/token, /api/v2/oauth/token, /auth/token, ")
                .endsWith(", /rfc/token, /.well-known/openid-configuration, /.well-known/cxone-configuration,"
                        + " /auth/jwks and GET /users/me");
    }

    @Test
    void answerToAnUnknownPath_isAGateways() {
        assertThat(Wire.print(server.server().nothingHere()))
                .isEqualTo("404\nContent-Type: application/json\n\n{\"message\":\"Not Found\"}");
    }

    @Test
    void matchedStub_isNoUnknownPath() {
        Reply.PassOn reply =
                (Reply.PassOn) server.server().reply(TestRequest.get("/stub").arrived());
        reply.passage().answered(201, true);

        Exchange exchange = server.view().exchanges().last();
        assertThat(exchange.outcome()).isEqualTo(Outcome.SERVED);
        assertThat(exchange.status()).isEqualTo(201);
        assertThat(exchange.note()).isEqualTo("by a stub of the test");
    }

    /** A secret in such a URL was not seen. */
    @Test
    void matchedStub_showsASecretInItsUrl_andNothingElse() {
        String sent = "/stub?client_secret=x&access_token=y&scope=openid";
        Reply.PassOn reply =
                (Reply.PassOn) server.server().reply(TestRequest.get(sent).arrived());
        reply.passage().answered(200, true);

        Exchange exchange = server.view().exchanges().last();
        assertThat(exchange.findings())
                .extracting(Finding::mistake)
                .containsExactly(Mistake.CREDENTIALS_IN_QUERY, Mistake.TOKEN_IN_QUERY);
        assertThat(exchange.outcome()).isEqualTo(Outcome.SERVED);
        assertThat(exchange.curl()).isEmpty();
    }

    /** The guard itself was once named as another method that is served here. */
    @Test
    void guardWithoutStubBehindIt_isNoOtherMethod() {
        server.view().add(new Resource(new PathMatcher("GET", "/v1/a"), Optional.empty(), Optional.empty()));
        String token = server.view().tokens().issue(TestServer.ID).value();

        assertThat(advice(TestRequest.get("/v1/a").bearer(token)))
                .isEqualTo("the guard let it through, but no stub of auth.wireMock() answers it");
    }

    private String advice(TestRequest request) {
        return why(nobodyAnswers(request)).advice();
    }

    private Exchange nobodyAnswers(TestRequest request) {
        return nobodyAnswers(server, request);
    }

    private static Exchange nobodyAnswers(TestServer server, TestRequest request) {
        Reply.PassOn reply = (Reply.PassOn) server.server().reply(request.arrived());
        reply.passage().answered(404, false);
        return server.view().exchanges().last();
    }

    private static Explanation why(Exchange exchange) {
        return exchange.explanation().orElseThrow();
    }
}
