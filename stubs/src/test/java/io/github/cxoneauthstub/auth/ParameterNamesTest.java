package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterNamesTest {
    @ParameterizedTest
    @CsvSource({
        "client_secret, true, false",
        "clientSecret, true, false",
        "REFRESH-TOKEN, true, false",
        "client_id, false, true",
        "ClientId, false, true",
        "grant_type, false, false"
    })
    void name_isKnownInEachOfItsSpellings(String name, boolean secret, boolean clientId) {
        assertThat(ParameterNames.isKnown(name)).isTrue();
        assertThat(ParameterNames.isSecret(name)).isEqualTo(secret);
        assertThat(ParameterNames.isClientId(name)).isEqualTo(clientId);
    }

    @Test
    void anyOtherName_isNotKnown() {
        assertThat(ParameterNames.isKnown("half-a-s3cret")).isFalse();
        assertThat(ParameterNames.isSecret("half-a-s3cret")).isFalse();
    }

    /** It may be half a secret. */
    @Test
    void unknownNames_areCountedAndNotShown() {
        assertThat(ParameterNames.shown(List.of("scope", "x", "client_id")))
                .isEqualTo("scope, client_id, an unknown name");
        assertThat(ParameterNames.shown(List.of("scope", "x", "y", "client_id")))
                .isEqualTo("scope, client_id, 2 unknown names");
        assertThat(ParameterNames.shown(List.of("scope", "client_id"))).isEqualTo("scope, client_id");
        assertThat(ParameterNames.shown(List.of("x"))).isEqualTo("an unknown name");
    }

    @Test
    void ofManyNames_eightAreShown() {
        assertThat(ParameterNames.shown(Collections.nCopies(9, "scope")))
                .isEqualTo(String.join(", ", Collections.nCopies(8, "scope")));
    }
}
