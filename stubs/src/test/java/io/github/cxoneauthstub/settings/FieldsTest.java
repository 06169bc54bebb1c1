package io.github.cxoneauthstub.settings;

import static io.github.cxoneauthstub.settings.TestSettings.field;
import static io.github.cxoneauthstub.settings.TestSettings.fields;
import static io.github.cxoneauthstub.settings.TestSettings.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from one object, and how what is wrong in it is told. */
class FieldsTest {

    @Test
    void values_areReadAsWhatTheyShouldBe() {
        Fields fields = fields("""
                {
                  "text": "a", "bool": true, "integer": -3, "duration": "PT25H", "instant": "2026-01-01T01:00:00.5+01:00",
                  "texts": ["a", ""], "word": "b", "object": {"text": "inner"}, "nothing": null
                }""");

        assertThat(fields.text("text")).contains("a");
        assertThat(fields.bool("bool")).contains(true);
        assertThat(fields.integer("integer", -3, 3)).contains(-3);
        assertThat(fields.duration("duration")).contains(Duration.ofHours(25));
        assertThat(fields.instant("instant")).contains(Instant.parse("2026-01-01T00:00:00.5Z"));
        assertThat(fields.texts("texts")).contains(List.of("a", ""));
        assertThat(fields.<Integer>value("word", field -> field.oneOf(Map.of("a", 1, "b", 2))))
                .contains(2);
        assertThat(fields.get("object").fields().get("text").text()).isEqualTo("inner");
        assertThat(fields.find("nothing"))
                .hasValueSatisfying(field -> assertThat(field.isNull()).isTrue());
        assertThat(fields.all()).hasSize(9);
        assertThat(fields.isEmpty()).isFalse();
    }

    @Test
    void whatIsAbsent_isEmpty() {
        Fields fields = fields("{}");

        assertThat(fields.text("a")).isEmpty();
        assertThat(fields.find("a")).isEmpty();
        assertThat(fields.elements("a")).isEmpty();
        assertThat(fields.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    5                      | k: 5 is not allowed here: it must be a string in quotes
                    true                   | k: true is not allowed here: it must be a string in quotes
                    {"a": "hidden"}        | k: an object is not allowed here: it must be a string in quotes
                    ["hidden"]             | k: an array is not allowed here: it must be a string in quotes
                    null                   | k: null is not allowed here: leave the key out for what is usual
                    """)
    void text_isNothingElse(String value, String message) {
        Fields fields = fields("{\n \"k\": " + value + "}");

        assertThat(refusal(() -> fields.text("k"))).hasMessage("test.json, line 2: " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "true" | 'true'
                    1      | 1
                    []     | an array
                    """)
    void boolean_isNothingElse(String value, String shown) {
        Fields fields = fields("{\"k\": " + value + "}");

        assertThat(refusal(() -> fields.bool("k")))
                .hasMessage("test.json, line 1: k: " + shown
                        + " is not allowed here: it must be true or false, without quotes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"199", "600", "-1", "200.0", "2e2", "1e999", "1e999999999", "99999999999999999999", "true", "{}"
            })
    void integer_isWholeAndWithinBounds(String value) {
        Fields fields = fields("{\"k\": " + value + "}");

        assertThat(refusal(() -> fields.integer("k", 200, 599)))
                .hasMessage("test.json, line 1: k: " + (value.equals("{}") ? "an object" : value)
                        + " is not allowed here: it must be a whole number from 200 to 599");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 hour", "", "PT", "3600", "PT99999999999999999999H", "\u0661"})
    void duration_isIso8601(String value) {
        Fields fields = fields("{\"k\": \"" + value + "\"}");

        assertThat(refusal(() -> fields.duration("k")))
                .hasMessage("test.json, line 1: k: '" + value + "' is not allowed here: it must be a duration of ISO"
                        + " 8601 in quotes, for example \"PT1H\" or \"PT90S\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-13-01T00:00:00Z", "2026-01-01", "2026-01-01T00:00:00", "+12026-01-01T00:00:00Z", "now"})
    void instant_isRfc3339(String value) {
        Fields fields = fields("{\"k\": \"" + value + "\"}");

        assertThat(refusal(() -> fields.instant("k")))
                .hasMessage("test.json, line 1: k: '" + value + "' is not allowed here: it must be an instant of RFC"
                        + " 3339 in quotes, for example \"2027-01-01T00:00:00Z\"");
    }

    @Test
    void element_isNamedByItsPlace() {
        Fields fields = fields("{\"a\": [{\"b\": [\n1]}]}");
        Field element = fields.elements("a").get(0).fields().elements("b").get(0);

        SettingsException refusal = refusal(element::text);

        assertThat(refusal.field()).isEqualTo("a[0].b[0]");
        assertThat(refusal.line()).isEqualTo(2);
        assertThat(refusal.reason()).isEqualTo("1 is not allowed here: it must be a string in quotes");
        assertThat(element).hasToString("test.json, line 2: a[0].b[0]");
    }

    @Test
    void unknownWord_getsTheNearestOne() {
        Map<String, Integer> words = Map.of("basic", 1);

        assertThat(refusal(() -> field("\"Basik\"").oneOf(words)))
                .hasMessage("test.json, line 1: 'Basik' is not allowed here: it must be one of basic; did you mean"
                        + " 'basic'?");
        assertThat(refusal(() -> field("\"digest\"").oneOf(words)))
                .hasMessage("test.json, line 1: 'digest' is not allowed here: it must be one of basic");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    scope          | scope: this key is unknown: did you mean 'scopes'? allowed are scopes, tokenLifetime
                    token_lifetime | token_lifetime: this key is unknown: did you mean 'tokenLifetime'? allowed are scopes, tokenLifetime
                    colour         | colour: this key is unknown: allowed are scopes, tokenLifetime
                    s3cret+/=      | a key of 9 characters, which is not shown, in line 2 is unknown: allowed are scopes, tokenLifetime
                    ``             | a key of 0 characters, which is not shown, in line 2 is unknown: allowed are scopes, tokenLifetime
                    """)
    void unknownKey_isRefused(String key, String message) {
        Fields fields = fields("{\"scopes\": [],\n\"" + key + "\": 1}");

        assertThat(refusal(() -> fields.allowOnly("scopes", "tokenLifetime")))
                .message()
                .startsWith("test.json, line ")
                .endsWith(": " + message);
    }

    @Test
    void missingKey_isNamed() {
        assertThat(refusal(() -> fields("{\"a\": 1}").get("secret")))
                .hasMessage("test.json, line 1: the key 'secret' is missing here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "[\"hidden\"]", "{\"a\": 4711}", "true"})
    void secret_isNeverShown(String value) {
        for (String key : List.of("secret", "token", "client_secret", "access-token", "password")) {
            Fields fields = fields("{\"" + key + "\": " + value + "}");

            assertThat(refusal(() -> fields.text(key)))
                    .message()
                    .contains(", which is not shown, is not allowed here: it must be a string in quotes")
                    .doesNotContain("4711", "hidden", "true");
        }
    }

    @Test
    void whatIsWithinASecret_isNeverShown() {
        Fields fields = fields("{\"secret\": [{\"a\": [4711]}]}");
        Field within = fields.elements("secret").get(0).fields().elements("a").get(0);

        assertThat(refusal(within::text))
                .hasMessage("test.json, line 1: secret[0].a[0]: a number, which is not shown, is not allowed here: it"
                        + " must be a string in quotes");
    }

    @Test
    void message_isOneLineThatHasAnEnd() {
        Field lines = field("\"a\\nb\\u2028" + "c".repeat(1_000) + "\"");

        assertThat(refusal(lines::bool))
                .message()
                .startsWith("test.json, line 1: 'a\\u000ab\\u2028ccc")
                .endsWith("c...' is not allowed here: it must be true or false, without quotes")
                .hasSizeLessThan(200);
    }

    @Test
    void whatTheModelRefuses_isToldWithItsPlace() {
        Field field = field("\n\"x\"");

        assertThat(refusal(() -> field.read(() -> {
                    throw new IllegalArgumentException("a client id\nis odd " + "x".repeat(5_000));
                })))
                .message()
                .startsWith("test.json, line 2: a client id\\u000ais odd xxx")
                .hasSizeLessThan(2_100);
    }

    @Test
    void textThatIsNoJson_isToldWithLineAndColumn() {
        assertThat(refusal(() -> field("{\n\"secret\": \"s3cret")))
                .hasMessage("test.json, line 2, column 18: it breaks"
                        + " off: a value, a quotation mark or a closing bracket is missing");
    }
}
