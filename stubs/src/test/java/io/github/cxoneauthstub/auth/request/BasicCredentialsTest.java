package io.github.cxoneauthstub.auth.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.request.BasicCredentials.Fault;
import io.github.cxoneauthstub.auth.request.BasicCredentials.Unreadable;
import io.github.cxoneauthstub.auth.request.BasicCredentials.UserPass;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {

    @Test
    void idAndSecret_areSplitAtTheFirstColon() {
        assertThat(read("reporting:a:b:")).isEqualTo(new UserPass("reporting", "a:b:"));
    }

    @Test
    void halves_areKeptAsSent() {
        assertThat(read("a%2Fb:s3cret%2B")).isEqualTo(new UserPass("a%2Fb", "s3cret%2B"));
    }

    @Test
    void emptyHalves_areRead() {
        assertThat(read(":")).isEqualTo(new UserPass("", ""));
    }

    @Test
    void utf8_isRead() {
        assertThat(read("\u00e4:\u20ac")).isEqualTo(new UserPass("\u00e4", "\u20ac"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', nothing follows the word Basic",
        "b'eDp5', the value is Python's b'...': bytes were turned to text by str() instead of decode()",
        "'eDp5 eDp5', the base64 text has a blank or a line break inside: it was wrapped by the encoder",
        "'eDp5\neDp5', the base64 text has a blank or a line break inside: it was wrapped by the encoder",
        "reporting:s3cret, 'the value is id:secret itself, not its base64'",
        "reporting:s3 cret, 'the value is id:secret itself, not its base64'",
        ":s3cret, 'the value is id:secret itself, not its base64'",
        "not*base64, the value is not base64",
        "====, the value is not base64",
        "eD=p5===, the value is not base64",
        "eDp_, the value is base64url (with - or _) instead of base64 (with + and /)",
        "eDo-, the value is base64url (with - or _) instead of base64 (with + and /)",
        "eDp5eg, the base64 text has no padding: its length is not a multiple of four",
        "eDp5eg=, the base64 text has no padding: its length is not a multiple of four",
        "eHl6, 'the base64 text decodes to something without a colon, so it is not id:secret'"
    })
    void unreadableValue_isToldWhy(String token, String why) {
        assertThat(BasicCredentials.read(token.replace("b'eDp5", "b'eDp5'")))
                .extracting(read -> ((Unreadable) read).why())
                .isEqualTo(why);
    }

    @Test
    void pythonBytesInDoubleQuotes_areKnownToo() {
        assertThat(BasicCredentials.read("b\"eDp5\"")).isEqualTo(new Unreadable(Fault.PYTHON_BYTES));
    }

    @Test
    void latin1_isNotUtf8() {
        String token = Base64.getEncoder().encodeToString("x:\u00e4".getBytes(ISO_8859_1));

        assertThat(BasicCredentials.read(token)).isEqualTo(new Unreadable(Fault.NOT_UTF8));
    }

    /** What PowerShell makes of a text unless it is told otherwise. */
    @Test
    void utf16_isToldAsSuch() {
        String token = Base64.getEncoder().encodeToString("reporting:s3cret".getBytes(UTF_16LE));

        assertThat(BasicCredentials.read(token)).isEqualTo(new Unreadable(Fault.UTF_16));
    }

    @ParameterizedTest
    @CsvSource({
        "10, a line feed",
        "13, a carriage return",
        "0, the control character 0",
        "127, the control character 127"
    })
    void controlCharacter_isNamed(int code, String name) {
        String control = Character.toString(code);

        assertThat(new UserPass("x", "y" + control).controlCharacter()).contains(name);
        assertThat(new UserPass(control + "x", "y").controlCharacter()).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "\u00e4\u0085", "~"})
    void ordinaryText_hasNoControlCharacter(String text) {
        assertThat(new UserPass(text, text).controlCharacter()).isEmpty();
    }

    @Test
    void formDecoded_decodesBothHalves() {
        assertThat(new UserPass("a+b", "s%2B").formDecoded()).contains(new UserPass("a b", "s+"));
    }

    @ParameterizedTest
    @CsvSource({"100%, x", "x, 100%", "%ff, x"})
    void formDecoded_isEmptyWhenOneHalfCannotBeDecoded(String id, String secret) {
        assertThat(new UserPass(id, secret).formDecoded()).isEmpty();
    }

    @Test
    void text_saysNothingOfEitherHalf() {
        assertThat(new UserPass("reporting", "s3cret")).hasToString("UserPass[]");
    }

    private static BasicCredentials read(String plain) {
        return BasicCredentials.read(Base64.getEncoder().encodeToString(plain.getBytes(UTF_8)));
    }
}
