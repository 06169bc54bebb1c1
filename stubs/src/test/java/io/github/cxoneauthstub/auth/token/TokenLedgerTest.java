package io.github.cxoneauthstub.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.token.TokenLedger.Standing;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenLedgerTest {
    private final TokenLedger ledger = new TokenLedger(new Random(1));

    @Test
    void id_looksLikeARandomUuidAndIsUnique() {
        Set<String> ids = new HashSet<>();

        for (int i = 0; i < 20_000; i++) {
            ids.add(ledger.nextId());
        }

        assertThat(ids).hasSize(20_000).allSatisfy(id -> {
            assertThat(UUID.fromString(id).version()).isEqualTo(4);
            assertThat(UUID.fromString(id).variant()).isEqualTo(2);
        });
    }

    @Test
    void addedToken_isLiveAndItsValueIsNotKept() {
        AccessToken token = add(ledger, "a");

        assertThat(ledger.standing(token.id())).isInstanceOfSatisfying(Standing.Live.class, live -> {
            assertThat(live.token().value()).isEmpty();
            assertThat(live.token().clientId()).isEqualTo("a");
            assertThat(live.token().expiresAt()).isEqualTo(token.expiresAt());
        });
    }

    @Test
    void revokedToken_keepsItsFirstReason() {
        AccessToken token = add(ledger, "a");

        assertThat(ledger.revoke(each -> true, "first")).containsExactly(token.id());
        assertThat(ledger.revoke(each -> true, "second")).isEmpty();

        assertThat(ledger.standing(token.id()))
                .isInstanceOfSatisfying(
                        Standing.Revoked.class,
                        revoked -> assertThat(revoked.because()).isEqualTo("first"));
    }

    @Test
    void revocation_takesOnlyThoseThatAreMeant() {
        AccessToken one = add(ledger, "a");
        AccessToken other = add(ledger, "b");

        ledger.revoke(token -> token.clientId().equals("a"), "so");

        assertThat(ledger.standing(one.id())).isInstanceOf(Standing.Revoked.class);
        assertThat(ledger.standing(other.id())).isInstanceOf(Standing.Live.class);
    }

    @Test
    void oldestOfTooMany_isForgottenButStillKnownAsOurs() {
        List<AccessToken> all = IntStream.rangeClosed(0, TokenLedger.CAPACITY)
                .mapToObj(i -> add(ledger, "a"))
                .toList();

        assertThat(TokenLedger.CAPACITY).isEqualTo(10_000);
        assertThat(ledger.standing(all.get(0).id())).isInstanceOf(Standing.Forgotten.class);
        assertThat(ledger.standing(all.get(1).id())).isInstanceOf(Standing.Live.class);
        assertThat(ledger.revoke(each -> true, "so")).hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "x", "00000000-0000-4000-8000-000000000000"})
    void idOfNobody_isOfAnEarlierSimulation(String id) {
        assertThat(ledger.standing(id)).isInstanceOf(Standing.OfEarlierSimulation.class);
    }

    @Test
    void otherLedgersToken_isOfAnEarlierSimulation() {
        AccessToken token = add(new TokenLedger(new Random(2)), "a");

        assertThat(ledger.standing(token.id())).isInstanceOf(Standing.OfEarlierSimulation.class);
    }

    @Test
    void fork_knowsTheTokensOfBeforeAndTheirRevocation() {
        AccessToken live = add(ledger, "a");
        AccessToken revoked = add(ledger, "b");
        ledger.revoke(token -> token.clientId().equals("b"), "so");

        TokenLedger fork = ledger.fork();

        assertThat(fork.standing(live.id())).isInstanceOf(Standing.Live.class);
        assertThat(fork.standing(revoked.id())).isInstanceOf(Standing.Revoked.class);
    }

    @Test
    void whatHappensInAFork_staysThere() {
        AccessToken before = add(ledger, "a");
        TokenLedger fork = ledger.fork();
        TokenLedger sibling = ledger.fork();

        AccessToken inFork = add(fork, "a");
        fork.revoke(token -> true, "so");

        assertThat(ledger.standing(before.id())).isInstanceOf(Standing.Live.class);
        assertThat(sibling.standing(before.id())).isInstanceOf(Standing.Live.class);
        assertThat(ledger.standing(inFork.id())).isInstanceOf(Standing.OfEarlierSimulation.class);
        assertThat(sibling.standing(inFork.id())).isInstanceOf(Standing.OfEarlierSimulation.class);
    }

    @Test
    void sessionThatWasEnded_isOverForWhatComesLaterToo() {
        AccessToken before = add(ledger, "a");

        assertThat(ledger.end("a-session", Instant.EPOCH, "so")).containsExactly(before.id());
        AccessToken after = add(ledger, "a");

        assertThat(ledger.standing(after.id())).isInstanceOf(Standing.Revoked.class);
        assertThat(ledger.fork().whatEnded("a-session")).contains("so");
        assertThat(ledger.whatEnded("another")).isEmpty();
        assertThat(ledger.end("a-session", Instant.EPOCH, "again")).isEmpty();
    }

    @Test
    void tokenOfTwoSessions_endsWithEither() {
        AccessToken token = token(ledger, "a");

        assertThat(ledger.addOrShare(token, "first", () -> true)).isEqualTo(token.id());
        assertThat(ledger.addOrShare(token(ledger, "a"), "second", () -> true)).isEqualTo(token.id());
        assertThat(ledger.end("second", Instant.EPOCH, "so")).containsExactly(token.id());
    }

    /** It was entered by two calls, and between them the session of another thread was lost. */
    @Test
    void equalToken_isRevokedFromTheStartWhereItsSessionIsOver() {
        AccessToken token = token(ledger, "a");
        ledger.addOrShare(token, "first", () -> true);
        ledger.end("second", Instant.EPOCH, "so");

        ledger.addOrShare(token(ledger, "a"), "second", () -> true);

        assertThat(ledger.standing(token.id())).isInstanceOf(Standing.Revoked.class);
    }

    @Test
    void equalToken_isRevokedWhereItsClientWasChangedMeanwhile() {
        AccessToken token = token(ledger, "a");
        ledger.addOrShare(token, "first", () -> true);

        ledger.addOrShare(token(ledger, "a"), "second", () -> false);

        assertThat(ledger.standing(token.id())).isInstanceOf(Standing.Revoked.class);
    }

    @Test
    void expiredToken_staysExpired() {
        AccessToken token = add(ledger, "a");

        assertThat(ledger.end("a-session", token.expiresAt(), "so")).isEmpty();
        assertThat(ledger.standing(token.id())).isInstanceOf(Standing.Live.class);
    }

    private static AccessToken token(TokenLedger ledger, String clientId) {
        return new AccessToken(
                "value",
                ledger.nextId(),
                clientId,
                Optional.empty(),
                "a-tenant",
                Scopes.of("s"),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(60),
                "OAUTH_TOKEN");
    }

    private static AccessToken add(TokenLedger ledger, String clientId) {
        AccessToken token = token(ledger, clientId);
        ledger.add(token, "a-session", () -> true);
        return token;
    }
}
