package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.API_V2;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH2;
import static io.github.cxoneauthstub.auth.TestServer.RFC;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.Thorough;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import io.github.cxoneauthstub.auth.request.Header;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret, no token and no Authorization value comes out, in whatever place and disguise it goes in. */
class CanaryTest {
    /**
     * Of each place at each endpoint, every build tries a fourth of the disguises, and other ones in the next place.
     */
    private static final int SHARE = Thorough.or(4, 1);

    private static final String FORM = "grant_type=client_credentials&";

    /** The places of a request that a client can write to. */
    private static final Map<String, BiFunction<TestRequest, Canary, TestRequest>> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("the method", (request, canary) -> request.method(canary.text()));
        PLACES.put("the path", (request, canary) -> request.under(canary.wire()));
        PLACES.put("the encoded path", (request, canary) -> request.under(canary.encoded()));
        PLACES.put("a query value", (request, canary) -> request.query("a=" + canary.wire()));
        PLACES.put("a query name", (request, canary) -> request.query(canary.encoded() + "=1"));
        PLACES.put(
                "client_secret in the query", (request, canary) -> request.query("client_secret=" + canary.encoded()));
        PLACES.put("a header", (request, canary) -> request.with("X-Custom", canary.wire()));
        PLACES.put("a header's name", (request, canary) -> request.with(canary.wire(), "x"));
        PLACES.put("Content-Type", (request, canary) -> request.header("Content-Type", canary.wire()));
        PLACES.put(
                "a parameter of Content-Type",
                (request, canary) -> request.header("Content-Type", "text/plain; x=" + canary.text()));
        PLACES.put("Basic", (request, canary) -> request.header("Authorization", "Basic " + canary.wire()));
        PLACES.put("Bearer", (request, canary) -> request.header("Authorization", "Bearer " + canary.wire()));
        PLACES.put("Digest", (request, canary) -> request.header("Authorization", "Digest " + canary.wire()));
        PLACES.put("Authorization alone", (request, canary) -> request.header("Authorization", canary.wire()));
        PLACES.put("a second Authorization", (request, canary) -> request.with("Authorization", canary.wire()));
        PLACES.put("an algorithm", (request, canary) -> request.bearer(withAlgorithm(canary.text())));
        PLACES.put("Basic as the id", (request, canary) -> request.basic(canary.encoded(), "wrong"));
        PLACES.put("Basic as the raw secret", (request, canary) -> request.basic("reporting", canary.text()));
        PLACES.put("a Basic without colon", (request, canary) -> request.basicOf(canary.encoded()));
        PLACES.put("client_id", (request, canary) -> request.body(FORM + "client_id=" + canary.encoded()));
        PLACES.put(
                "client_id without header",
                (request, canary) -> request.without("Authorization")
                        .body(FORM + "client_secret=wrong&client_id=" + canary.encoded()));
        PLACES.put(
                "client_secret",
                (request, canary) -> request.without("Authorization")
                        .body(FORM + "client_id=reporting&client_secret=" + canary.encoded()));
        PLACES.put("scope", (request, canary) -> request.body(FORM + "scope=" + canary.encoded()));
        PLACES.put("grant_type", (request, canary) -> request.body("grant_type=" + canary.encoded()));
        PLACES.put(
                "a parameter's name",
                (request, canary) -> request.body(canary.encoded() + "=1&" + canary.encoded() + "=2"));
        PLACES.put("a broken form", (request, canary) -> request.body(("x=%zz" + canary.text()).getBytes(UTF_8)));
        PLACES.put(
                "the only parameter",
                (request, canary) -> request.without("Authorization").body(canary.encoded() + "=1"));
        PLACES.put(
                "a JSON member's name",
                (request, canary) -> request.header("Content-Type", "application/json")
                        .body(("{\"" + canary.text() + "\":1}").getBytes(UTF_8)));
        PLACES.put(
                "a JSON value",
                (request, canary) -> request.header("Content-Type", "application/json")
                        .body(("{\"client_secret\":\"" + canary.text() + "\"}").getBytes(UTF_8)));
    }

    /** The places of a JSON object, and of the header beside it. */
    private static final Map<String, BiFunction<TestRequest, Canary, TestRequest>> JSON_PLACES = new LinkedHashMap<>();

    static {
        for (String name : List.of(
                "accessKeyId",
                "accessKeySecret",
                "token",
                "accessToken",
                "refresh_token",
                "password",
                "code",
                "client_id",
                "client_secret",
                "scope",
                "x")) {
            JSON_PLACES.put(name, (request, canary) -> request.body("{}").member(name, quoted(canary)));
            JSON_PLACES.put(
                    name + " in an array",
                    (request, canary) -> request.body("{}").member(name, "[" + quoted(canary) + "]"));
        }
        JSON_PLACES.put(
                "the secret of a known key",
                (request, canary) ->
                        request.body("{\"accessKeyId\":\"KEYID====\"}").member("accessKeySecret", quoted(canary)));
        JSON_PLACES.put("a member's name", (request, canary) -> request.body("{" + quoted(canary) + ":1}"));
        JSON_PLACES.put(
                "a name twice",
                (request, canary) -> request.body("{" + quoted(canary) + ":1," + quoted(canary) + ":2}"));
        JSON_PLACES.put("a broken object", (request, canary) -> request.body("{\"token\":" + canary.wire()));
        JSON_PLACES.put("a string", (request, canary) -> request.body(quoted(canary)));
        JSON_PLACES.put(
                "a user's password",
                (request, canary) -> request.body("{\"grant_type\":\"password\",\"username\":\"KEYID====\"}")
                        .member("password", quoted(canary)));
        JSON_PLACES.put(
                "a refresh token",
                (request, canary) ->
                        request.body("{\"grant_type\":\"refresh_token\"}").member("refresh_token", quoted(canary)));
        JSON_PLACES.put("grant_type", (request, canary) -> request.body("{}").member("grant_type", quoted(canary)));
        JSON_PLACES.put("an application", (request, canary) -> request.basicOf(canary.text() + "@cxone"));
        JSON_PLACES.put("an application alone", (request, canary) -> request.basicOf(canary.text()));
        JSON_PLACES.put("an id before the unit", (request, canary) -> request.basicOf(canary.text() + ":4594001"));
    }

    private static String quoted(Canary canary) {
        String escaped = canary.text().replace("\\", "\\\\").replace("\"", "\\\"");
        return '"' + new String(escaped.getBytes(UTF_8), ISO_8859_1) + '"';
    }

    private final TestServer server = server();
    private int turn;

    static Stream<Canary> canaries() {
        return Stream.of(
                        Canary.disguises("the configured secret", Canary.CONFIGURED),
                        Canary.disguises("the former secret", Canary.FORMER),
                        Canary.disguises("the secret of an access key", Canary.OF_ACCESS_KEY),
                        ofTokens())
                .flatMap(each -> each);
    }

    /** What only these endpoints take; a client's secret has gone through the other ones. */
    static Stream<Canary> canariesOfUsers() {
        return Stream.concat(Canary.disguises("the secret of an access key", Canary.OF_ACCESS_KEY), ofTokens());
    }

    /** What a server issues: none of it is registered with the one that is asked. */
    private static Stream<Canary> ofTokens() {
        TestServer other = server();
        String key = "{\"accessKeyId\":\"KEYID====\",\"accessKeySecret\":\"" + Canary.OF_ACCESS_KEY + "\"}";
        Map<String, String> ofHub = other.tokens(TestRequest.json("/authentication/v1/token/access-key", key));
        Map<String, String> ofGlobal = other.tokens(TestRequest.global()
                .basic("all", "h4rmless")
                .body("grant_type=password&username=KEYID====&password=" + FormEncoding.encode(Canary.OF_ACCESS_KEY)));
        String opaque = ofHub.getOrDefault("refresh_token", "");
        return Stream.concat(
                Stream.of(
                        Canary.token(other.view().tokens().issue("reporting").value()),
                        Canary.token(ofGlobal.getOrDefault("refresh_token", "")),
                        Canary.token(ofGlobal.getOrDefault("id_token", "")),
                        Canary.token(Logins.begin(other).code())),
                Canary.disguises("an opaque refresh token", opaque));
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void tokenEndpoint_keepsSecrets(Canary canary) {
        pushThrough(TestRequest.token(OAUTH), canary);
        pushThrough(TestRequest.token(RFC), canary);
        pushThrough(TestRequest.token(OAUTH2), canary);
        pushThrough(TestRequest.tokenByBody(API_V2), canary);
        pushThrough(TestRequest.token(OAUTH).without("Authorization"), canary);
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void resource_keepsSecrets(Canary canary) {
        pushThrough(TestRequest.get("/users/me"), canary);
        pushThrough(TestRequest.get("/files/any"), canary);
        pushThrough(
                TestRequest.get("/files/any")
                        .bearer(server.view().tokens().issue("reporting").value()),
                canary);
    }

    @ParameterizedTest
    @MethodSource("canariesOfUsers")
    void endpointsThatTakeJson_keepSecrets(Canary canary) {
        String central = "/InContactAuthorizationServer/Token";
        pushThroughJson(TestRequest.json("/authentication/v1/token/access-key", "{}"), canary);
        pushThroughJson(TestRequest.json("/public/user/refresh", "{}"), canary);
        TestRequest named =
                TestRequest.json("/public/authentication/v1/token", "{}").basicOf("reporting@cxone");
        pushThroughJson(named, canary);
        pushThroughJson(named.at("/public/authentication/v1/refresh"), canary);
        pushThroughJson(TestRequest.json(central, "{}").basic("all", "h4rmless"), canary);
        pushThroughJson(TestRequest.json(central + "/WhoAmI", "{}"), canary);
    }

    @ParameterizedTest
    @MethodSource("canariesOfUsers")
    void endpointsWithForms_keepSecrets(Canary canary) {
        pushThrough(TestRequest.token("/InContactAuthorizationServer/Token"), canary);
        pushThrough(TestRequest.token("/auth/token"), canary);
        pushThrough(TestRequest.token("/login/oauth/token"), canary);
        for (String grant : List.of(
                "password&username=KEYID====&password=",
                "refresh_token&refresh_token=",
                "authorization_code&redirect_uri=x&code=",
                "authorization_code&code=x&code_verifier=",
                "urn:ietf:params:oauth:grant-type:token-exchange&subject_token=")) {
            for (String path : List.of("/auth/token", "/InContactAuthorizationServer/Token")) {
                push(
                        grant,
                        TestRequest.token(path).basic("all", "h4rmless").body("grant_type=" + grant + canary.encoded()),
                        canary);
            }
        }
        push("a token in question", TestRequest.token("/auth/revoke").body("token=" + canary.encoded()), canary);
    }

    /** What a browser sends: {@code state} is not among it, for it goes back as it came. */
    @ParameterizedTest
    @MethodSource("canariesOfUsers")
    void endpointsOfALogin_keepSecrets(Canary canary) {
        TestRequest login = Logins.authorization(server, Logins.QUERY);
        for (String name : List.of("client_id", "redirect_uri", "code_challenge", "code_challenge_method", "nonce")) {
            push(name, login.query(Logins.QUERY.replaceAll("&" + name + "=[^&]*", "") + added(name, canary)), canary);
        }
        for (String name : List.of("response_type", "tenantId", "code_verifier", "id_token_hint", "x")) {
            push(name, login.query(Logins.QUERY + added(name, canary)), canary);
            push(name, TestRequest.get("/auth/authorize/logout").query(added(name, canary)), canary);
        }
        pushThrough(TestRequest.get("/auth/userinfo"), canary);
        pushThrough(TestRequest.get("/.well-known/cxone-configuration"), canary);
        push(
                "a tenantId",
                TestRequest.get("/.well-known/cxone-configuration").query("tenantId=" + canary.encoded()),
                canary);
        push("a token asked about", TestRequest.token("/auth/introspect").body("token=" + canary.encoded()), canary);
    }

    private static String added(String name, Canary canary) {
        return "&" + name + "=" + canary.encoded();
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void unknownPathAndFrontRefusal_keepSecrets(Canary canary) {
        pushThrough(TestRequest.token("/nowhere"), canary);
        pushThrough(TestRequest.get("/auth/jwks"), canary);

        server.server().unreadable(canary.text(), "/" + canary.wire(), 400, "no reason");
        canary.assertAbsentFrom(
                "a request line", Canary.print(server.view().exchanges().last()));
    }

    /** Not registered anywhere, but a secret by its place: it must not come out of any other place. */
    @Test
    void secretByItsPlace_isKeptInEveryPlace() {
        Canary.disguises("the secret in the query", Canary.IN_QUERY)
                .forEach(canary -> PLACES.keySet()
                        .forEach(place -> push(
                                place,
                                TestRequest.token(OAUTH).query("client_secret=" + FormEncoding.encode(Canary.IN_QUERY)),
                                canary)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_secret", "accessKeySecret", "password", "refresh_token", "code_verifier"})
    void secretByItsName_isKeptOutOfThePath(String name) {
        TestRequest request = TestRequest.get("/files/any").query(name + "=" + FormEncoding.encode(Canary.IN_QUERY));

        Canary.disguises(name, Canary.IN_QUERY).forEach(canary -> push("the path", request, canary));
    }

    /** The form-encoded half of Basic was once known as it was sent only. */
    @Test
    void unknownSecretInBasic_isKeptInEveryOtherPlace() {
        TestRequest request = TestRequest.get("/files/any").basic("reporting", FormEncoding.encode(Canary.IN_QUERY));

        Canary.disguises("the unknown secret", Canary.IN_QUERY)
                .forEach(canary -> List.of("the method", "the path", "the encoded path", "a second Authorization")
                        .forEach(place -> push(place, request, canary)));
    }

    /** A client with every scope was once issued a token with the secret as its scope, which the exchange showed. */
    @ParameterizedTest
    @MethodSource("canaries")
    void scopeOfAClientThatMayAskForAnything_isKeptOutOfTheExchanges(Canary canary) {
        TestRequest request = TestRequest.token(RFC).basic("all", "h4rmless").plus("scope=ok+" + canary.encoded());

        Reply reply = server.server().reply(request.arrived());
        canary.assertAbsentFrom("scope", Canary.print(server.view().exchanges().last()));

        String[] parts = ((Reply.Answered) reply).answer().body().split("\"", -1);
        server.answer(TestRequest.get("/users/me").bearer(parts[3]));
        server.answer(TestRequest.get("/files/any").bearer(parts[3]));
        canary.assertAbsentFrom("scope of a token", server.view().exchanges().timeline());
        server.view().exchanges().forEach(each -> canary.assertAbsentFrom("scope of a token", Canary.print(each)));
    }

    @Test
    void harmlessScopeOfAClientThatMayAskForAnything_isShown() {
        Exchange exchange =
                server.exchange(TestRequest.token(RFC).basic("all", "h4rmless").plus("scope=user:read"));

        assertThat(exchange.outcome()).isEqualTo(Outcome.ISSUED);
        assertThat(exchange.scopes().map(Object::toString)).contains("user:read");
    }

    @Test
    void valuesOfTheWire_areNotPrintedByTheirText() {
        Answer answer = server.answer(TestRequest.token(OAUTH).basic("all", "h4rmless"));
        Header header = new Header("Authorization", "Basic " + Canary.CONFIGURED);

        assertThat(new Reply.Answered(answer, () -> {}).toString())
                .doesNotContain(answer.body().split("\"", -1)[3]);
        assertThat(answer.toString()).doesNotContain("access_token");
        assertThat(header.toString()).doesNotContain(Canary.CONFIGURED);
    }

    private void pushThrough(TestRequest request, Canary canary) {
        PLACES.keySet().stream().filter(place -> isItsTurn(canary)).forEach(place -> push(place, request, canary));
    }

    private void pushThroughJson(TestRequest request, Canary canary) {
        JSON_PLACES.entrySet().stream()
                .filter(place -> isItsTurn(canary))
                .forEach(place -> push(place.getKey(), place.getValue().apply(request, canary), canary));
    }

    private boolean isItsTurn(Canary canary) {
        return canary.ordinal() < 0 || (canary.ordinal() + turn++) % SHARE == 0;
    }

    private void push(String place, TestRequest request, Canary canary) {
        ArrivedRequest arrived = PLACES.getOrDefault(place, (same, none) -> same)
                .apply(request, canary)
                .arrived();

        Reply reply = server.server().reply(arrived);

        String wire = "";
        if (reply instanceof Reply.Answered answered) {
            wire = Wire.print(answered.answer());
        } else {
            ((Reply.PassOn) reply).passage().answered(404, false);
        }
        canary.assertAbsentFrom(place + ", on the wire", wire);
        canary.assertAbsentFrom(place, Canary.print(server.view().exchanges().last()));
        canary.assertAbsentFrom(place, server.view().exchanges().timeline());
        canary.assertAbsentFrom(place, arrived.toString() + reply);
        server.view().exchanges().clear();
    }

    private static TestServer server() {
        TestServer server = TestServer.diagnosing(Configuration.builder()
                .mount(Profiles.RFC6749.withPaths(RFC))
                .client(Client.builder("reporting")
                        .secret(Canary.FORMER)
                        .scopes("user:read")
                        .build())
                .client(Client.of("all", "h4rmless"))
                .accessKey(AccessKey.builder("KEYID====")
                        .secret(Canary.OF_ACCESS_KEY)
                        .build())
                .build());
        server.view().clients().rotateSecret("reporting", Canary.CONFIGURED);
        server.view().add(new Resource(new AnyFile(), Optional.empty(), Optional.of(new Resource.Served(200, "1"))));
        return server;
    }

    private static String withAlgorithm(String algorithm) {
        String header = "{\"alg\":\"" + algorithm + "\"}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8)) + ".e30.AAAA";
    }

    /** All that is under /files/, so that a path may hold anything. */
    private record AnyFile() implements RequestMatcher {
        @Override
        public boolean matchesUrl(ArrivedRequest request) {
            return request.path().startsWith("/files/");
        }

        @Override
        public boolean matchesMethod(ArrivedRequest request) {
            return true;
        }

        @Override
        public int specificity() {
            return 1;
        }

        @Override
        public String describe() {
            return "any method /files/*";
        }
    }
}
