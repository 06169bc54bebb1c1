package io.github.cxoneauthstub.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JacksonJsonTest {
    private final JacksonJson json = new JacksonJson();

    @Test
    void object_isWrittenInItsOrderWithoutBlanks() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("z", "a \"quoted\" \u00e4");
        object.put("a", 86_400L);
        object.put("m", List.of(true, Map.of("n", 1)));

        assertThat(json.write(object))
                .isEqualTo("{\"z\":\"a \\\"quoted\\\" \u00e4\",\"a\":86400,\"m\":[true,{\"n\":1}]}");
    }

    @Test
    void memberNames_areThoseOfTheOuterObjectInOrder() {
        assertThat(names("{\"b\":{\"inner\":1},\"a\":[{\"x\":2}],\"c\":null}")).contains(List.of("b", "a", "c"));
    }

    @Test
    void emptyObject_hasNoMembers() {
        assertThat(names(" {} ")).contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "[]", "\"a\"", "1", "null", "{", "{\"a\"", "{\"a\":1", "{a:1}", "{} {}", "{}x", "a=b"})
    void anythingElse_isNoObject(String text) {
        assertThat(names(text)).isEmpty();
    }

    @Test
    void bytesThatAreNotUtf8_areNoObject() {
        assertThat(json.memberNames(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}))
                .isEmpty();
    }

    @Test
    void absurdDepth_isNoObject() {
        assertThat(names("{\"a\":".repeat(100_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\"x\"", "1", "null", " true ", "{\"a\":[1,{\"b\":null}]}"})
    void oneValue_hasNoFault(String text) {
        assertThat(json.fault(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', it is empty",
        "'  ', it is empty",
        "'{\"s3cret\":', 'it breaks off or goes wrong in line 1, column 11'",
        "'{\n  s3cret: 1}', 'it breaks off or goes wrong in line 2, column 3'",
        "'{} {}', 'something follows the first value'"
    })
    void fault_namesThePlaceAndQuotesNothing(String text, String fault) {
        assertThat(json.fault(text)).contains(fault);
    }

    /** Jackson refuses a number of more than a thousand digits without saying where it is: that was thrown. */
    @Test
    void absurdlyLongNumber_isAFault() {
        assertThat(json.fault("[\n" + "9".repeat(5_000) + "]"))
                .contains("it breaks off or goes wrong in line 2, column 1");
    }

    private java.util.Optional<List<String>> names(String text) {
        return json.memberNames(text.getBytes(UTF_8));
    }
}
