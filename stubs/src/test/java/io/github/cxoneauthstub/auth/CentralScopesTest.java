package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token of the older server opens, for a user and for the application itself. */
class CentralScopesTest {
    private static final String PATH = "/InContactAuthorizationServer/Token";
    private static final String SECRET = "n0t-a-secret";
    private static final String CLIENT = "grant_type=client_credentials";
    private static final String SEVEN =
            "AdminApi AgentApi AuthenticationApi PatronApi RealTimeApi ReportingApi CustomApi";

    private final TestServer server = speaking(Profiles.CENTRAL);

    private static TestServer speaking(Profile profile) {
        TestServer server = TestServer.with(Configuration.builder()
                .profile(profile)
                .client(Client.builder("all@example").secret(SECRET).build())
                .client(Client.builder("some@example")
                        .secret(SECRET)
                        .scopes("AdminApi", "ReportingAPI")
                        .build())
                .build());
        server.view()
                .add(new Resource(
                        new TestServer.PathMatcher("GET", "/agents"),
                        Optional.of("AdminAPI"),
                        Optional.of(new Resource.Served(200, "{}"))));
        return server;
    }

    private static TestRequest token(String app, String form) {
        return TestRequest.token(PATH).basic(app, SECRET).body(form);
    }

    private Explanation refusal(TestRequest request) {
        return server.exchange(request).explanation().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&scope=", "&scope=PatronApi", "&scope=patronAPI"})
    void client_isForPatronOnly(String scope) {
        assertThat(server.tokens(token("all@example", CLIENT + scope))).containsEntry("scope", "PatronApi");
    }

    @Test
    void moreForTheClientItself_isRefused() {
        Answer answer = server.answer(token("all@example", CLIENT + "&scope=PatronApi+AdminApi"));
        Explanation why = server.view().exchanges().last().explanation().orElseThrow();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"invalid_scope\"");
        assertThat(why.reason()).isEqualTo(Reason.SCOPE_NOT_GRANTED);
        assertThat(why.seen()).isEqualTo("scope AdminApi; client_credentials opens PatronApi at most");
        assertThat(why.advice()).contains("grant_type=password", "\"patronOnly\": false");
    }

    @Test
    void patronThatWasNotGranted_isNotGiven() {
        Map<String, String> issued = server.tokens(token("some@example", CLIENT));

        assertThat(issued).doesNotContainKey("scope");
        assertThat(NimbusToken.of(issued.getOrDefault("access_token", ""), server)
                        .claims())
                .doesNotContainKey("icScope");
        assertThat(refusal(token("some@example", CLIENT + "&scope=PatronApi")).seen())
                .isEqualTo("scope PatronApi; client_credentials opens PatronApi at most, which client some@example"
                        + " does not have");
    }

    @Test
    void patronOnly_canBeSwitchedOff() {
        TestServer open =
                speaking(Profiles.CENTRAL.toBuilder("CENTRAL").patronOnly(false).build());

        assertThat(open.tokens(token("some@example", CLIENT))).containsEntry("scope", "AdminApi ReportingAPI");
        assertThat(open.tokens(token("all@example", CLIENT + "&scope=AdminAPI")))
                .containsEntry("scope", "AdminApi");
    }

    @Test
    void everyScope_isTheSevenThatThereAre() {
        Map<String, String> issued = server.tokens(token("all@example", TestRequest.PASSWORD));

        assertThat(issued).containsEntry("scope", SEVEN);
        assertThat(NimbusToken.of(issued.getOrDefault("access_token", ""), server)
                        .claims())
                .containsEntry("icScope", "1,2,4,8,16,32,64");
    }

    @Test
    void caseOfAScope_doesNotMatter() {
        Map<String, String> issued =
                server.tokens(token("some@example", TestRequest.PASSWORD + "&scope=adminapi+ReportingApi"));

        assertThat(issued).containsEntry("scope", "AdminApi ReportingAPI");
        assertThat(NimbusToken.of(issued.getOrDefault("access_token", ""), server)
                        .claims())
                .containsEntry("icScope", "1,32");
        assertThat(server.exchange(TestRequest.get("/agents").bearer(issued.getOrDefault("access_token", "")))
                        .outcome())
                .isEqualTo(Outcome.ADMITTED);
    }
}
