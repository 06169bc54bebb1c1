package io.github.cxoneauthstub.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarTest {
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
        assertThat(Similar.to(word, SCOPES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"admin:all", "user:write", "y", "''", "admin", "admin:api"})
    void otherWord_isNotTakenForOne(String word) {
        assertThat(Similar.to(word, SCOPES)).isEmpty();
    }

    @Test
    void nearestOfSeveral_isTaken() {
        assertThat(Similar.to("conversation:read", List.of("conversations:reads", "conversations:read")))
                .contains("conversations:read");
    }

    @Test
    void veryLongWord_isNotCompared() {
        assertThat(Similar.to("a".repeat(101), List.of("a".repeat(100)))).isEmpty();
        assertThat(Similar.to("a".repeat(99), List.of("a".repeat(100)))).isPresent();
    }
}
