package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.TestServer.PathMatcher;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.profile.ResourceStyle;
import io.github.cxoneauthstub.auth.request.Header;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refused token is answered as the dialect does that issued it, or as the resource itself is said to do. */
class ResourceStylesTest {
    private static final String CHALLENGE = "Bearer realm=\"cxone\", error=\"invalid_token\"";

    private final TestServer server = TestServer.withDefaults();

    /** Each dialect's own tokens, revoked, at a resource that has no style; what is not there is empty. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    OAUTH_TOKEN | RFC6750
                    OAUTH2_TOKEN| RFC6750
                    API_V2      | RFC6750
                    GLOBAL      | BARE
                    GENESYS     | GENESYS
                    """)
    void refusedToken_isAnsweredAsItsIssuerDoes(String name, ResourceStyle style) {
        assertThat(shape(server.answer(ask(revoked(Profiles.named(name)))))).isEqualTo(style);
    }

    @ParameterizedTest
    @EnumSource(ResourceStyle.class)
    void ownStyle_winsWhoeverIssuedTheToken(ResourceStyle style) {
        add("/own", "{}", style);

        for (Profile issuer : List.of(Profiles.OAUTH_TOKEN, Profiles.GLOBAL, Profiles.GENESYS)) {
            assertThat(shape(server.answer(ask(revoked(issuer)).at("/own"))))
                    .as("%s at %s", issuer, style)
                    .isEqualTo(style);
        }
        assertThat(shape(server.answer(TestRequest.get("/own").bearer("nonsense"))))
                .isEqualTo(style);
    }

    /** Words and form are of one product. */
    @Test
    void ownStyle_hasItsOwnWords() {
        add("/genesys", "{}", ResourceStyle.GENESYS);
        add("/rfc", "{}", ResourceStyle.RFC6750);
        add("/acd", "{}", ResourceStyle.IC_STATUS_DESCRIPTION);

        assertThat(server.answer(ask(revoked(Profiles.OAUTH_TOKEN)).at("/genesys"))
                        .body())
                .contains("\"code\":\"bad.credentials\"");
        Answer rfc = server.answer(ask(revoked(Profiles.GENESYS)).at("/rfc"));
        assertThat(rfc.body()).isEqualTo("{\"error\":\"invalid_token\"}");
        assertThat(Wire.values(rfc, "WWW-Authenticate")).containsExactly(CHALLENGE);
        assertThat(Wire.values(server.answer(ask(revoked(Profiles.GLOBAL)).at("/acd")), "icStatusDescription"))
                .containsExactly("The access token is not valid");
    }

    /** The rule at which the token fell is one of its issuer; the dialect of the style may not have it. */
    @Test
    void ownStyle_hasTheIssuersWordsWhereItsDialectHasNone() {
        TestServer lenient = TestServer.with(Configuration.builder()
                .mount(Profiles.CENTRAL.toBuilder("CENTRAL")
                        .off(Reason.TOKEN_REVOKED)
                        .build())
                .client(TestServer.REPORTING)
                .build());
        lenient.view()
                .add(new Resource(
                        new PathMatcher("GET", "/acd"),
                        Optional.empty(),
                        Optional.of(new Resource.Served(200, "{}")),
                        Optional.of(ResourceStyle.IC_STATUS_DESCRIPTION)));
        String token = lenient.view().tokens().issue(TestServer.ID).value();
        lenient.view().tokens().revoke(token);

        Answer answer = lenient.answer(TestRequest.get("/acd").bearer(token));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(Wire.values(answer, "icStatusDescription")).containsExactly("invalid_token");
    }

    @Test
    void withoutToken_theDefaultDialectAnswers() {
        assertThat(shape(TestServer.speaking(Profiles.GENESYS).answer(TestRequest.get("/users/me"))))
                .isEqualTo(ResourceStyle.GENESYS);
        assertThat(shape(TestServer.speaking(Profiles.GLOBAL).answer(TestRequest.get("/users/me"))))
                .isEqualTo(ResourceStyle.BARE);
    }

    /** A style of the resource's own comes first, then that of the token's dialect, then the default's. */
    @Test
    void tooManyRequests_areToldInTheSameStyleAsARefusal() {
        add("/own", "{}", ResourceStyle.GENESYS);
        String genesys = token(Profiles.GENESYS);
        String global = token(Profiles.GLOBAL);

        Exchange ofGenesys = disrupted(TestRequest.get("/users/me").bearer(genesys));
        Exchange ofGlobal = disrupted(TestRequest.get("/users/me").bearer(global));
        Exchange ofOwn = disrupted(TestRequest.get("/own").bearer(global));
        Exchange ofNobody = disrupted(TestRequest.get("/users/me"));

        assertThat(ofGenesys.profile()).isEqualTo("GENESYS");
        assertThat(ofGenesys.error()).isEqualTo("too.many.requests.retry.after");
        assertThat(ofGlobal.profile()).isEqualTo("GLOBAL");
        assertThat(ofGlobal.error()).isEmpty();
        assertThat(ofOwn.error()).isEqualTo("too.many.requests.retry.after");
        assertThat(ofNobody.error()).isEmpty();
    }

    private Exchange disrupted(TestRequest request) {
        server.view().next().tooManyRequests(Duration.ofSeconds(1));
        return server.exchange(request);
    }

    @Test
    void why_isRecordedWhateverTheStyle() {
        add("/own", "{}", ResourceStyle.BARE);

        Exchange exchange = server.exchange(ask(revoked(Profiles.GENESYS)).at("/own"));

        assertThat(exchange.reason()).contains(Reason.TOKEN_REVOKED);
        assertThat(exchange.profile()).isEqualTo("GENESYS");
    }

    /** Of the styles only one has less for who does not say that JSON is welcome. */
    @ParameterizedTest
    @ValueSource(strings = {"", "text/html"})
    void acdApi_hasNoWayToRenderWithoutAccept(String accept) {
        add("/acd", "{\"agents\":[]}", ResourceStyle.IC_STATUS_DESCRIPTION);
        TestRequest request = TestRequest.get("/acd").bearer(token(Profiles.OAUTH_TOKEN));

        Answer answer = server.answer(accept.isEmpty() ? request : request.with("Accept", accept));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("No known way to render data");
        assertThat(Wire.values(answer, "Content-Type")).containsExactly("application/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "APPLICATION/JSON; q=0.5", "*/*", "text/html, application/*"})
    void acdApi_servesJsonToWhoAcceptsIt(String accept) {
        add("/acd", "{\"agents\":[]}", ResourceStyle.IC_STATUS_DESCRIPTION);

        Answer answer = server.answer(
                TestRequest.get("/acd").bearer(token(Profiles.OAUTH_TOKEN)).with("Accept", accept));

        assertThat(answer.body()).isEqualTo("{\"agents\":[]}");
        assertThat(Wire.values(answer, "Content-Type")).containsExactly("application/json");
    }

    @ParameterizedTest
    @EnumSource(value = ResourceStyle.class, names = "IC_STATUS_DESCRIPTION", mode = EnumSource.Mode.EXCLUDE)
    void otherStyles_serveJsonWithoutAccept(ResourceStyle style) {
        add("/own", "{\"agents\":[]}", style);

        assertThat(server.answer(TestRequest.get("/own").bearer(token(Profiles.GENESYS)))
                        .body())
                .isEqualTo("{\"agents\":[]}");
    }

    /** Tells the style of an answer to a refused token from what a client sees of it. */
    private static ResourceStyle shape(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        List<String> names = answer.headers().stream().map(Header::name).toList();
        if (names.contains("icStatusDescription")) {
            assertThat(answer.body()).isEmpty();
            return ResourceStyle.IC_STATUS_DESCRIPTION;
        }
        if (names.contains("ININ-Correlation-Id")) {
            assertThat(answer.body()).contains("\"contextId\":");
            return ResourceStyle.GENESYS;
        }
        if (names.contains("WWW-Authenticate")) {
            assertThat(answer.body()).startsWith("{\"error\":");
            return ResourceStyle.RFC6750;
        }
        assertThat(answer.body()).isEmpty();
        assertThat(names).containsExactly("Date");
        return ResourceStyle.BARE;
    }

    private void add(String path, String json, ResourceStyle style) {
        server.view()
                .add(new Resource(
                        new PathMatcher("GET", path),
                        Optional.empty(),
                        Optional.of(new Resource.Served(200, json)),
                        Optional.of(style)));
    }

    private TestRequest ask(String token) {
        return TestRequest.get("/users/me").bearer(token);
    }

    private String revoked(Profile issuer) {
        String token = token(issuer);
        assertThat(server.view().tokens().revoke(token)).isEqualTo(1);
        return token;
    }

    private String token(Profile issuer) {
        return Wire.accessToken(server.answer(TestRequest.token(issuer)));
    }
}
