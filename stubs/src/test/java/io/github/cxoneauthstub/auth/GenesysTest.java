package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.Header;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes {@code GENESYS} itself: Genesys Cloud as its SDKs see it through a gateway. */
class GenesysTest {
    private static final String GATEWAY = "/login/oauth/token";
    private static final String ME = "/users/me";

    private final TestServer server = TestServer.speaking(Profiles.GENESYS);

    @Test
    void token_isOpaqueAndTheBodyHasNothingElse() {
        Answer answer = server.answer(login());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .matches("\\{\"access_token\":\"[A-Za-z0-9_-]{86}\",\"token_type\":\"bearer\",\"expires_in\":86399}");
        assertThat(server.answer(login()).body()).isNotEqualTo(answer.body());
    }

    @Test
    void errors_tellTheirDescriptionTwice() {
        assertThat(server.answer(login().basic(ID, "wrong")).body())
                .isEqualTo("{\"error\":\"invalid_client\",\"description\":\"authentication failed\","
                        + "\"error_description\":\"authentication failed\"}");
        assertThat(server.answer(login().basic("nobody", "wrong")).body())
                .isEqualTo("{\"error\":\"invalid_client\",\"description\":\"client not found\","
                        + "\"error_description\":\"client not found\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "grant_type=password", "grant_type=client_credentials&scope=not:granted"})
    void errorsOfTheForm_are400AndTellItTwiceToo(String form) {
        Answer answer = server.answer(login().body(form));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .matches("\\{\"error\":\"[a-z_]+\",\"description\":\"([^\"]+)\",\"error_description\":\"\\1\"}");
    }

    @Test
    void noCredentials_areNeither401NorChallenged() {
        for (TestRequest request : List.of(login().without("Authorization"), login().basic(ID, "wrong"))) {
            Answer answer = server.answer(request);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(Wire.values(answer, "WWW-Authenticate")).isEmpty();
        }
    }

    @Test
    void clientWithoutTheGrant_isUnauthorized() {
        TestServer strict = TestServer.with(Configuration.builder()
                .profile(Profiles.GENESYS)
                .client(Client.builder("viewer").secret("hush").grants().build())
                .build());

        Answer answer = strict.answer(login().basic("viewer", "hush"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .startsWith("{\"error\":\"unauthorized_client\",\"description\":\"client is not authorized to use the"
                        + " client_credential grant type\",");
    }

    @Test
    void basicHalves_areTakenAsTheSdksSendThem() {
        assertThat(server.answer(login().basic(ID, TestServer.SECRET)).status()).isEqualTo(200);
        assertThat(server.exchange(login().without("Authorization").plus(TestServer.CREDENTIALS))
                        .reason())
                .contains(Reason.BODY_CREDENTIALS_NOT_ACCEPTED);
    }

    @Test
    void path_isTheGatewaysUntilAConfigurationSaysOtherwise() {
        Profile atRoot = Profiles.GENESYS.withPaths("/oauth/token");
        TestServer moved = TestServer.speaking(atRoot);

        assertThat(Profiles.GENESYS.paths()).containsExactly(GATEWAY);
        assertThat(moved.server().configuration().mountedAs("OAUTH_TOKEN").paths())
                .isEmpty();
        assertThat(moved.tokens(login().at("/oauth/token"))).containsEntry("token_type", "bearer");
        assertThat(TestServer.speaking(Profiles.GENESYS.withPaths(GATEWAY, "/oauth/token"))
                        .tokens(login()))
                .containsEntry("expires_in", "86399");
    }

    @Test
    void resource_isServedBelowTheGatewaysPathToo() {
        TestRequest below = TestRequest.get("/api" + ME).bearer(token());

        assertThat(server.answer(below).body()).isEqualTo("{\"id\":\"42\"}");
        assertThat(server.exchange(below).path()).isEqualTo("/api/users/me");
    }

    @Test
    void gatewaysPathOfResources_goesWithTheProfile() {
        TestServer without = TestServer.with(Configuration.builder()
                .mount(Profiles.GENESYS.withPaths())
                .client(TestServer.REPORTING)
                .build());
        TestRequest below = TestRequest.get("/api" + ME)
                .bearer(without.view().tokens().issue(ID).value());

        assertThat(without.server().reply(below.arrived())).isInstanceOf(Reply.PassOn.class);
        assertThat(without.answer(below.at(ME)).status()).isEqualTo(200);
    }

    @Test
    void mintedToken_isOpaqueWhereGenesysIsTheDefault() {
        String minted = server.view().tokens().issue(ID).value();

        assertThat(minted).matches("[A-Za-z0-9_-]{86}");
        assertThat(rate(minted)).startsWith("1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    none    | authentication.required | No authentication bearer token specified in authorization header.
                    nonsense| bad.credentials         | Invalid login credentials.
                    revoked | bad.credentials         | Invalid login credentials.
                    expired | credentials.expired     | The supplied credentials are expired and cannot be used.
                    """)
    void refusal_isTheEnvelope(String which, String code, String message) {
        Answer answer = server.answer(presenting(which));
        String id = Wire.values(answer, "ININ-Correlation-Id").get(0);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo("{\"message\":\"" + message + "\",\"code\":\"" + code + "\",\"status\":401,\"contextId\":\""
                        + id + "\",\"correlationId\":\"" + id + "\",\"messageWithParams\":\"" + message
                        + "\",\"messageParams\":{},\"details\":[],\"errors\":[]}");
        assertThat(id).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(Wire.values(answer, "WWW-Authenticate")).isEmpty();
        assertThat(Wire.values(server.answer(presenting(which)), "ININ-Correlation-Id"))
                .doesNotContain(id);
    }

    @Test
    void tooManyRequests_areToldInTheEnvelopeToo() {
        TestRequest call = TestRequest.get(ME).bearer(token());
        server.view().next().tooManyRequests(Duration.ofSeconds(7));

        Answer answer = server.answer(call);

        String id = Wire.values(answer, "ININ-Correlation-Id").get(0);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Wire.values(answer, "Retry-After")).containsExactly("7");
        assertThat(Wire.values(answer, "Date")).hasSize(1);
        assertThat(answer.body())
                .startsWith(
                        "{\"message\":\"Rate limit exceeded the maximum. Retry the request in [7] seconds\",\"code\":"
                                + "\"too.many.requests.retry.after\",\"status\":429,\"contextId\":\"" + id + "\",");
        assertThat(Wire.values(answer, "inin-ratelimit-count")).containsExactly("1");
        assertThat(server.view().exchanges().last().error()).isEqualTo("too.many.requests.retry.after");
        assertThat(Wire.values(server.answer(call), "inin-ratelimit-count")).containsExactly("2");
    }

    @Test
    void tooManyLogins_haveNoBody_becauseNoneIsKnown() {
        server.view().next().tooManyRequests(Duration.ofSeconds(7));

        Answer answer = server.answer(login().basic(ID, TestServer.SECRET));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 87})
    void tokenThatWasCutOrGotLonger_isNotToldAsABrokenJwtOnly(int length) {
        String other = (token() + "A").substring(0, length);

        assertThat(server.exchange(TestRequest.get(ME).bearer(other))
                        .explanation()
                        .orElseThrow()
                        .seen())
                .isEqualTo("a word of " + length + " characters without dots; an opaque token of Genesys Cloud has 86,"
                        + " a JWT has three parts");
    }

    @Test
    void missingScope_isForbidden() {
        String token =
                Wire.accessToken(server.answer(login().plus("scope=admin:api").basic(ID, TestServer.SECRET)));

        Answer answer = server.answer(TestRequest.get(ME).bearer(token));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"missing.permissions\",\"status\":403,");
        assertThat(Wire.values(answer, "inin-ratelimit-count")).containsExactly("1");
        assertThat(Wire.values(server.answer(TestRequest.get(ME).bearer(token)), "inin-ratelimit-count"))
                .containsExactly("2");
        assertThat(Wire.values(server.answer(TestRequest.get(ME)), "inin-ratelimit-count"))
                .isEmpty();
    }

    @Test
    void rateLimitHeaders_countUpForEachTokenAndBeginAnewWithTheMinute() {
        String token = token();
        String other = token();

        assertThat(rate(token)).containsExactly("1", "300", "30");
        assertThat(rate(token)).containsExactly("2", "300", "30");
        assertThat(rate(other)).containsExactly("1", "300", "30");
        server.view().clock().advance(Duration.ofSeconds(29));
        assertThat(rate(token)).containsExactly("3", "300", "1");
        server.view().clock().advance(Duration.ofSeconds(1));
        assertThat(rate(token)).containsExactly("1", "300", "60");
    }

    @Test
    void copyOfASimulation_goesOnCounting() {
        String token = token();
        rate(server, token);
        TestServer fork = server.fork();

        assertThat(rate(fork, token)).containsExactly("2", "300", "30");
        assertThat(rate(fork, token)).containsExactly("3", "300", "30");
        assertThat(rate(server, token)).containsExactly("2", "300", "30");
    }

    @Test
    void oldestCounts_areForgotten() {
        String first = token();
        assertThat(rate(first)).startsWith("1");
        for (int i = 0; i < 1_000; i++) {
            assertThat(rate(token())).startsWith("1");
        }

        assertThat(rate(first)).startsWith("1");
    }

    @Test
    void latestThousandCounts_areKept() {
        String first = token();
        assertThat(rate(first)).startsWith("1");
        for (int i = 1; i < 1_000; i++) {
            rate(token());
        }

        assertThat(rate(first)).startsWith("2");
    }

    @Test
    void served_isNotToBeCached() {
        Answer answer = server.answer(TestRequest.get(ME).bearer(token()));

        assertThat(answer.headers())
                .contains(
                        new Header("Cache-Control", "no-cache, no-store, must-revalidate"),
                        new Header("Pragma", "no-cache"),
                        new Header("Expires", "0"));
    }

    private List<String> rate(String token) {
        return rate(server, token);
    }

    private static List<String> rate(TestServer server, String token) {
        Answer answer = server.answer(TestRequest.get(ME).bearer(token));
        return List.of("inin-ratelimit-count", "inin-ratelimit-allowed", "inin-ratelimit-reset").stream()
                .map(name -> Wire.values(answer, name).get(0))
                .toList();
    }

    private TestRequest presenting(String which) {
        String token = which.equals("nonsense") ? which : token();
        if (which.equals("revoked")) {
            server.view().tokens().revoke(token);
        }
        if (which.equals("expired")) {
            server.view().clock().advance(Duration.ofSeconds(86_399));
        }
        return which.equals("none") ? TestRequest.get(ME) : TestRequest.get(ME).bearer(token);
    }

    private String token() {
        return Wire.accessToken(server.answer(login()));
    }

    /** As both SDKs send it: the halves as they are, no scope. */
    private static TestRequest login() {
        return TestRequest.token(GATEWAY).basic(ID, TestServer.SECRET);
    }
}
