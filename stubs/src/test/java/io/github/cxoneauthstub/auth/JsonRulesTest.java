package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a body that an endpoint for JSON does not take. */
class JsonRulesTest {
    private final JsonEndpoints endpoints = new JsonEndpoints();

    /** It reads both, and goes by the label; without one, by what it looks like. */
    @Test
    void central_readsWhatTheLabelSays() {
        TestRequest form = JsonEndpoints.valid(JsonEndpoints.CENTRAL).body("grant_type=client_credentials");
        TestRequest json = form.header("Content-Type", TestRequest.FORM).inJson();

        assertThat(endpoints.exchange(json).outcome()).isEqualTo(Outcome.ISSUED);
        assertThat(endpoints
                        .exchange(json.header("Content-Type", "application/vnd.x+json;charset=utf-8"))
                        .outcome())
                .isEqualTo(Outcome.ISSUED);
        assertThat(endpoints.exchange(json.without("Content-Type")).reason()).contains(Reason.BODY_NOT_JSON);
        assertThat(endpoints
                        .exchange(json.header("Content-Type", TestRequest.FORM))
                        .reason())
                .contains(Reason.GRANT_TYPE_MISSING);
        assertThat(endpoints
                        .exchange(form.header("Content-Type", TestRequest.FORM))
                        .outcome())
                .isEqualTo(Outcome.ISSUED);
        assertThat(endpoints.exchange(form.without("Content-Type")).reason()).contains(Reason.BODY_NOT_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1e999", "true", "{}", "[]", "[\"x\"]", "{\"token\":\"x\"}"})
    void valueThatIsNoString_isRefused(String value) {
        for (String path : JsonEndpoints.ONLY_JSON) {
            for (String name : JsonEndpoints.READ.getOrDefault(path, List.of("token"))) {
                Exchange exchange =
                        endpoints.exchange(JsonEndpoints.valid(path).body("{\"" + name + "\":" + value + "}"));

                assertThat(exchange.reason()).as(path + " " + name).contains(Reason.MEMBER_NOT_STRING);
                assertThat(exchange.explanation().orElseThrow().seen()).startsWith(name + " is ");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"scope\":[\"a\"]} | send one string instead of the list",
                "{\"scope\":{}} | send the string itself",
                "{\"scope\":7} | quote the value",
            })
    void adviceOnAValue_fitsItsKind(String body, String advice) {
        Exchange exchange =
                endpoints.exchange(JsonEndpoints.valid(JsonEndpoints.CENTRAL).body(body));

        assertThat(exchange.reason()).contains(Reason.MEMBER_NOT_STRING);
        assertThat(JsonEndpoints.why(exchange).advice()).startsWith(advice);
    }

    /** RFC 6749 section 3.2: unrecognized parameters are ignored. */
    @Test
    void membersOfOtherEndpoints_areNotLookedAt() {
        TestRequest request = JsonEndpoints.valid(JsonEndpoints.ONLY_JSON.get(0))
                .body(TestRequest.KEY)
                .member("scope", "[\"x\"]")
                .member("state", "1")
                .member("token", "{}");

        assertThat(endpoints.exchange(request).outcome()).isEqualTo(Outcome.ISSUED);
    }

    static Stream<Arguments> shapes() {
        String path = JsonEndpoints.ONLY_JSON.get(0);
        return Stream.of(
                arguments(path, "[1]".getBytes(UTF_8), "a JSON array", "send one JSON object"),
                arguments(path, "\"x\"".getBytes(UTF_8), "a JSON string", "send one JSON object"),
                arguments(path, "null".getBytes(UTF_8), "a JSON null", "send one JSON object"),
                arguments(path, "1".getBytes(UTF_8), "a JSON number", "send one JSON object"),
                arguments(path, "{} x".getBytes(UTF_8), "something follows the end of the first value", ""),
                arguments(path, "{}\0".getBytes(UTF_8), "something follows the end of the first value", ""),
                arguments(
                        path,
                        TestRequest.KEY.getBytes(UTF_16LE),
                        "a JSON object in UTF-16 with",
                        "write the body in UTF-8"),
                arguments(
                        path,
                        TestRequest.KEY.getBytes(UTF_16BE),
                        "a JSON object in UTF-16 with",
                        "write the body in UTF-8"),
                arguments(path, new byte[] {0x1F, (byte) 0x8B, 8, 0}, "compressed by gzip", "send the body as it is"),
                arguments(
                        path,
                        ("{\"x\":" + "[".repeat(20) + "]".repeat(20) + "}").getBytes(UTF_8),
                        "more than 8 objects and arrays",
                        "send nothing but the members"),
                arguments(
                        path,
                        ("{\"x\":\"" + "y".repeat(70_000) + "\"}").getBytes(UTF_8),
                        "it is longer than 65536 bytes",
                        "send nothing but the members"),
                arguments(path, "a=b".getBytes(UTF_8), "a form with", "send Content-Type: application/json"),
                arguments(JsonEndpoints.CENTRAL, "a=b".getBytes(UTF_8), "a form with", "label the body as what it is"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("shapes")
    void whatIsNoJsonObject_isToldAsWhatItIs(String path, byte[] body, String seen, String advice) {
        Exchange exchange = endpoints.exchange(JsonEndpoints.valid(path).body(body));

        assertThat(exchange.reason()).contains(Reason.BODY_NOT_JSON);
        assertThat(JsonEndpoints.why(exchange).seen()).contains(seen);
        assertThat(JsonEndpoints.why(exchange).advice()).startsWith(advice);
    }

    @Test
    void encodingOfTheBody_isTold() {
        Exchange exchange = endpoints.exchange(JsonEndpoints.valid(JsonEndpoints.ONLY_JSON.get(0))
                .with("Content-Encoding", "br")
                .body("\u0001\u0002"));

        assertThat(JsonEndpoints.why(exchange).seen()).contains(", Content-Encoding: br, ");
        assertThat(JsonEndpoints.why(exchange).advice()).startsWith("send the body as it is");
    }

    /** A key that nobody knows may be half of a secret. */
    @Test
    void repeatedKey_isNamedIfItIsAParameter() {
        assertThat(JsonEndpoints.why(endpoints.exchange(
                                JsonEndpoints.valid(JsonEndpoints.CENTRAL).body("{\"scope\":\"a\",\"scope\":\"b\"}")))
                        .seen())
                .contains("(the key 'scope' is there twice, first in line 1)");
        assertThat(JsonEndpoints.why(endpoints.exchange(
                                JsonEndpoints.valid(JsonEndpoints.CENTRAL).body("{\"hush\":\"a\",\"hush\":\"b\"}")))
                        .seen())
                .contains("(a key is there twice, first in line 1)");
    }

    @Test
    void adviceOnMethodAndQuery_isToSendAnObject() {
        TestRequest request = JsonEndpoints.valid(JsonEndpoints.ONLY_JSON.get(0));

        assertThat(JsonEndpoints.why(endpoints.exchange(request.method("GET"))).advice())
                .isEqualTo("send a POST with the parameters as the members of a JSON object in the body");
        assertThat(JsonEndpoints.why(endpoints.exchange(request.query("token=x")))
                        .advice())
                .startsWith("send the parameters in the body (with axios, post(url, {...}) instead of {params})");
    }
}
