package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.auth.AuthorizationServer.Parts;
import io.github.cxoneauthstub.auth.JsonValue.JsonNumber;
import io.github.cxoneauthstub.auth.JsonValue.JsonObject;
import io.github.cxoneauthstub.auth.JsonValue.JsonString;
import io.github.cxoneauthstub.auth.JsonValue.Member;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import io.github.cxoneauthstub.auth.token.AccessToken;
import io.github.cxoneauthstub.diagnosis.Detectors;
import io.github.cxoneauthstub.json.JacksonJson;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A simulated server without HTTP, at a fixed time, with one client and one resource. */
final class TestServer {
    static final String OAUTH = "/oauth/token";
    static final String OAUTH2 = "/oauth2/token";
    static final String API_V2 = "/api/v2/oauth/token";
    static final String RFC = "/rfc/token";
    static final String ID = "reporting";
    static final String SECRET = "s3cret+/=";
    static final String CREDENTIALS = "client_id=reporting&client_secret=s3cret%2B%2F%3D";
    static final Instant NOW = Instant.parse("2026-11-21T10:15:30Z");
    static final URI BASE = URI.create("http://127.0.0.1:4711");
    static final Client REPORTING =
            Client.builder(ID).secret(SECRET).scopes("admin:api", "user:read").build();

    static final Tenant OTHER_TENANT = new Tenant("11eb0000-0000-0000-0000-0242ac110003", "eu1", 4594002);

    private final AuthorizationServer server;
    private final SimulationView view;

    private TestServer(AuthorizationServer server) {
        this.server = server;
        this.view = new SimulationView(() -> server, "127.0.0.1:4711");
    }

    static TestServer with(Configuration configuration) {
        return with(configuration, Diagnosis.none());
    }

    static TestServer with(Configuration configuration, Diagnosis diagnosis) {
        return with(configuration, diagnosis, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static TestServer with(Configuration configuration, Diagnosis diagnosis, Clock clock) {
        Parts parts =
                new Parts(StockSigner.begin(), new JacksonJson(), diagnosis, PathMatcher::new, Addresses.of(BASE));
        TestServer server = new TestServer(AuthorizationServer.begin(configuration, clock, new Random(), parts));
        server.view.add(new Resource(
                new PathMatcher("GET", "/users/me"),
                Optional.of("user:read"),
                Optional.of(new Resource.Served(200, "{\"id\":\"42\"}"))));
        return server;
    }

    static TestServer speaking(Profile profile) {
        return with(Configuration.builder()
                .profile(profile)
                .client(REPORTING)
                .tenant(Tenant.DEFAULT)
                .tenant(OTHER_TENANT)
                .build());
    }

    static TestServer withDefaults() {
        return speaking(Profiles.OAUTH_TOKEN);
    }

    /** The same, begun anew, that also finds out what clients did; most tests do not ask for that. */
    TestServer diagnosing() {
        return diagnosing(server.configuration());
    }

    /** One that also finds out what clients did. */
    static TestServer diagnosing(Configuration configuration) {
        return with(configuration, new Detectors());
    }

    /** One that also finds out what clients did. */
    static TestServer diagnosing(Profile profile) {
        return speaking(profile).diagnosing();
    }

    /** All built-in dialects, each at its path; most tests need both the default one and the referee. */
    static TestServer inBothDialects() {
        return with(Configuration.builder()
                .mount(Profiles.RFC6749.withPaths(RFC))
                .client(REPORTING)
                .build());
    }

    /** The dialect on a path of its own if it has none. */
    static Profile mounted(Profile profile) {
        return profile.paths().isEmpty() ? profile.withPaths(RFC) : profile;
    }

    static Parts parts() {
        return new Parts(StockSigner.begin(), new JacksonJson(), new Detectors(), PathMatcher::new, Addresses.of(BASE));
    }

    /** What the first endpoint of that dialect issues a token for, of the client {@code reporting}. */
    TestRequest request(Profile dialect) {
        return request(dialect, ID, SECRET);
    }

    /** The same of a client of which id and secret are these, where the dialect asks for a client. */
    TestRequest request(Profile dialect, String id, String secret) {
        return switch (dialect.duty()) {
            case ACCESS_KEY -> TestRequest.json(dialect.paths().get(0), TestRequest.KEY);
            case EXCHANGE -> exchange(dialect, view.tokens().issue(ID)).basicOf(id + "@cxone");
            default -> TestRequest.token(dialect, id, secret);
        };
    }

    private static TestRequest exchange(Profile dialect, AccessToken token) {
        return TestRequest.json(dialect.paths().get(0), "{\"accessToken\":\"" + token.value() + "\"}");
    }

    private AccessToken ofUser() {
        Client client = view.clients().get(ID);
        Grant grant = Grant.to(
                Optional.of(client),
                Configuration.DEFAULT_ACCESS_KEY,
                server.configuration().tenantOrFirst(Optional.empty()),
                client.scopes());
        return server.mint(grant, Duration.ofHours(1), Duration.ZERO);
    }

    /** The same, but in the name of a user wherever the dialect knows users. */
    TestRequest requestOfUser(Profile dialect) {
        TestRequest request = request(dialect);
        if (dialect.duty() == Duty.EXCHANGE) {
            return exchange(dialect, ofUser()).basicOf(ID + "@cxone");
        }
        return dialect.duty() == Duty.TOKEN && dialect.grants().contains(GrantType.PASSWORD)
                ? request.body(TestRequest.PASSWORD)
                : request;
    }

    /** What renews a token that was issued for {@link #requestOfUser}. */
    TestRequest renewal(Profile dialect) {
        TestRequest first = requestOfUser(dialect);
        Map<String, String> issued = tokens(first);
        String value = issued.getOrDefault("refresh_token", issued.getOrDefault("refreshToken", ""));
        return dialect.duty() == Duty.TOKEN
                ? first.body("grant_type=refresh_token&refresh_token=" + FormEncoding.encode(value))
                : first.at(dialect.furtherPaths().getOrDefault(Duty.REFRESH, "/none"))
                        .body("{\"token\":\"" + value + "\"}");
    }

    TestServer fork() {
        return fork(server.configuration());
    }

    TestServer fork(Configuration configuration) {
        return new TestServer(server.fork(configuration, parts()));
    }

    SimulationView view() {
        return view;
    }

    AuthorizationServer server() {
        return server;
    }

    Answer answer(TestRequest request) {
        return answer(request.arrived());
    }

    Answer answer(ArrivedRequest request) {
        Reply reply = server.reply(request);
        if (reply instanceof Reply.Answered answered) {
            return answered.answer();
        }
        throw new AssertionError("no endpoint claimed " + request.method() + " " + request.path());
    }

    /** What is answered to a token request that is in order. */
    Map<String, String> tokens(TestRequest request) {
        Answer answer = answer(request);
        if (answer.status() != 200) {
            throw new AssertionError(view.exchanges().last().toString());
        }
        return members(answer);
    }

    /** The members of an answer whose body is an object of texts and numbers. */
    Map<String, String> members(Answer answer) {
        JsonObject body = (JsonObject)
                ((JsonReading.Whole) new JacksonJson().read(answer.body().getBytes(UTF_8), JsonLimits.USUAL)).value();
        Map<String, String> members = new LinkedHashMap<>();
        for (Member member : body.members()) {
            members.put(
                    member.name(),
                    member.value() instanceof JsonString text ? text.text() : ((JsonNumber) member.value()).literal());
        }
        return members;
    }

    /** What was recorded of the request. */
    Exchange exchange(TestRequest request) {
        answer(request);
        return view.exchanges().last();
    }

    /** A path, compared exactly: what WireMock's patterns are in the real server. */
    record PathMatcher(String method, String path) implements RequestMatcher {
        @Override
        public boolean matchesUrl(ArrivedRequest request) {
            return request.path().equals(path);
        }

        @Override
        public boolean matchesMethod(ArrivedRequest request) {
            return request.method().equals(method);
        }

        @Override
        public int specificity() {
            return path.length();
        }

        @Override
        public String describe() {
            return method + " " + path;
        }
    }
}
