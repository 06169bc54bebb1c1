package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LettersTest {
    private static final List<String> SCOPES = List.of("admin:api", "user:read", "x");

    @ParameterizedTest
    @CsvSource({
        "ADMIN_API, admin:api",
        "admin:ap, admin:api",
        "amdin:api, admin:api",
        "admin-apis, admin:api",
        "user:raed, user:read",
        "X, x"
    })
    void slip_isForgiven(String word, String meant) {
        assertThat(nearest(word, SCOPES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"admin:all", "user:write", "y", "''", "admin", "admin:api"})
    void otherWord_isNotTakenForOne(String word) {
        assertThat(nearest(word, SCOPES)).isEmpty();
    }

    @Test
    void nearestOfSeveral_isTaken() {
        assertThat(nearest("conversation:read", List.of("conversations:reads", "conversations:read")))
                .contains("conversations:read");
    }

    @Test
    void veryLongWord_isNotCompared() {
        assertThat(nearest("a".repeat(101), List.of("a".repeat(100)))).isEmpty();
        assertThat(nearest("a".repeat(99), List.of("a".repeat(100)))).isPresent();
    }

    @Test
    void twoLettersForASlip_areEnoughForAKey() {
        assertThat(Letters.nearest("prot", List.of("port"), 2)).contains("port");
        assertThat(Letters.nearest("prot", List.of("port"), 5)).isEmpty();
    }

    private static Optional<String> nearest(String word, List<String> candidates) {
        return Letters.nearest(word, candidates, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "'', abc, 3",
        "token, token, 0",
        "token, toke, 1",
        "token, tokens, 1",
        "token, taken, 1",
        "token, toekn, 1",
        "token, otken, 1",
        "token, tokne, 1",
        "token, tonke, 2",
        "abab, baba, 2",
        "aab, baa, 2",
        "kitten, sitting, 3",
        "scope, grant, 5"
    })
    void distance_isTheLeastNumberOfChangesInEitherDirection(String a, String b, int apart) {
        assertThat(Letters.apart(a, b)).isEqualTo(apart);
        assertThat(Letters.apart(b, a)).isEqualTo(apart);
    }
}
