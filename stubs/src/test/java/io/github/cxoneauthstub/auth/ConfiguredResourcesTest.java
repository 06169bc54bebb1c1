package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.ID;
import static io.github.cxoneauthstub.auth.TestServer.REPORTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cxoneauthstub.auth.JsonValue.JsonNumber;
import io.github.cxoneauthstub.auth.JsonValue.Place;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.Header;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources of the configuration are there from the start of a simulation, and again after a restart. */
class ConfiguredResourcesTest {
    private static final ResourceDescription OPEN = described("/open", Optional.empty());
    private static final ResourceDescription GUARDED = described("/guarded", Optional.of("cxone:api"));

    private final TestServer server = TestServer.with(with(OPEN, GUARDED));

    @Test
    void resource_isServedToWhoMayHaveIt() {
        String token = server.view().tokens().issue(ID).value();

        Answer answer = server.answer(TestRequest.get("/open").bearer(token));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("1.50");
        assertThat(server.exchange(TestRequest.get("/open")).reason()).contains(Reason.BEARER_MISSING);
        assertThat(server.exchange(TestRequest.get("/guarded").bearer(token)).reason())
                .contains(Reason.SCOPE_INSUFFICIENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 205, 304})
    void statusWithoutBody_isServedWithoutOne(int status) {
        server.view()
                .add(new Resource(
                        new TestServer.PathMatcher("GET", "/bare"),
                        Optional.empty(),
                        Optional.of(new Resource.Served(status, "{}"))));
        String token = server.view().tokens().issue(ID).value();

        Answer answer = server.answer(TestRequest.get("/bare").bearer(token));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers()).extracting(Header::name).containsExactly("Date");
    }

    @Test
    void restart_leavesTheConfiguredOnesOnly() {
        server.view()
                .add(new Resource(
                        new TestServer.PathMatcher("GET", "/late"),
                        Optional.empty(),
                        Optional.of(new Resource.Served(200, "1"))));

        AuthorizationServer restarted = server.server().restarted(TestServer.parts());

        assertThat(restarted.reply(TestRequest.get("/open").arrived())).isInstanceOf(Reply.Answered.class);
        assertThat(restarted.reply(TestRequest.get("/late").arrived())).isInstanceOf(Reply.PassOn.class);
    }

    @Test
    void fork_hasThoseOfItsConfigurationAndWhatWasAdded() {
        ResourceDescription added = described("/added", Optional.empty());

        TestServer fork = server.fork(with(OPEN, added));

        assertThat(fork.server().simulation().resources().all())
                .extracting(resource -> resource.matcher().describe())
                .containsExactly("GET /open", "GET /users/me", "GET /added");
        assertThat(server.fork().server().simulation().resources().all())
                .extracting(resource -> resource.matcher().describe())
                .containsExactly("GET /open", "GET /guarded", "GET /users/me");
        assertThat(fork.fork(with(GUARDED)).server().simulation().resources().all())
                .extracting(resource -> resource.matcher().describe())
                .containsExactly("GET /users/me", "GET /guarded");
        assertThat(server.server().reply(TestRequest.get("/added").arrived())).isInstanceOf(Reply.PassOn.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth/token", "/oauth/token?x=1"})
    void resourceOnThePathOfADialect_isRefused(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(described(path, Optional.empty())))
                .withMessage("GET " + path + " would never be asked, because that path belongs to profile OAUTH_TOKEN:"
                        + " give the resource another path");
    }

    @Test
    void resourceOnThePathOfADocument_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(described("/auth/jwks", Optional.empty())))
                .withMessage("GET /auth/jwks would never be asked, because that path belongs to the documents of the"
                        + " server: give the resource another path");
    }

    @Test
    void pathThatADialectLeft_isFree() {
        Configuration configuration = Configuration.builder()
                .profile(Profiles.OAUTH_TOKEN.withPaths("/elsewhere"))
                .resource(described("/oauth/token", Optional.empty()))
                .build();

        assertThat(configuration.resources()).hasSize(1);
    }

    @Test
    void moreThanAThousand_areRefused() {
        ResourceDescription[] many = IntStream.rangeClosed(0, 1000)
                .mapToObj(i -> described("/" + i, Optional.empty()))
                .toArray(ResourceDescription[]::new);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(many))
                .withMessage(
                        "there are 1001 resources, and each request is compared with each of them: use templates as"
                                + " /users/{id}; 1000 is the most");
    }

    private static Configuration with(ResourceDescription... resources) {
        Configuration.Builder builder = Configuration.builder().client(REPORTING);
        for (ResourceDescription resource : resources) {
            builder.resource(resource);
        }
        return builder.build();
    }

    private static ResourceDescription described(String path, Optional<String> scope) {
        return new ResourceDescription("GET", path, scope, 202, new JsonNumber(new Place(1, 1), "1.50"));
    }
}
