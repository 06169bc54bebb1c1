package io.github.cxoneauthstub.auth.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {

    @Test
    void parameters_areDecodedAsUtf8() {
        Form form = form("client_secret=p%C3%A4ss%26w%3Drd&sc%6Fpe=a%20b");

        assertThat(form.value("client_secret")).contains("p\u00e4ss&w=rd");
        assertThat(form.value("scope")).contains("a b");
        assertThat(form.fault()).isEmpty();
    }

    @Test
    void plus_isABlank() {
        assertThat(form("scope=a+b%2Bc").value("scope")).contains("a b+c");
    }

    @Test
    void rawUtf8Bytes_areRead() {
        byte[] body = {'x', '=', (byte) 0xc3, (byte) 0xa4};

        assertThat(Form.parse(body).value("x")).contains("\u00e4");
    }

    @Test
    void secondEqualsSign_belongsToTheValue() {
        assertThat(form("a=b=c").value("a")).contains("b=c");
    }

    @ParameterizedTest
    @CsvSource({"a=", "a", "a=&b=1", "=1", "&&", "''"})
    void parameterWithoutNameOrValue_countsAsAbsent(String encoded) {
        Form form = form(encoded);

        assertThat(form.has("a")).isFalse();
        assertThat(form.value("a")).isEmpty();
        assertThat(form.names()).doesNotContain("a", "");
        assertThat(form.fault()).isEmpty();
    }

    @Test
    void emptyPairs_arePassedOver() {
        assertThat(form("&&a=1&&b=2&").names()).containsExactly("a", "b");
    }

    @Test
    void repeatedParameter_keepsAllValuesAndItsFirstPlace() {
        Form form = form("a=1&b=2&a=3");

        assertThat(form.values("a")).containsExactly("1", "3");
        assertThat(form.value("a")).contains("1");
        assertThat(form.names()).containsExactly("a", "b");
    }

    @Test
    void repetitionWithoutValue_isNoRepetition() {
        assertThat(form("a=1&a=").values("a")).containsExactly("1");
    }

    @Test
    void names_areCaseSensitive() {
        assertThat(form("Grant_Type=x").has("grant_type")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a=100%, parameter 1 has a % that two hexadecimal digits do not follow",
        "x=1&a=%zz, parameter 2 has a % that two hexadecimal digits do not follow",
        "x=1&%=1, parameter 2 has a % that two hexadecimal digits do not follow",
        "x=1&&a=%ff, parameter 2 has bytes that are not UTF-8",
        "%c3=1, parameter 1 has bytes that are not UTF-8",
        "a=%ff&b=%zz, parameter 1 has bytes that are not UTF-8"
    })
    void brokenEncoding_isAFaultThatNamesTheFirstPlace(String encoded, String sentence) {
        assertThat(form(encoded).fault()).contains(sentence);
    }

    @Test
    void brokenValue_isKeptAsSent() {
        assertThat(form("a=100%&b=2").value("a")).contains("100%");
        assertThat(form("a=100%&b=2").value("b")).contains("2");
    }

    @Test
    void mostParameters_areStillRead() {
        assertThat(form(parameters(Form.MOST_PARAMETERS)).fault()).isEmpty();
        assertThat(form(parameters(Form.MOST_PARAMETERS)).names()).hasSize(Form.MOST_PARAMETERS);
    }

    @Test
    void oneParameterTooMany_isAFault() {
        Form form = form(parameters(Form.MOST_PARAMETERS + 1));

        assertThat(form.fault()).contains("there are more than 1000 parameters");
        assertThat(form.names()).hasSize(Form.MOST_PARAMETERS);
    }

    @Test
    void longestParameter_isStillRead() {
        String value = "x".repeat(Form.LONGEST_PARAMETER - "a=".length());

        assertThat(form("a=" + value).fault()).isEmpty();
        assertThat(form("a=" + value).value("a")).contains(value);
    }

    /** A scope of megabytes was once read, signed, searched for secrets word by word, and kept. */
    @Test
    void longerParameter_isAFault_andTheOthersAreRead() {
        Form form = form("a=1&b=" + "x".repeat(Form.LONGEST_PARAMETER - 1) + "&c=3");

        assertThat(form.fault()).contains("parameter 2 has more than 16384 characters");
        assertThat(form.names()).containsExactly("a", "c");
    }

    @Test
    void text_tellsOnlyHowMany() {
        assertThat(form("client_secret=s3cret&a=1")).hasToString("Form[2 parameters]");
    }

    private static String parameters(int count) {
        return IntStream.range(0, count).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
    }

    private static Form form(String body) {
        return Form.parse(body.getBytes(ISO_8859_1));
    }
}
