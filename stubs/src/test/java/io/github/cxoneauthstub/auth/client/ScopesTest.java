package io.github.cxoneauthstub.auth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {

    @Test
    void words_keepTheirOrderAndAreThereOnce() {
        assertThat(Scopes.of("b", "a", "b").toList()).containsExactly("b", "a");
        assertThat(Scopes.of("b", "a")).hasToString("b a");
    }

    @Test
    void orderDoesNotMatter_forEquality() {
        assertThat(Scopes.of("b", "a")).isEqualTo(Scopes.of("a", "b")).hasSameHashCodeAs(Scopes.of("a", "b"));
        assertThat(Scopes.of("a")).isNotEqualTo(Scopes.of("A"));
    }

    @Test
    void star_meansEveryScope() {
        assertThat(Scopes.of("a", "*")).isEqualTo(Scopes.ALL);
        assertThat(Scopes.ALL.contains("any:thing")).isTrue();
        assertThat(Scopes.ALL.isAll()).isTrue();
        assertThat(Scopes.ALL.missing(Scopes.of("x", "y"))).isEmpty();
        assertThat(Scopes.ALL.with("x")).isEqualTo(Scopes.ALL);
    }

    @Test
    void none_isEmpty() {
        assertThat(Scopes.of()).isEqualTo(Scopes.NONE);
        assertThat(Scopes.NONE.isEmpty()).isTrue();
        assertThat(Scopes.NONE).hasToString("");
    }

    @Test
    void parameter_isReadAsWordsWithSingleBlanks() {
        assertThat(Scopes.parse("b a b")).contains(Scopes.of("a", "b"));
        assertThat(Scopes.parse("!#[]~")).contains(Scopes.of("!#[]~"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a  b", "a\tb", "a\nb", "\"a\"", "a\\b", "\u00e4", "a\u007f"})
    void malformedParameter_isNotRead(String parameter) {
        assertThat(Scopes.parse(parameter)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", " a", "\"a\"", "a\\b", "\u00e4"})
    void malformedWord_isRefused(String word) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scopes.of("fine", word))
                .withMessage("'" + word + "' is not a scope: RFC 6749 section 3.3 wants visible ASCII characters"
                        + " without blank, \" and \\; give each scope as a word of its own");
    }

    @Test
    void missing_areTheWantedOnesThatAreNotThereInTheirOrder() {
        assertThat(Scopes.of("a", "b").missing(Scopes.of("d", "b", "c"))).isEqualTo(List.of("d", "c"));
    }

    @Test
    void narrowedTo_keepsTheOrderOfTheWanted() {
        assertThat(Scopes.of("a", "b", "c").narrowedTo(Scopes.of("c", "x", "a")).toList())
                .containsExactly("c", "a");
        assertThat(Scopes.of("a").narrowedTo(Scopes.of("x"))).isEqualTo(Scopes.NONE);
    }

    @Test
    void withAndWithout_changeOneWord() {
        assertThat(Scopes.of("a").with("b").without("a")).isEqualTo(Scopes.of("b"));
        assertThat(Scopes.of("a").without("a")).isEqualTo(Scopes.NONE);
        assertThat(Scopes.of("a").with("*")).isEqualTo(Scopes.ALL);
    }
}
