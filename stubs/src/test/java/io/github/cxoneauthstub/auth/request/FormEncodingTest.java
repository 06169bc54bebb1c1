package io.github.cxoneauthstub.auth.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.request.FormEncoding.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormEncodingTest {

    @ParameterizedTest
    @CsvSource({
        "s3cret+/=, s3cret%2B%2F%3D",
        "a b, a+b",
        "100%, 100%25",
        "\u00e4\u20ac, %C3%A4%E2%82%AC",
        "~*._-, %7E*._-"
    })
    void text_isEncodedAsAppendixBDemands(String text, String encoded) {
        assertThat(FormEncoding.encode(text)).isEqualTo(encoded);
        assertThat(FormEncoding.decode(encoded)).contains(text);
    }

    @Test
    void escape_mayHaveDigitsOfEitherCase() {
        assertThat(FormEncoding.decode("%2b%2B")).contains("++");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%2", "a%", "%zz", "%2g", "%-1", "%+1", "% 1", "%\uff12\uff10", "ok%20%"})
    void incompleteEscape_isABadEscape(String encoded) {
        assertThat(FormEncoding.fault(encoded)).contains(Fault.BAD_ESCAPE);
        assertThat(FormEncoding.decode(encoded)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%FF", "%C3", "%C3x", "%C0%AF", "%ED%A0%80", "%F5%80%80%80", "\u00ff", "%E2%82"})
    void bytesThatAreNotUtf8_areBadUtf8(String encoded) {
        assertThat(FormEncoding.fault(encoded)).contains(Fault.BAD_UTF8);
        assertThat(FormEncoding.decode(encoded)).isEmpty();
    }

    @Test
    void badEscape_isToldBeforeBadUtf8() {
        assertThat(FormEncoding.fault("%FF%zz")).contains(Fault.BAD_ESCAPE);
    }

    @ParameterizedTest
    @CsvSource({"100%, 100%", "%zz+%41, %zz A", "%FF, \ufffd", "%25%32%42, %2B"})
    void lenientDecoding_keepsWhatItCannotRead(String encoded, String text) {
        assertThat(FormEncoding.decodeLeniently(encoded)).isEqualTo(text);
    }

    @Test
    void charactersAboveOneByte_arePassedThrough() {
        assertThat(FormEncoding.decode("\u20ac%C3%A4")).contains("\u20ac\u00e4");
        assertThat(FormEncoding.decode("\u0100")).contains("\u0100");
    }
}
