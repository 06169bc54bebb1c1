package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.profile.Profiles;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other origins, as applications in a browser are (Fetch Standard, section 3.2). */
class CrossOriginTest {
    private static final String PAGE = "https://spa.example";

    private final TestServer server = TestServer.diagnosing(Profiles.GLOBAL);

    private static TestRequest ofPage(TestRequest request) {
        return request.with("Origin", PAGE);
    }

    private static TestRequest preflight(String path, String method) {
        return ofPage(TestRequest.get(path).method("OPTIONS")).with("Access-Control-Request-Method", method);
    }

    @ParameterizedTest
    @CsvSource({
        "/auth/token, POST",
        "/oauth/token, POST",
        "/authentication/v1/token/access-key, POST",
        "/.well-known/openid-configuration, GET",
        "/auth/userinfo, GET",
        "/users/me, GET",
        "/inContactAPI/users/me, GET"
    })
    void preflight_isAllowedWhereSomethingIsServed(String path, String method) {
        Answer answer = server.answer(preflight(path, method));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(Wire.values(answer, "Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(Wire.values(answer, "Access-Control-Allow-Methods")).containsExactly(method);
        assertThat(Wire.values(answer, "Access-Control-Allow-Headers")).containsExactly("Authorization, *");
    }

    /** It is the browser's, not the client's, and no mishap is meant for it. */
    @Test
    void preflight_isNoTokenRequest() {
        server.view().next().tooManyRequests(Duration.ofSeconds(1));

        Exchange exchange = server.exchange(preflight("/auth/token", "POST"));

        assertThat(exchange.kind()).isEqualTo(Kind.OTHER);
        assertThat(exchange.outcome()).isEqualTo(Outcome.SERVED);
        assertThat(exchange.note()).isEqualTo("a browser asked whether a page of another origin may send a POST");
        assertThat(exchange.findings()).isEmpty();
        assertThat(server.view().exchanges().unexpected()).isEmpty();
        assertThat(server.answer(ofPage(TestRequest.global())).status()).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({"/nowhere, GET", "/users/me, DELETE", "/auth/token/, POST"})
    void preflightOfWhatIsNotServed_isNotAllowed(String path, String method) {
        assertThat(server.server().reply(preflight(path, method).arrived())).isInstanceOf(Reply.PassOn.class);
    }

    /** It may be anything, a secret too. */
    @Test
    void methodThatIsNone_isNotEchoed() {
        TestRequest request = preflight("/auth/token", Canary.CONFIGURED);

        assertThat(Wire.print(server.answer(request))).doesNotContain(Canary.CONFIGURED);
        assertThat(Canary.print(server.view().exchanges().last())).doesNotContain(Canary.CONFIGURED);
    }

    /** A method alone makes none: it is what it was. */
    @Test
    void optionsWithoutAPage_isNoPreflight() {
        assertThat(server.answer(TestRequest.get("/auth/token").method("OPTIONS"))
                        .status())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/token", "/.well-known/openid-configuration", "/users/me"})
    void answerOrRefusal_mayBeReadByAPage(String path) {
        TestRequest request = TestRequest.get(path);

        assertThat(Wire.values(server.answer(ofPage(request)), "Access-Control-Allow-Origin"))
                .containsExactly("*");
        assertThat(Wire.values(server.answer(ofPage(request)), "Access-Control-Expose-Headers"))
                .containsExactly("*");
        assertThat(Wire.values(server.answer(request), "Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void login_goesThroughFromAPage() {
        Logins.Login login = Logins.begin(server);

        Answer answer = server.answer(ofPage(login.redemption()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Wire.values(answer, "Access-Control-Allow-Origin")).containsExactly("*");
    }

    @Test
    void mishap_mayBeReadByAPage() {
        server.view().next().tooManyRequests(Duration.ofSeconds(1));

        Answer answer = server.answer(ofPage(TestRequest.global()));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(Wire.values(answer, "Access-Control-Allow-Origin")).containsExactly("*");
    }
}
