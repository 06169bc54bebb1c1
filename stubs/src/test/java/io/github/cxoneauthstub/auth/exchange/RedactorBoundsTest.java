package io.github.cxoneauthstub.auth.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.Scopes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a redactor stops hiding, and that it does not stop one character sooner. */
class RedactorBoundsTest {
    @Test
    void secretOfTheLongestTextThatIsLookedAt_isHidden() {
        String longest = "a b ".repeat(500);

        assertThat(new Redactor(List.of(longest)).shown(longest)).isEqualTo(Redactor.HIDDEN);
    }

    /** A secret without its marks is looked for, too, if enough is left of it. */
    @ParameterizedTest
    @CsvSource({"a1+b2, 'a1,b2', true", "a1+b, 'a1,b', false"})
    void restOfASecret_isHiddenFromFourCharactersOn(String secret, String text, boolean hidden) {
        assertThat(new Redactor(List.of(secret)).hides(text)).isEqualTo(hidden);
    }

    @ParameterizedTest
    @CsvSource({"x:a1b2, a1b2, true", "x:a1b, a1b, false"})
    void pieceOfASecret_isHiddenFromFourCharactersOn(String secret, String text, boolean hidden) {
        assertThat(new Redactor(List.of(secret)).hides(text)).isEqualTo(hidden);
    }

    @Test
    void secretsThatAreOurWords_areShown_theOthersAreNot() {
        Redactor show = new Redactor(List.of("Grant_Type", "obj,ect", "oth3r")).except(Set.of("grant_type", "object"));

        assertThat(show.shown("grant_type")).isEqualTo("grant_type");
        assertThat(show.shown("obj,ect")).isEqualTo("obj,ect");
        assertThat(show.shown("oth3r")).isEqualTo(Redactor.HIDDEN);
    }

    @Test
    void oneThatHidesAll_doesSoWithoutOurWordsToo() {
        assertThat(Redactor.ofAll().except(Set.of("grant_type")).shown("grant_type"))
                .isEqualTo(Redactor.HIDDEN);
    }

    @Test
    void scopes_areShownEachByItself() {
        Redactor show = new Redactor(List.of("oth3r"));

        assertThat(show.words(Scopes.of("admin:api", "user:read"))).isEqualTo("admin:api user:read");
        assertThat(show.words(Scopes.of("admin:api", "oth3r"))).isEqualTo("admin:api " + Redactor.HIDDEN);
    }
}
