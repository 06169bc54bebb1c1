package io.github.cxoneauthstub.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.matching.UrlPattern;
import io.github.cxoneauthstub.auth.Resource;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.json.JacksonJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vocabulary of guarded resources: what it matches, what wins, what it refuses. */
class ApiTest {
    private final List<Resource> resources = new ArrayList<>();
    private final Api api = new Api(resources::add, new JacksonJson());

    @ParameterizedTest
    @CsvSource({
        "/users/me, /users/me, true",
        "/users/me, /users/me?page=2, true",
        "/users/me, /users/me/, false",
        "/users/me, /users/ME, false",
        "/users/me, /users//me, false",
        "/users/{id}, /users/42, true",
        "/users/{id}, /users/42/x, false",
        "/users/{id}/roles/{role}, /users/42/roles/a?b, true",
        "/users?page=2, /users?page=2, true",
        "/users?page=2, /users?a=1&page=2, true",
        "/users?page=2, /users?page=3, false",
        "/users?page=2, /users, false",
        "/users?a=1&b=2, /users?b=2&a=1, true",
        "/users?a=1&b=2, /users?a=1, false",
        "/users/{id}?page=2, /users/42?page=2, true"
    })
    void path_matchesAsAPersonMeansIt(String path, String target, boolean matches) {
        api.get(path).answers("1");

        assertThat(matches("GET", target)).isEqualTo(matches);
    }

    /** Only the wire's form was once compared, and a parameter without value never matched. */
    @ParameterizedTest
    @CsvSource({
        "/users?name=a%20b, /users?name=a+b, true",
        "/users?name=a b, /users?name=a%20b, true",
        "/users?na%6De=x, /users?name=x, true",
        "/users?name=\u00e4, /users?name=%C3%A4, true",
        "/users?flag, /users?flag, true",
        "/users?flag, /users?flag=, true",
        "/users?flag=, /users?flag, true",
        "/users?flag, /users, false",
        "/users?flag, /users?flag=1, false"
    })
    void queryInThePath_isReadAsThatOfARequest(String path, String target, boolean matches) {
        api.get(path).answers("1");

        assertThat(matches("GET", target)).isEqualTo(matches);
    }

    static Stream<Arguments> patterns() {
        return Stream.of(
                arguments(urlPathEqualTo("/v1/a"), "/v1/a?b", true),
                arguments(urlPathEqualTo("/v1/a"), "/v1/b", false),
                arguments(urlPathMatching("/v1/.*"), "/v1/a/b", true),
                arguments(urlPathMatching("/v1/.*"), "/v2/a", false),
                arguments(urlPathTemplate("/v1/{x}"), "/v1/a", true),
                arguments(urlEqualTo("/v1/a?b=1"), "/v1/a?b=1", true),
                arguments(urlEqualTo("/v1/a"), "/v1/a?b=1", false),
                arguments(urlMatching("/v1/.*=1"), "/v1/a?b=1", true),
                arguments(anyUrl(), "/whatever?x", true));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void wireMocksPattern_matchesAsInWireMock(UrlPattern pattern, String target, boolean matches) {
        api.get(pattern).answers("1");

        assertThat(matches("GET", target)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/users/%zz", "/users/\u00e4", "/users/a b", "/users/{", "*", "", "//x", "/users/%"})
    void oddTarget_matchesOrNotButNeverFails(String target) {
        api.get("/users/{id}").answers("1");
        api.get(urlPathMatching("/users/.*")).answers("1");
        api.get(urlPathTemplate("/users/{a}")).answers("1");

        assertThat(resources)
                .hasSize(3)
                .allSatisfy(resource -> assertThat(resource.matcher().matchesUrl(request("POST", target)))
                        .isIn(true, false));
    }

    @Test
    void queryParameter_isMatchedByWireMocksPattern() {
        api.get("/users").withQueryParam("name", matching("a.+")).answers("1");

        assertThat(matches("GET", "/users?name=ab%2B")).isTrue();
        assertThat(matches("GET", "/users?name=b")).isFalse();
        assertThat(matches("GET", "/users?name=b&name=ab")).isTrue();
    }

    /** It once fitted no request at all. */
    @Test
    void absentQueryParameter_fitsARequestWithoutIt() {
        api.get("/users").withQueryParam("page", absent()).answers("1");

        assertThat(matches("GET", "/users?a=1")).isTrue();
        assertThat(matches("GET", "/users?page=1")).isFalse();
    }

    @Test
    void eachMethod_isForItself() {
        api.get("/a").answers("1");
        api.post("/a").answers("1");
        api.put("/a").answers("1");
        api.patch("/a").answers("1");
        api.delete("/a").answers("1");
        api.request("OPTIONS", "/a").answers("1");

        assertThat(resources)
                .extracting(resource -> resource.matcher().describe())
                .containsExactly("GET /a", "POST /a", "PUT /a", "PATCH /a", "DELETE /a", "OPTIONS /a");
        assertThat(resources.get(1).matcher().matchesMethod(request("POST", "/a")))
                .isTrue();
        assertThat(resources.get(1).matcher().matchesMethod(request("post", "/a")))
                .isFalse();
        assertThat(resources.get(1).matcher().matchesMethod(request("GET", "/a")))
                .isFalse();
    }

    @Test
    void eachMethod_takesAPatternToo() {
        api.get(urlPathMatching("/a.*")).answers("1");
        api.post(urlPathMatching("/a.*")).answers("1");
        api.put(urlPathMatching("/a.*")).answers("1");
        api.patch(urlPathMatching("/a.*")).answers("1");
        api.delete(urlPathMatching("/a.*")).answers("1");
        api.request("OPTIONS", urlPathMatching("/a.*")).answers("1");
        api.guards(urlPathMatching("/a.*"));

        assertThat(resources)
                .extracting(resource -> resource.matcher().describe())
                .containsExactly(
                        "GET /a.*",
                        "POST /a.*",
                        "PUT /a.*",
                        "PATCH /a.*",
                        "DELETE /a.*",
                        "OPTIONS /a.*",
                        "any method /a.*");
    }

    /** Each wins over all that follow it. */
    static Stream<Arguments> moreSpecificFirst() {
        List<String> order = List.of(
                "/users/me/roles", "/users/me?a=1&b=2", "/users/me?a=1", "/users/me", "/users/{id}", "/{any}/{id}");
        List<UrlPattern> patterns = List.of(
                urlPathMatching("/users/me.*"),
                urlPathMatching("/users/.*"),
                urlPathMatching("/.*"),
                urlPathMatching(".*"));
        List<UrlMatcher> all = new ArrayList<>();
        order.forEach(path -> all.add(UrlMatcher.of("GET", path)));
        patterns.forEach(pattern -> all.add(UrlMatcher.of("GET", pattern)));
        patterns.stream().skip(3).forEach(pattern -> all.add(UrlMatcher.ofAnyMethod(pattern)));
        return all.stream()
                .flatMap(first -> all.stream()
                        .skip(all.indexOf(first) + 1L)
                        .map(second -> arguments(
                                first.describe(), second.describe(), first.specificity() - second.specificity())));
    }

    @ParameterizedTest(name = "{0} before {1}")
    @MethodSource("moreSpecificFirst")
    void moreSpecificOne_wins(String first, String second, int difference) {
        assertThat(difference).as(first + " before " + second).isPositive();
    }

    /** Both begin with the same literal, and the later one once won. */
    @Test
    void templateWithMoreLiterals_winsOverOneWithFewer() {
        assertThat(UrlMatcher.of("GET", "/users/{id}/roles").specificity())
                .isGreaterThan(UrlMatcher.of("GET", "/users/{id}/{what}").specificity());
    }

    @Test
    void requiredScope_isThatOfTheResource() {
        api.get("/a").requires("user:read").answers(201, "{}");
        api.get("/b").answers("[]");

        assertThat(resources.get(0).scope()).contains("user:read");
        assertThat(resources.get(0).answer()).contains(new Resource.Served(201, "{}"));
        assertThat(resources.get(1).scope()).isEmpty();
        assertThat(resources.get(1).answer()).contains(new Resource.Served(200, "[]"));
    }

    @Test
    void guard_hasNoAnswerOfItsOwn() {
        api.guards(urlPathMatching("/v1/.*"));
        api.guards(urlPathMatching("/v2/.*"), "user:read");

        assertThat(resources).extracting(Resource::answer).containsOnly(Optional.empty());
        assertThat(resources.get(1).scope()).contains("user:read");
        assertThat(resources.get(1).matcher().matchesMethod(request("ANY", "/v2/a")))
                .isTrue();
    }

    @Test
    void stubInTheMaking_isNotServedAndNotChanged() {
        ResourceStub stub = api.get("/a");

        stub.requires("user:read");
        stub.withQueryParam("b", containing("x"));
        assertThat(resources).isEmpty();
        stub.answers("1");

        assertThat(resources.get(0).scope()).isEmpty();
        assertThat(resources.get(0).matcher().describe()).isEqualTo("GET /a");
    }

    @Test
    void queryConditions_areDescribedByName() {
        api.get("/a?x=hush").withQueryParam("y", equalTo("hush")).answers("1");

        assertThat(resources.get(0).matcher().describe()).isEqualTo("GET /a?x&y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "G T", "", "POST "})
    void methodThatNoClientSends_isRefused(String method) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.request(method, "/users"))
                .withMessage("'" + method
                        + "' is no method that a client sends: methods are words in capitals, as GET or" + " POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "users/me", "http://127.0.0.1/users", " /users", "/a b", "/a#b"})
    void pathThatNoRequestHas_isRefused(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.get(path))
                .withMessage("'" + path + "' is no path of a resource: it must begin with a slash and have neither"
                        + " blanks nor a #, as /api/v2/users/me; host and port are the server's own");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | it is empty",
                "hello | it breaks off or goes wrong in line 1, column 1",
                "{\"a\":1 | it breaks off or goes wrong in line 1, column 7"
            })
    void answerThatIsNotJson_isRefusedWithThePlace(String body, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.get("/a").answers(body))
                .withMessage("the answer of GET /a is not JSON: " + fault + "; for another type of content use"
                        + " auth.wireMock() with auth.api().guards(...)");
        assertThat(resources).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 199, 600})
    void statusThatIsNoAnswer_isRefused(int status) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.get("/a").answers(status, "{}"))
                .withMessage("status " + status + " is no answer: use 200 to 599");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "\"a\""})
    void scopeThatIsNoWord_isRefused(String scope) {
        String message = "'" + scope + "' is not a scope: ";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.get("/a").requires(scope))
                .withMessageStartingWith(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.guards(anyUrl(), scope))
                .withMessageStartingWith(message);
    }

    private boolean matches(String method, String target) {
        return resources.get(0).matcher().matchesUrl(request(method, target));
    }

    private static ArrivedRequest request(String method, String target) {
        return new ArrivedRequest(method, target, List.of(), new byte[0]);
    }
}
