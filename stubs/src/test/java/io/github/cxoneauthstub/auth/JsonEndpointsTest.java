package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profiles;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent to an endpoint that takes JSON, it answers with a reason, and never fails. */
class JsonEndpointsTest {
    private static final String CENTRAL = "/InContactAuthorizationServer/Token";
    private static final List<String> ONLY_JSON = List.of(
            "/authentication/v1/token/access-key",
            "/public/user/refresh",
            "/public/authentication/v1/token",
            "/public/authentication/v1/refresh",
            CENTRAL + "/WhoAmI",
            "/InContactAuthorizationServer/token/access-key");
    /** The parameters of those that read others than token. */
    private static final Map<String, List<String>> READ = Map.of(
            "/authentication/v1/token/access-key",
            List.of("accessKeyId", "accessKeySecret"),
            "/InContactAuthorizationServer/token/access-key",
            List.of("accessKeyId", "accessKeySecret"),
            "/public/authentication/v1/token",
            List.of("accessToken"));

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

    private final TestServer server = TestServer.diagnosing(Configuration.builder()
            .client(TestServer.REPORTING)
            .profile(Profiles.CENTRAL)
            .build());

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
        return Stream.concat(ONLY_JSON.stream(), Stream.of(CENTRAL))
                .flatMap(path ->
                        bodies.entrySet().stream().map(body -> arguments(path, body.getKey(), body.getValue())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("noObjects")
    void whatIsNoJsonObject_isRefused(String path, String kind, byte[] body) {
        Exchange exchange = exchange(valid(path).body(body));

        assertThat(exchange.reason()).as(kind).contains(Reason.BODY_NOT_JSON);
        assertThat(exchange.status()).isEqualTo(400);
        assertThat(exchange.explanation().orElseThrow().seen()).isNotBlank().hasSizeLessThan(400);
    }

    static Stream<String> jsonPaths() {
        return ONLY_JSON.stream();
    }

    @ParameterizedTest
    @MethodSource("jsonPaths")
    void formOrNoLabel_isRefusedWhereJsonIsAllThatIsRead(String path) {
        TestRequest form = valid(path).header("Content-Type", TestRequest.FORM);

        assertThat(exchange(form).reason()).contains(Reason.BODY_NOT_JSON);
        assertThat(exchange(form.body(TestRequest.PASSWORD)).reason()).contains(Reason.BODY_NOT_JSON);
        assertThat(exchange(form.without("Content-Type")).reason()).contains(Reason.BODY_NOT_JSON);
        assertThat(exchange(form.header("Content-Type", "text/json")).reason()).contains(Reason.BODY_NOT_JSON);
    }

    /** It reads both, and goes by the label; without one, by what it looks like. */
    @Test
    void central_readsWhatTheLabelSays() {
        TestRequest form = valid(CENTRAL).body("grant_type=client_credentials");
        TestRequest json = form.header("Content-Type", TestRequest.FORM).inJson();

        assertThat(exchange(json).outcome()).isEqualTo(Outcome.ISSUED);
        assertThat(exchange(json.header("Content-Type", "application/vnd.x+json;charset=utf-8"))
                        .outcome())
                .isEqualTo(Outcome.ISSUED);
        assertThat(exchange(json.without("Content-Type")).reason()).contains(Reason.BODY_NOT_JSON);
        assertThat(exchange(json.header("Content-Type", TestRequest.FORM)).reason())
                .contains(Reason.GRANT_TYPE_MISSING);
        assertThat(exchange(form.header("Content-Type", TestRequest.FORM)).outcome())
                .isEqualTo(Outcome.ISSUED);
        assertThat(exchange(form.without("Content-Type")).reason()).contains(Reason.BODY_NOT_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1e999", "true", "{}", "[]", "[\"x\"]", "{\"token\":\"x\"}"})
    void valueThatIsNoString_isRefused(String value) {
        for (String path : ONLY_JSON) {
            for (String name : READ.getOrDefault(path, List.of("token"))) {
                Exchange exchange = exchange(valid(path).body("{\"" + name + "\":" + value + "}"));

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
        Exchange exchange = exchange(valid(CENTRAL).body(body));

        assertThat(exchange.reason()).contains(Reason.MEMBER_NOT_STRING);
        assertThat(why(exchange).advice()).startsWith(advice);
    }

    /** RFC 6749 section 3.2: unrecognized parameters are ignored. */
    @Test
    void membersOfOtherEndpoints_areNotLookedAt() {
        TestRequest request = valid(ONLY_JSON.get(0))
                .body(TestRequest.KEY)
                .member("scope", "[\"x\"]")
                .member("state", "1")
                .member("token", "{}");

        assertThat(exchange(request).outcome()).isEqualTo(Outcome.ISSUED);
    }

    static Stream<Arguments> shapes() {
        String path = ONLY_JSON.get(0);
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
                arguments(CENTRAL, "a=b".getBytes(UTF_8), "a form with", "label the body as what it is"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("shapes")
    void whatIsNoJsonObject_isToldAsWhatItIs(String path, byte[] body, String seen, String advice) {
        Exchange exchange = exchange(valid(path).body(body));

        assertThat(exchange.reason()).contains(Reason.BODY_NOT_JSON);
        assertThat(why(exchange).seen()).contains(seen);
        assertThat(why(exchange).advice()).startsWith(advice);
    }

    @Test
    void encodingOfTheBody_isTold() {
        Exchange exchange =
                exchange(valid(ONLY_JSON.get(0)).with("Content-Encoding", "br").body("\u0001\u0002"));

        assertThat(why(exchange).seen()).contains(", Content-Encoding: br, ");
        assertThat(why(exchange).advice()).startsWith("send the body as it is");
    }

    /** A key that nobody knows may be half of a secret. */
    @Test
    void repeatedKey_isNamedIfItIsAParameter() {
        assertThat(why(exchange(valid(CENTRAL).body("{\"scope\":\"a\",\"scope\":\"b\"}")))
                        .seen())
                .contains("(the key 'scope' is there twice, first in line 1)");
        assertThat(why(exchange(valid(CENTRAL).body("{\"hush\":\"a\",\"hush\":\"b\"}")))
                        .seen())
                .contains("(a key is there twice, first in line 1)");
    }

    @Test
    void adviceOnMethodAndQuery_isToSendAnObject() {
        TestRequest request = valid(ONLY_JSON.get(0));

        assertThat(why(exchange(request.method("GET"))).advice())
                .isEqualTo("send a POST with the parameters as the members of a JSON object in the body");
        assertThat(why(exchange(request.query("token=x"))).advice())
                .startsWith("send the parameters in the body (with axios, post(url, {...}) instead of {params})");
    }

    private static Explanation why(Exchange exchange) {
        return exchange.explanation().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"token\":null,\"accessToken\":null}", "{\"token\":\"\",\"accessKeyId\":\"\"}"})
    void nullAndNothing_areAbsent(String body) {
        assertThat(ONLY_JSON.stream()
                        .map(path -> exchange(valid(path).body(body)).reason().orElseThrow()))
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
        TestRequest request = valid(ONLY_JSON.get(0))
                .body(TestRequest.KEY)
                .member("x", "{\"y\":[1,null,{}]}")
                .member("z", "2");

        assertThat(exchange(request).outcome()).isEqualTo(Outcome.ISSUED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyMembers_areAnswered(long seed) {
        Random random = new Random(seed);
        List<String> paths =
                Stream.concat(ONLY_JSON.stream(), Stream.of(CENTRAL)).toList();
        for (int i = 0; i < 400; i++) {
            String path = paths.get(random.nextInt(paths.size()));
            String body = random.ints(random.nextInt(5), 0, NAMES.size())
                    .distinct()
                    .mapToObj(name -> "\"" + NAMES.get(name) + "\":" + VALUES.get(random.nextInt(VALUES.size())))
                    .collect(Collectors.joining(",", "{", "}"));

            Exchange exchange = exchange(valid(path).body(body));

            assertThat(exchange.status()).as(path + " " + body).isBetween(200, 499);
            assertThat(Canary.print(exchange)).isNotBlank();
        }
    }

    private Exchange exchange(TestRequest request) {
        return server.exchange(request);
    }

    /** With the credentials that are asked for there. */
    private static TestRequest valid(String path) {
        TestRequest request = TestRequest.json(path, TestRequest.KEY);
        return path.equals(CENTRAL)
                ? request.basic(TestServer.ID, TestServer.SECRET)
                : path.startsWith("/public/authentication") ? request.basicOf("reporting@cxone") : request;
    }
}
