package io.github.cxoneauthstub.json;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.JsonLimits;
import io.github.cxoneauthstub.auth.JsonReading;
import io.github.cxoneauthstub.auth.JsonReading.Faulty;
import io.github.cxoneauthstub.auth.JsonReading.Whole;
import io.github.cxoneauthstub.auth.JsonValue;
import io.github.cxoneauthstub.auth.JsonValue.JsonArray;
import io.github.cxoneauthstub.auth.JsonValue.JsonBoolean;
import io.github.cxoneauthstub.auth.JsonValue.JsonNull;
import io.github.cxoneauthstub.auth.JsonValue.JsonNumber;
import io.github.cxoneauthstub.auth.JsonValue.JsonObject;
import io.github.cxoneauthstub.auth.JsonValue.JsonString;
import io.github.cxoneauthstub.auth.JsonValue.Member;
import io.github.cxoneauthstub.auth.JsonValue.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is read strictly, and what is wrong with it is told with its place and without quoting it. */
class JsonReadingTest {
    private final JacksonJson json = new JacksonJson();

    @Test
    void everyKindOfValue_knowsItsPlace() {
        JsonValue value = value("{ \"a\": [1.50, \"x\\ny\"],\n  \"b\": {\"c\": true},\n  \"d\": null }");

        assertThat(value)
                .isEqualTo(new JsonObject(
                        new Place(1, 1),
                        List.of(
                                new Member(
                                        "a",
                                        new Place(1, 3),
                                        new JsonArray(
                                                new Place(1, 8),
                                                List.of(
                                                        new JsonNumber(new Place(1, 9), "1.50"),
                                                        new JsonString(new Place(1, 15), "x\ny")))),
                                new Member(
                                        "b",
                                        new Place(2, 3),
                                        new JsonObject(
                                                new Place(2, 8),
                                                List.of(new Member(
                                                        "c",
                                                        new Place(2, 9),
                                                        new JsonBoolean(new Place(2, 14), true))))),
                                new Member("d", new Place(3, 3), new JsonNull(new Place(3, 8))))));
    }

    @Test
    void columns_countCharacters() {
        JsonArray array = (JsonArray) value("[\"\u00e4\u20ac\", 1]");

        assertThat(array.elements().get(1).place()).isEqualTo(new Place(1, 8));
    }

    @Test
    void textOfAValue_tellsNothingOfIt() {
        JsonValue value = value("{\"s3cret\": [\"s3cret\", 4711, true, null]}");

        assertThat(value).hasToString("an object in line 1, column 1");
        assertThat(((JsonObject) value).members())
                .singleElement()
                .hasToString("a member with an array in line 1, column 12");
        assertThat(((JsonArray) ((JsonObject) value).members().get(0).value()).elements())
                .extracting(Object::toString)
                .containsExactly(
                        "a string in line 1, column 13",
                        "a number in line 1, column 23",
                        "a boolean in line 1, column 29",
                        "null in line 1, column 35");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"a \\\"b\\\"\"",
                "1e999",
                "-0",
                "123456789012345678901234567890.0",
                "null",
                "[true,{\"b\":[],\"a\":\"\u00e4\"}]"
            })
    void value_isWrittenAsItWasRead(String text) {
        assertThat(json.write(value(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                     | 1 | 1  | it is empty
                    ` `                    | 1 | 1  | it is empty
                    {"k": "s3cret          | 1 | 14 | it breaks off: a value, a quotation mark or a closing bracket is missing
                    {"k":                  | 1 | 6  | it breaks off: a value, a quotation mark or a closing bracket is missing
                    [1, [2]                | 1 | 8  | it breaks off: a value, a quotation mark or a closing bracket is missing
                    {"k": "s3cret"} s3cret | 1 | 17 | something follows the end of the first value
                    {"k": 1} {"k": 1}      | 1 | 10 | something follows the end of the first value
                    1 2                    | 1 | 3  | something follows the end of the first value
                    {"k": 1}}              | 1 | 9  | a bracket is not expected here: perhaps there is a comma too many before it
                    {"k": 1,}              | 1 | 9  | a bracket is not expected here: perhaps there is a comma too many before it
                    [1,]                   | 1 | 4  | a bracket is not expected here: perhaps there is a comma too many before it
                    {'k': 1}               | 1 | 2  | keys and strings stand in double quotes
                    {"k": 1} // s3cret     | 1 | 10 | JSON has no comments
                    # s3cret               | 1 | 1  | JSON has no comments
                    {s3cret: 1}            | 1 | 2  | this is not JSON: look for a comma, a colon or a quotation mark that is missing here or before
                    {"k" "s3cret"}         | 1 | 6  | this is not JSON: look for a comma, a colon or a quotation mark that is missing here or before
                    {"k": s3cret}          | 1 | 7  | this is not JSON: look for a comma, a colon or a quotation mark that is missing here or before
                    {"k": 01}              | 1 | 8  | this is not JSON: look for a comma, a colon or a quotation mark that is missing here or before
                    [+1]                   | 1 | 3  | this is not JSON: look for a comma, a colon or a quotation mark that is missing here or before
                    [.5]                   | 1 | 2  | this is not JSON: look for a comma, a colon or a quotation mark that is missing here or before
                    ["s3c\\ret", "\\q"]    | 1 | 15 | this is not JSON: look for a comma, a colon or a quotation mark that is missing here or before
                    {"k": 1, "j": 2, "k": 3} | 1 | 18 | the key 'k' is there twice, first in line 1
                    {"a/b+c": 1, "a/b+c": 3} | 1 | 14 | a key is there twice, first in line 1
                    """)
    void fault_isToldWithItsPlace(String text, int line, int column, String sentence) {
        assertThat(read(text)).isEqualTo(new Faulty(new Place(line, column), sentence));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "nan", "0x1F", "1.", "True", "undefined", "'x'", "{1:2}"})
    void whatOtherLanguagesWrite_isNotRead(String text) {
        assertThat(read("[" + text + "]")).isInstanceOf(Faulty.class);
    }

    @Test
    void lineOfAFault_isCounted() {
        assertThat(read("{\n  \"a\": 1,\n  \"b\": [\n"))
                .isEqualTo(new Faulty(
                        new Place(4, 1), "it breaks off: a value, a quotation mark or a closing bracket is missing"));
        assertThat(read("{\n  \"a\": 1,\n\n  \"a\": 2}"))
                .isEqualTo(new Faulty(new Place(4, 3), "the key 'a' is there twice, first in line 2"));
    }

    @Test
    void byteOrderMark_isNoPartOfTheText() {
        assertThat(read("\ufeff{}")).isEqualTo(new Whole(new JsonObject(new Place(1, 1), List.of())));
    }

    @Test
    void otherEncodings_areRefused() {
        byte[] latin1 = {'[', '\n', '"', (byte) 0xe4, '"', ']'};

        assertThat(json.read(latin1, JsonLimits.USUAL))
                .isEqualTo(new Faulty(new Place(2, 1), "it is not UTF-8, which JSON files are written in"));
        assertThat(json.read("{}".getBytes(UTF_16), JsonLimits.USUAL))
                .isEqualTo(new Faulty(new Place(1, 1), "it is not UTF-8, which JSON files are written in"));
        assertThat(json.read(new byte[] {'"', (byte) 0xe2, (byte) 0x82}, JsonLimits.USUAL))
                .isEqualTo(new Faulty(new Place(1, 1), "it is not UTF-8, which JSON files are written in"));
    }

    @Test
    void depth_isBounded() {
        JsonLimits three = new JsonLimits(100, 3);

        assertThat(json.read("[[{\"a\":1}]]".getBytes(UTF_8), three)).isInstanceOf(Whole.class);
        assertThat(json.read("[[{\"a\":\n[]}]]".getBytes(UTF_8), three))
                .isEqualTo(new Faulty(new Place(2, 1), "more than 3 objects and arrays are within one another"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void absurdDepth_isRefused(String opening) {
        assertThat(read(opening.repeat(10_000)))
                .isInstanceOfSatisfying(
                        Faulty.class,
                        faulty -> assertThat(faulty.sentence())
                                .isEqualTo("more than 64 objects and arrays are within one another"));
    }

    @Test
    void length_isBounded() {
        byte[] four = "[1 ]".getBytes(UTF_8);

        assertThat(json.read(four, new JsonLimits(4, 3))).isInstanceOf(Whole.class);
        assertThat(json.read(four, new JsonLimits(3, 3)))
                .isEqualTo(new Faulty(new Place(1, 1), "it is longer than 3 bytes, which is the most"));
    }

    @Test
    void absurdlyLongNumber_isRefused() {
        assertThat(read("[" + "9".repeat(5_000) + "]"))
                .isInstanceOfSatisfying(
                        Faulty.class,
                        faulty -> assertThat(faulty.sentence())
                                .isEqualTo("a number, a key or a string is longer than is read"));
    }

    private JsonValue value(String text) {
        return ((Whole) read(text)).value();
    }

    private JsonReading read(String text) {
        return json.read(text.getBytes(UTF_8), JsonLimits.USUAL);
    }
}
