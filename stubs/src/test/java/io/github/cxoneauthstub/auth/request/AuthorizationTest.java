package io.github.cxoneauthstub.auth.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {

    @ParameterizedTest
    @CsvSource({
        "Basic eDp5, Basic, eDp5",
        "'Basic   eDp5', Basic, eDp5",
        "'Basic\teDp5', Basic, eDp5",
        "'  Basic eDp5  ', Basic, eDp5",
        "Bearer a b, Bearer, a b",
        "Basic, Basic, ''",
        "'', '', ''",
        "eDp5, eDp5, ''"
    })
    void value_isSplitAtItsFirstBlanks(String value, String scheme, String credentials) {
        assertThat(Authorization.parse(value)).isEqualTo(new Authorization(scheme, credentials));
    }

    @Test
    void lineFeedInTheCredentials_staysThere() {
        assertThat(Authorization.parse("Basic eDp5\neDp5").credentials()).isEqualTo("eDp5\neDp5");
    }

    @Test
    void lineFeedInsteadOfABlank_separatesNothing() {
        assertThat(Authorization.parse("Basic\neDp5")).isEqualTo(new Authorization("Basic\neDp5", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "basic", "BASIC", "bAsIc"})
    void scheme_isComparedWithoutCase(String scheme) {
        assertThat(new Authorization(scheme, "").is("Basic")).isTrue();
        assertThat(new Authorization(scheme, "").is("Bearer")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "BEARER", "digest", "Negotiate", "NTLM", "Token", "OAuth", "ApiKey"})
    void commonScheme_isNamed(String scheme) {
        assertThat(new Authorization(scheme, "x").schemeName()).isEqualTo(scheme);
    }

    @Test
    void otherWord_isNotNamedBecauseItMayBeASecret() {
        assertThat(new Authorization("s3cret", "").schemeName()).isEqualTo("no common one, but a word of 6 characters");
    }

    @Test
    void text_saysNothingOfTheValue() {
        assertThat(new Authorization("s3cret", "abc")).hasToString("Authorization[3 characters]");
    }
}
