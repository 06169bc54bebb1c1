package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.ID;
import static io.github.cxoneauthstub.auth.TestServer.NOW;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that a test makes and takes away without a token request. */
class IssuedTokensTest {
    private final TestServer server = TestServer.inBothDialects();
    private final IssuedTokens tokens = server.view().tokens();

    @Test
    void issuedToken_isLikeOneOfTheDefaultDialect() {
        AccessToken token = tokens.issue(ID);

        assertThat(token.clientId()).isEqualTo(ID);
        assertThat(token.scopes()).isEqualTo(Scopes.of("admin:api", "user:read"));
        assertThat(token.issuedAt()).isEqualTo(NOW);
        assertThat(token.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(token.expiresInSeconds()).isEqualTo(86_400);
        assertThat(token.profile()).isEqualTo("OAUTH_TOKEN");
        assertThat(reason(token)).isEmpty();
    }

    @Test
    void mintedScopes_areGivenWhetherGrantedOrNot() {
        AccessToken token = tokens.issue(Mint.forClient(ID).scopes("user:read", "never:granted"));

        assertThat(token.scopes()).isEqualTo(Scopes.of("user:read", "never:granted"));
        assertThat(reason(token)).isEmpty();
    }

    @Test
    void mintedLifetime_isCutToWholeSeconds() {
        AccessToken token = tokens.issue(Mint.forClient(ID).lifetime(Duration.ofMillis(1_999)));

        assertThat(token.expiresInSeconds()).isEqualTo(1);
        server.view().clock().advance(Duration.ofSeconds(1));
        assertThat(reason(token)).contains(Reason.TOKEN_EXPIRED);
    }

    @Test
    void expiredMint_expiredThisVerySecond() {
        AccessToken token = tokens.issue(Mint.forClient(ID).expired().lifetime(Duration.ofMinutes(5)));

        assertThat(token.issuedAt()).isEqualTo(NOW.minusSeconds(300));
        assertThat(token.expiresAt()).isEqualTo(NOW);
        assertThat(reason(token)).contains(Reason.TOKEN_EXPIRED);
    }

    @Test
    void tokensOfTheTest_areNotCountedAsIssuedOverTheWire() {
        tokens.issue(ID);
        server.answer(TestRequest.token(OAUTH));

        assertThat(server.view().exchanges().issuedTokens()).isEqualTo(1);
    }

    @Test
    void revoke_takesOneTokenAway() {
        AccessToken one = tokens.issue(ID);
        AccessToken other = tokens.issue(ID);

        assertThat(tokens.revoke(one.value())).isEqualTo(1);

        assertThat(reason(one)).contains(Reason.TOKEN_REVOKED);
        assertThat(reason(other)).isEmpty();
        assertThat(tokens.revoke(one.value())).isZero();
        assertThat(tokens.revoke(other)).isEqualTo(1);
        assertThat(reason(other)).contains(Reason.TOKEN_REVOKED);
    }

    @Test
    void revokeOfATokenByItsObject_leavesTheOthers() {
        AccessToken one = tokens.issue(ID);
        AccessToken other = tokens.issue(ID);

        assertThat(tokens.revoke(one)).isEqualTo(1);

        assertThat(reason(one)).contains(Reason.TOKEN_REVOKED);
        assertThat(reason(other)).isEmpty();
    }

    @Test
    void longestLifetime_isACentury() {
        AccessToken token = tokens.issue(Mint.forClient(ID).lifetime(Duration.ofDays(36_500)));

        assertThat(token.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(36_500)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Mint.forClient(ID).lifetime(Duration.ofDays(36_500).plusNanos(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "Bearer x"})
    void revokeOfAnythingElse_takesNothingAway(String value) {
        AccessToken token = tokens.issue(ID);

        assertThat(tokens.revoke(value)).isZero();
        assertThat(reason(token)).isEmpty();
    }

    @Test
    void revokeAllOf_takesTheTokensOfOneClientAway() {
        server.view().clients().register(Client.of("other", "s3cret"));
        AccessToken one = tokens.issue(ID);
        AccessToken two = tokens.issue(ID);
        AccessToken others = tokens.issue("other");

        assertThat(tokens.revokeAllOf(ID)).isEqualTo(2);

        assertThat(reason(one)).contains(Reason.TOKEN_REVOKED);
        assertThat(reason(two)).contains(Reason.TOKEN_REVOKED);
        assertThat(reason(others)).isEmpty();
    }

    @Test
    void revokeAll_takesLiveTokensAwayAndLeavesExpiredOnes() {
        AccessToken expired = tokens.issue(Mint.forClient(ID).expired());
        AccessToken live = tokens.issue(ID);

        assertThat(tokens.revokeAll()).isEqualTo(1);

        assertThat(reason(live)).contains(Reason.TOKEN_REVOKED);
        assertThat(reason(expired)).contains(Reason.TOKEN_EXPIRED);
    }

    @Test
    void tokenAfterARevocation_isGood() {
        tokens.revokeAll();

        assertThat(reason(tokens.issue(ID))).isEmpty();
    }

    @Test
    void unknownClient_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tokens.issue("stranger"))
                .withMessage("no client 'stranger' is registered: registered are [reporting]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tokens.revokeAllOf("stranger"))
                .withMessage("no client 'stranger' is registered: registered are [reporting]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.999S", "PT-1S"})
    void lifetimeUnderASecond_isRefused(Duration lifetime) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mint.forClient(ID).lifetime(lifetime))
                .withMessage("a token lifetime of " + lifetime + " is not possible: expires_in counts whole seconds, so"
                        + " it must be from PT1S to a century; for an expired token, move auth.clock() or use"
                        + " Mint.forClient(...).expired()");
    }

    @Test
    void scopeWithABlank_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mint.forClient(ID).scopes("user:read admin:api"))
                .withMessage("'user:read admin:api' is not a scope: RFC 6749 section 3.3 wants visible ASCII characters"
                        + " without blank, \" and \\; give each scope as a word of its own");
    }

    @Test
    void text_hidesTheValue() {
        AccessToken token = tokens.issue(ID);

        assertThat(token.toString())
                .startsWith("AccessToken[" + token.id() + " of reporting, scopes admin:api user:read, ")
                .doesNotContain(token.value());
    }

    private Optional<Reason> reason(AccessToken token) {
        return server.exchange(TestRequest.get("/users/me").bearer(token.value()))
                .reason();
    }
}
