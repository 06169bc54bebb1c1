package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a renewed token opens, and whom it is for. */
class RenewalTest {
    private static final String KEY = Configuration.DEFAULT_ACCESS_KEY.id();

    private final TestServer server = TestServer.speaking(Profiles.CENTRAL);

    /** RFC 6749 section 6: asking for less once does not make it less for good. */
    @Test
    void narrowerToken_canBeWidenedAgain() {
        Map<String, String> first = server.tokens(central(TestRequest.PASSWORD));
        Map<String, String> narrow = server.tokens(renewing(first, "&scope=user:read"));
        Map<String, String> wide = server.tokens(renewing(narrow, ""));

        assertThat(first).containsEntry("scope", "admin:api user:read");
        assertThat(narrow).containsEntry("scope", "user:read");
        assertThat(wide).containsEntry("scope", "admin:api user:read");
    }

    /** It was once answered with a token that opened nothing. */
    @Test
    void moreThanBefore_isRefused() {
        Map<String, String> narrow = server.tokens(central(TestRequest.PASSWORD + "&scope=user:read"));

        Exchange refused = server.exchange(renewing(narrow, "&scope=admin:api"));

        assertThat(refused.reason()).contains(Reason.SCOPE_NOT_GRANTED);
        assertThat(refused.explanation().orElseThrow().seen())
                .isEqualTo(
                        "scope admin:api; what it has in common with its user, or with the login that it renews, is user:read");
    }

    @Test
    void tokenThatIsNoRefreshToken_isToldByWhatItIs() {
        Map<String, String> first = server.tokens(central(TestRequest.PASSWORD));

        assertThat(seen(renewing(Map.of("refresh_token", first.getOrDefault("access_token", "")), "")))
                .isEqualTo("another token of this server in the place of the refresh token");
        assertThat(seen(renewing(Map.of("refresh_token", "invented"), "")))
                .isEqualTo("a refresh token that was never issued in this test");
    }

    /** It was said to be another kind of token. */
    @Test
    void refreshTokenFromBeforeAReset_isToldAsThat() {
        String before = server.tokens(TestRequest.global()).getOrDefault("refresh_token", "");
        AuthorizationServer restarted = server.server().restarted(TestServer.parts());

        restarted.reply(TestRequest.global()
                .body("grant_type=refresh_token&refresh_token=" + before)
                .arrived());

        assertThat(restarted.exchanges().get(0).explanation().orElseThrow().seen())
                .isEqualTo("a token that this server issued in an earlier test, or before it was reset");
    }

    private String seen(TestRequest request) {
        return server.exchange(request).explanation().orElseThrow().seen();
    }

    @Test
    void allRefreshTokensThatTheTestRevokes_renewNothing() {
        Map<String, String> first = server.tokens(central(TestRequest.PASSWORD));
        Map<String, String> second = server.tokens(central(TestRequest.PASSWORD));

        assertThat(server.view().tokens().revokeAllRefreshTokens()).isEqualTo(2);

        assertThat(server.exchange(renewing(first, "")).reason()).contains(Reason.REFRESH_TOKEN_REVOKED);
        assertThat(server.exchange(renewing(second, "")).reason()).contains(Reason.REFRESH_TOKEN_REVOKED);
        assertThat(server.view().tokens().revokeAllRefreshTokens()).isZero();
    }

    @Test
    void refreshToken_isNoFunctionOfWhatIsShown() {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            values.add(server.tokens(central(TestRequest.PASSWORD)).getOrDefault("refresh_token", ""));
        }

        assertThat(values).doesNotHaveDuplicates().allMatch(value -> value.length() == 24);
        server.view()
                .exchanges()
                .all()
                .forEach(exchange -> exchange.token()
                        .ifPresent(token -> assertThat(values).noneMatch(value -> value.contains(token.id()))));
    }

    /** Whatever falls between the two, nothing that was issued before the change is good after it. */
    @Test
    void keyThatIsDeactivatedWhileTokensAreRenewed_takesThemAllWithIt() {
        for (int round = 0; round < 60; round++) {
            Map<String, String> first = server.tokens(central(TestRequest.PASSWORD));
            CompletableFuture<Answer> renewal = CompletableFuture.supplyAsync(() -> server.answer(renewing(first, "")));
            CompletableFuture<Void> change =
                    CompletableFuture.runAsync(() -> server.view().accessKeys().deactivate(KEY));
            Answer answer = renewal.join();
            change.join();
            server.view().accessKeys().activate(KEY);

            if (answer.status() == 200) {
                Map<String, String> renewed = server.members(answer);
                assertThat(server.exchange(TestRequest.get("/users/me")
                                        .with("Accept", "application/json")
                                        .bearer(renewed.getOrDefault("access_token", "")))
                                .reason())
                        .contains(Reason.TOKEN_REVOKED);
                assertThat(server.exchange(renewing(renewed, "")).reason()).contains(Reason.REFRESH_TOKEN_REVOKED);
            }
        }
    }

    private static TestRequest central(String form) {
        return TestRequest.token(Profiles.CENTRAL, TestServer.ID, TestServer.SECRET)
                .body(form);
    }

    private static TestRequest renewing(Map<String, String> answer, String more) {
        return central("grant_type=refresh_token&refresh_token="
                + answer.getOrDefault("refresh_token", "").replace("+", "%2B").replace("=", "%3D") + more);
    }
}
