package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent to an endpoint that takes JSON, it answers with a reason, and never fails. */
class JsonEndpointsTest {
    private static final List<String> NAMES = List.of(
            "accessKeyId",
            "accessKeySecret",
            "accessToken",
            "token",
            "grant_type",
            "username",
            "password",
            "refresh_token",
            "scope",
            "client_id",
            "client_secret",
            "subject_token",
            "subject_token_type",
            "",
            "x");
    private static final List<String> VALUES = List.of(
            "\"\"",
            "\"x\"",
            "\" \"",
            "\"password\"",
            "\"client_credentials\"",
            "\"refresh_token\"",
            "\"urn:ietf:params:oauth:grant-type:token-exchange\"",
            "\"\\u0000\"",
            "\"\\ud83d\"",
            "\"" + "a".repeat(20_000) + "\"",
            "\"" + "A".repeat(24) + "\"",
            "\"AAAAAAAAAAAAAAAAAAAAAA==\"",
            "\"" + "A".repeat(86) + "\"",
            "\"a.b.c\"",
            "null",
            "true",
            "-1e999",
            "{}",
            "[[\"x\"]]");

    private final JsonEndpoints endpoints = new JsonEndpoints();

    static Stream<Arguments> noObjects() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put("nothing", new byte[0]);
        bodies.put("blanks", " \r\n".getBytes(UTF_8));
        bodies.put("a form", TestRequest.PASSWORD.getBytes(UTF_8));
        bodies.put("an array", ("[" + TestRequest.KEY + "]").getBytes(UTF_8));
        bodies.put("a string", "\"x\"".getBytes(UTF_8));
        bodies.put("a number", "1".getBytes(UTF_8));
        bodies.put("null", "null".getBytes(UTF_8));
        bodies.put("half an object", "{\"token\":".getBytes(UTF_8));
        bodies.put("two objects", "{}{}".getBytes(UTF_8));
        bodies.put("a name twice", "{\"token\":\"a\",\"token\":\"b\"}".getBytes(UTF_8));
        bodies.put("a thousand objects", ("{\"token\":".repeat(1_000) + "1" + "}".repeat(1_000)).getBytes(UTF_8));
        bodies.put("a thousand arrays", ("{\"token\":" + "[".repeat(1_000)).getBytes(UTF_8));
        bodies.put("five megabytes", ("{\"token\":\"" + "x".repeat(5 << 20) + "\"}").getBytes(UTF_8));
        bodies.put("broken UTF-8", "{\"token\":\"\u00e4\"}".getBytes(ISO_8859_1));
        bodies.put("UTF-16", TestRequest.KEY.getBytes(UTF_16));
        bodies.put("a comment", "{/* */}".getBytes(UTF_8));
        bodies.put("single quotes", "{'token':'x'}".getBytes(UTF_8));
        bodies.put("a control character", "{\"token\":\"\n\"}".getBytes(UTF_8));
        return Stream.concat(JsonEndpoints.ONLY_JSON.stream(), Stream.of(JsonEndpoints.CENTRAL))
                .flatMap(path ->
                        bodies.entrySet().stream().map(body -> arguments(path, body.getKey(), body.getValue())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("noObjects")
    void whatIsNoJsonObject_isRefused(String path, String kind, byte[] body) {
        Exchange exchange = endpoints.exchange(JsonEndpoints.valid(path).body(body));

        assertThat(exchange.reason()).as(kind).contains(Reason.BODY_NOT_JSON);
        assertThat(exchange.status()).isEqualTo(400);
        assertThat(exchange.explanation().orElseThrow().seen()).isNotBlank().hasSizeLessThan(400);
    }

    static Stream<String> jsonPaths() {
        return JsonEndpoints.ONLY_JSON.stream();
    }

    @ParameterizedTest
    @MethodSource("jsonPaths")
    void formOrNoLabel_isRefusedWhereJsonIsAllThatIsRead(String path) {
        TestRequest form = JsonEndpoints.valid(path).header("Content-Type", TestRequest.FORM);

        assertThat(endpoints.exchange(form).reason()).contains(Reason.BODY_NOT_JSON);
        assertThat(endpoints.exchange(form.body(TestRequest.PASSWORD)).reason()).contains(Reason.BODY_NOT_JSON);
        assertThat(endpoints.exchange(form.without("Content-Type")).reason()).contains(Reason.BODY_NOT_JSON);
        assertThat(endpoints.exchange(form.header("Content-Type", "text/json")).reason())
                .contains(Reason.BODY_NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"token\":null,\"accessToken\":null}", "{\"token\":\"\",\"accessKeyId\":\"\"}"})
    void nullAndNothing_areAbsent(String body) {
        assertThat(JsonEndpoints.ONLY_JSON.stream()
                        .map(path -> endpoints
                                .exchange(JsonEndpoints.valid(path).body(body))
                                .reason()
                                .orElseThrow()))
                .containsExactly(
                        Reason.ACCESS_KEY_MISSING,
                        Reason.REFRESH_TOKEN_MISSING,
                        Reason.SUBJECT_TOKEN_MISSING,
                        Reason.REFRESH_TOKEN_MISSING,
                        Reason.TOKEN_PARAMETER_MISSING,
                        Reason.ACCESS_KEY_MISSING);
    }

    /** Whatever a name holds that nobody asks for. */
    @Test
    void unknownMembers_areNotLookedAt() {
        TestRequest request = JsonEndpoints.valid(JsonEndpoints.ONLY_JSON.get(0))
                .body(TestRequest.KEY)
                .member("x", "{\"y\":[1,null,{}]}")
                .member("z", "2");

        assertThat(endpoints.exchange(request).outcome()).isEqualTo(Outcome.ISSUED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyMembers_areAnswered(long seed) {
        Random random = new Random(seed);
        List<String> paths = Stream.concat(JsonEndpoints.ONLY_JSON.stream(), Stream.of(JsonEndpoints.CENTRAL))
                .toList();
        for (int i = 0; i < 400; i++) {
            String path = paths.get(random.nextInt(paths.size()));
            String body = random.ints(random.nextInt(5), 0, NAMES.size())
                    .distinct()
                    .mapToObj(name -> "\"" + NAMES.get(name) + "\":" + VALUES.get(random.nextInt(VALUES.size())))
                    .collect(Collectors.joining(",", "{", "}"));

            Exchange exchange = endpoints.exchange(JsonEndpoints.valid(path).body(body));

            assertThat(exchange.status()).as(path + " " + body).isBetween(200, 499);
            assertThat(Canary.print(exchange)).isNotBlank();
        }
    }
}
