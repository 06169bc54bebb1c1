package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a secret by its place in a request is hidden wherever else it stands. */
class RequestSecretsTest {
    private static final String UNKNOWN = "pr1vate&%";
    private static final TestRequest REQUEST =
            TestRequest.token(OAUTH).without("Authorization").body("grant_type=x");

    static Stream<TestRequest> places() {
        return Stream.of(
                REQUEST.query("client_secret=pr1vate%26%25"),
                REQUEST.basic("any", UNKNOWN),
                REQUEST.basic("any", "pr1vate%26%25"),
                REQUEST.bearer(UNKNOWN),
                REQUEST.with("Authorization", "Basic x").with("Authorization", "Bearer " + UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("places")
    void secretOfTheHead_isHidden(TestRequest request) {
        ArrivedRequest arrived = request.arrived();

        assertThat(RequestSecrets.redactor(arrived, List.of()).shown(UNKNOWN)).isEqualTo(Redactor.HIDDEN);
        assertThat(RequestSecrets.redactorOfHead(arrived, List.of()).shown(UNKNOWN))
                .isEqualTo(Redactor.HIDDEN);
    }

    @Test
    void secretOfTheForm_isHiddenWhereTheFormIsLookedAt() {
        ArrivedRequest arrived =
                REQUEST.body("client_id=harmless&password=pr1vate%26%25").arrived();

        assertThat(RequestSecrets.redactor(arrived, List.of()).shown(UNKNOWN)).isEqualTo(Redactor.HIDDEN);
        assertThat(RequestSecrets.redactor(arrived, List.of()).shown("harmless"))
                .isEqualTo("harmless");
        assertThat(RequestSecrets.redactorOfHead(arrived, List.of()).shown(UNKNOWN))
                .isEqualTo(UNKNOWN);
    }

    /** What looks for a name and a value in any text takes such characters for the end of the value. */
    @Test
    void secretOfTheFormWithMarksInIt_isHiddenAsAWhole() {
        ArrivedRequest arrived =
                REQUEST.body("client_secret=%7B%7D%3C%22pr1vate%7D").arrived();

        assertThat(RequestSecrets.redactor(arrived, List.of()).shown("{}<\"pr1vate}"))
                .isEqualTo(Redactor.HIDDEN);
    }

    /** What looks for a name and a value in any text ends its search there. */
    @Test
    void secretFarBehindInALongForm_isHidden() {
        ArrivedRequest arrived = REQUEST.body("filler=" + "x".repeat(5_000) + "&client_secret=pr1vate99")
                .arrived();

        assertThat(RequestSecrets.redactor(arrived, List.of()).shown("/a/pr1vate99"))
                .isEqualTo(Redactor.HIDDEN);
    }

    /** However a client wrote name and value, the value is a secret that may be valid elsewhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"client_secret\":\"pr1vate99\",\"scope\":\"pr1vate99\"}",
                "{\"a\":{\"accessKeySecret\" : \"pr1vate99\"}}",
                "grant_type=client_credentials client_secret=pr1vate99",
                "scope=user:read;client_secret=pr1vate99",
                "grant_type%3Dclient_credentials%26client_secret%3Dpr1vate99",
                "grant_type%253Dx%2526client_secret%253Dpr1vate99",
                "refresh_token: pr1vate99",
                "<password>x</password> password='pr1vate99'"
            })
    void secretBehindItsName_isHiddenInEveryPlace(String body) {
        ArrivedRequest arrived = REQUEST.body(body).arrived();

        assertThat(RequestSecrets.redactor(arrived, List.of()).shown("/a/pr1vate99"))
                .isEqualTo(Redactor.HIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth/token/client_secret=pr1vate99",
                "/oauth/token&client_id=a&client_secret=pr1vate99",
                "/oauth/token;client_secret=pr1vate99",
                "/oauth/token%3Fclient_id=a%26client_secret%3Dpr1vate99",
                "/oauth/token#client_secret=pr1vate99",
                "//user:pr1vate99@host/oauth/token"
            })
    void secretInAPath_isHidden(String path) {
        Exchange exchange = unanswered(TestRequest.get(path));

        assertThat(Canary.print(exchange)).doesNotContain("pr1vate99");
    }

    @Test
    void secretOfTheBodyInThePath_isHidden() {
        Exchange exchange =
                unanswered(TestRequest.token("/oauth/token/pr1vate99").body("client_secret=pr1vate99"));

        assertThat(Canary.print(exchange)).doesNotContain("pr1vate99");
    }

    private static Exchange unanswered(TestRequest request) {
        TestServer server = TestServer.withDefaults().diagnosing();
        Reply.PassOn passed = (Reply.PassOn) server.server().reply(request.arrived());
        passed.passage().answered(404, false);
        return server.view().exchanges().last();
    }

    @Test
    void claimedSecretThatIsAnOrdinaryWord_hidesNothing_butARegisteredOneDoes() {
        ArrivedRequest arrived =
                REQUEST.body("client_secret=admin&token=secret").arrived();

        assertThat(RequestSecrets.redactor(arrived, List.of()).shown("/admin")).isEqualTo("/admin");
        assertThat(RequestSecrets.redactor(arrived, List.of()).shown("/secret")).isEqualTo(Redactor.HIDDEN);
        assertThat(RequestSecrets.redactor(arrived, List.of("admin")).shown("/admin"))
                .isEqualTo(Redactor.HIDDEN);
    }

    @Test
    void scopeThatHoldsASecret_isNotAmongTheScopesOfTheExchange() {
        TestServer server = TestServer.diagnosing(Configuration.builder()
                .client(TestServer.REPORTING)
                .client(Client.of("all", "h4rmless"))
                .build());

        assertThat(server.exchange(TestRequest.token(OAUTH)
                                .basic("all", "h4rmless")
                                .plus("scope=ok+x:h4rmless"))
                        .scopes()
                        .map(Object::toString))
                .contains("ok");
    }

    /** Each would be looked for in all that is shown. */
    @Test
    void requestThatClaimsMoreThanTwentySecrets_isShownNothingOf() {
        String twenty = claims(RequestSecrets.MOST_CLAIMED);

        Redactor some = RequestSecrets.redactor(REQUEST.body(twenty).arrived(), List.of());
        assertThat(some.shown("harmless")).isEqualTo("harmless");
        assertThat(some.shown("cla1med-1")).isEqualTo(Redactor.HIDDEN);
        assertThat(some.shown("cla1med-20")).isEqualTo(Redactor.HIDDEN);
        assertThat(RequestSecrets.redactor(REQUEST.body(twenty + "&" + twenty).arrived(), List.of())
                        .shown("harmless"))
                .isEqualTo("harmless");

        Redactor all = RequestSecrets.redactor(
                REQUEST.body(claims(RequestSecrets.MOST_CLAIMED + 1)).arrived(), List.of());
        assertThat(all.shown("harmless")).isEqualTo(Redactor.HIDDEN);
        assertThat(all.except(Set.of("harmless")).hides("harmless")).isTrue();
    }

    @Test
    void requestThatClaimsManySecrets_isDiagnosedInOurWordsOnly() {
        TestServer server = TestServer.withDefaults().diagnosing();

        Exchange exchange = server.exchange(REQUEST.body(claims(30) + "&grant_type=client_credential&client_id=x"));

        assertThat(exchange.findings()).isNotEmpty().extracting(Finding::seen).containsOnly(Redactor.HIDDEN);
    }

    private static String claims(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(each -> "client_secret=cla1med-" + each)
                .collect(Collectors.joining("&"));
    }
}
